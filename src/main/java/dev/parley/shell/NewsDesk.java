package dev.parley.shell;

import dev.parley.account.User;
import dev.parley.account.VisitService;
import dev.parley.project.Project;
import dev.parley.project.ProjectId;
import dev.parley.project.ProjectNews;
import dev.parley.project.Role;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Component;

/** Gathers what changed in somebody's projects since they were here before. */
@Component
class NewsDesk {

    private final VisitService visits;
    private final List<ProjectNews> sources;

    NewsDesk(VisitService visits, List<ProjectNews> sources) {
        this.visits = visits;
        this.sources = sources.stream()
                .sorted(Comparator.comparingInt(ProjectNews::order))
                .toList();
    }

    /**
     * What is new.
     *
     * @param since the end of the visit before this one
     * @param clauses such as “2 articles added”, by project; projects without any are left out
     */
    record News(Instant since, Map<Project, List<String>> clauses) {}

    /**
     * Notes the visit, and tells what is new since the last one; nothing on somebody's first.
     *
     * @param projects the viewer's, with their roles there
     */
    Optional<News> visit(User viewer, Map<Project, Set<Role>> projects) {
        return visits.visit(viewer)
                .map(since -> new News(since, clauses(viewer, projects, since)))
                .filter(news -> !news.clauses().isEmpty());
    }

    private Map<Project, List<String>> clauses(User viewer, Map<Project, Set<Role>> projects, Instant since) {
        Map<ProjectId, List<String>> found = new LinkedHashMap<>();
        for (ProjectNews source : sources) {
            List<ProjectId> audible = projects.entrySet().stream()
                    .filter(mine -> source.audience().isGrantedTo(mine.getValue()))
                    .map(mine -> mine.getKey().id())
                    .toList();
            source.since(viewer, audible, since)
                    .forEach((project, clause) -> found.computeIfAbsent(project, _ -> new ArrayList<>())
                            .add(clause));
        }
        Map<Project, List<String>> clauses = new LinkedHashMap<>();
        projects.keySet().stream()
                .filter(project -> found.containsKey(project.id()))
                .forEach(project -> clauses.put(project, List.copyOf(found.getOrDefault(project.id(), List.of()))));
        return clauses;
    }
}
