package dev.parley.project.api;

import dev.parley.account.CurrentUser;
import dev.parley.problem.Problem.Fault;
import dev.parley.problem.ProblemException;
import dev.parley.project.Project;
import dev.parley.project.ProjectId;
import dev.parley.project.ProjectService;
import dev.parley.project.ProjectSettings;
import dev.parley.project.ProjectSettingsJson;
import dev.parley.project.Role;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.JsonNode;

@RestController
@RequestMapping("/api/v1/projects")
class ProjectController {

    private final ProjectService projects;
    private final CurrentUser currentUser;

    ProjectController(ProjectService projects, CurrentUser currentUser) {
        this.projects = projects;
        this.currentUser = currentUser;
    }

    record NewProject(
            @Nullable String name,
            @Nullable String scheme,
            @Nullable JsonNode settings) {}

    record ProjectChange(@Nullable String name, @Nullable JsonNode settings) {}

    record ProjectJson(String id, String name, JsonNode settings, Instant createdAt, List<String> roles) {

        static ProjectJson of(Project project, Set<Role> roles) {
            return new ProjectJson(
                    project.id().toString(),
                    project.name(),
                    ProjectSettingsJson.tree(project.settings()),
                    project.createdAt(),
                    names(roles));
        }
    }

    record Projects(List<ProjectJson> items, @Nullable String next) {}

    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    ProjectJson create(@RequestBody NewProject wanted) {
        if (wanted.name() == null) {
            throw ProblemException.invalid("The field name is missing.", List.of(new Fault("name", "is missing")));
        }
        ProjectSettings settings = ProjectSettingsJson.over(ProjectSettings.DEFAULT, wanted.settings());
        return json(projects.create(currentUser.get(), wanted.name(), wanted.scheme(), settings));
    }

    /** A person is in few projects, so there is only ever one page. */
    @GetMapping
    Projects all() {
        return new Projects(
                projects.of(currentUser.get()).entrySet().stream()
                        .map(entry -> ProjectJson.of(entry.getKey(), entry.getValue()))
                        .toList(),
                null);
    }

    @GetMapping("/{project}")
    ProjectJson one(@PathVariable ProjectId project) {
        return json(projects.require(currentUser.get(), project));
    }

    @PatchMapping("/{project}")
    ProjectJson change(@PathVariable ProjectId project, @RequestBody ProjectChange change) {
        Project before = projects.require(currentUser.get(), project);
        return json(projects.change(
                currentUser.get(),
                project,
                change.name() == null ? before.name() : change.name(),
                ProjectSettingsJson.over(before.settings(), change.settings())));
    }

    @DeleteMapping("/{project}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void discard(@PathVariable ProjectId project) {
        projects.discard(currentUser.get(), project);
    }

    @PostMapping("/{project}/restoration")
    ProjectJson restore(@PathVariable ProjectId project) {
        return json(projects.restore(currentUser.get(), project));
    }

    private ProjectJson json(Project project) {
        return ProjectJson.of(project, projects.of(currentUser.get()).getOrDefault(project, Set.of()));
    }

    static List<String> names(Collection<Role> roles) {
        return roles.stream()
                .sorted()
                .map(role -> role.name().toLowerCase(Locale.ROOT))
                .toList();
    }
}
