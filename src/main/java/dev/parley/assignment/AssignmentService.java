package dev.parley.assignment;

import dev.parley.account.User;
import dev.parley.account.UserId;
import dev.parley.annotation.AnnotationService;
import dev.parley.annotation.Progress;
import dev.parley.document.Document;
import dev.parley.document.DocumentId;
import dev.parley.document.DocumentService;
import dev.parley.problem.Problem.Fault;
import dev.parley.problem.ProblemException;
import dev.parley.project.AccessPolicy;
import dev.parley.project.Member;
import dev.parley.project.Permission;
import dev.parley.project.Project;
import dev.parley.project.ProjectId;
import dev.parley.project.ProjectService;
import dev.parley.project.Role;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Gives documents to annotators. */
@Service
@Transactional
public class AssignmentService {

    private final AnnotationService annotations;
    private final DocumentService documents;
    private final ProjectService projects;
    private final AccessPolicy policy;

    AssignmentService(
            AnnotationService annotations, DocumentService documents, ProjectService projects, AccessPolicy policy) {
        this.annotations = annotations;
        this.documents = documents;
        this.projects = projects;
        this.policy = policy;
    }

    /** Every document of a project with its readers, oldest document first. */
    @Transactional(readOnly = true)
    public List<Assignment> all(User actor, ProjectId project) {
        policy.require(actor, project, Permission.MANAGE);
        Map<DocumentId, List<Progress>> readers =
                annotations.progress(project).stream().collect(Collectors.groupingBy(Progress::document));
        return documents.all(project).stream()
                .map(document -> new Assignment(document, readers.getOrDefault(document.id(), List.of())))
                .toList();
    }

    /** One document of a project with its readers. */
    @Transactional(readOnly = true)
    public Assignment one(User actor, ProjectId project, DocumentId id) {
        policy.require(actor, project, Permission.MANAGE);
        Document document = documents.get(id);
        if (!document.project().equals(project)) {
            throw ProblemException.notFound("document", id);
        }
        return new Assignment(document, annotations.progress(id));
    }

    /** Those who may be given documents, by name. */
    @Transactional(readOnly = true)
    public List<User> annotators(User actor, ProjectId project) {
        policy.require(actor, project, Permission.MANAGE);
        return annotators(project);
    }

    /**
     * Spreads documents over annotators, evenly. Who reads a document already counts; doing it twice changes nothing.
     *
     * @param wanted absent for every document of the project
     * @param names sign-in names of members who annotate
     * @param perDocument how many of them read each document; absent for what the project's settings say, or all of them
     *     if they are fewer
     * @return how many assignments are new
     * @throws ProblemException invalid, naming the unknown, or if fewer are named than each document needs
     */
    public int assign(
            User actor,
            ProjectId project,
            @Nullable Collection<DocumentId> wanted,
            Collection<String> names,
            @Nullable Integer perDocument) {
        policy.require(actor, project, Permission.MANAGE);
        List<UserId> annotators = named(project, names);
        int each = perDocument == null
                ? Math.min(projects.get(project).settings().annotatorsPerDocument(), annotators.size())
                : perDocument;
        if (each < 1 || each > annotators.size()) {
            String sentence = "Each document can have 1 to %d of the annotators named, not %d."
                    .formatted(annotators.size(), each);
            throw ProblemException.invalid(sentence, List.of(new Fault("perDocument", sentence)));
        }
        Map<DocumentId, Set<UserId>> readers = annotations.progress(project).stream()
                .collect(Collectors.groupingBy(
                        Progress::document, Collectors.mapping(Progress::user, Collectors.toSet())));
        return new Spread(readers)
                .missing(known(project, wanted), annotators, each).stream()
                        .mapToInt(share -> annotations.assign(actor, share.document(), share.annotator()) ? 1 : 0)
                        .sum();
    }

    /** Gives one document to one annotator; nothing happens if it is theirs already. */
    public void assign(User actor, ProjectId project, DocumentId document, String name) {
        assign(actor, project, List.of(document), List.of(name), 1);
    }

    /** Takes a document back from an annotator who has not begun. */
    public void unassign(User actor, ProjectId project, DocumentId document, String name) {
        policy.require(actor, project, Permission.MANAGE);
        Progress reader = annotations.progress(document).stream()
                .filter(progress -> progress.annotator().equals(name))
                .filter(_ -> documents.get(document).project().equals(project))
                .findFirst()
                .orElseThrow(() -> ProblemException.notFound("assignment of this document to", name));
        annotations.unassign(actor, document, reader.user());
    }

    /** What a person has to read, in all projects they are a member of. */
    @Transactional(readOnly = true)
    public Workload workload(User actor) {
        Map<ProjectId, Project> mine =
                projects.of(actor).keySet().stream().collect(Collectors.toMap(Project::id, Function.identity()));
        List<Progress> given = annotations.progress(actor.id());
        Map<DocumentId, Document> readable = given.isEmpty() ? Map.of() : documentsOf(mine.keySet());
        List<Task> tasks = new ArrayList<>();
        for (Progress progress : given) {
            Document document = readable.get(progress.document());
            Project project = document == null ? null : mine.get(document.project());
            if (document != null && project != null) {
                tasks.add(new Task(project, document, progress));
            }
        }
        return new Workload(tasks);
    }

    private Map<DocumentId, Document> documentsOf(Collection<ProjectId> mine) {
        Map<DocumentId, Document> found = new LinkedHashMap<>();
        mine.forEach(project -> documents.all(project).forEach(document -> found.put(document.id(), document)));
        return found;
    }

    private List<User> annotators(ProjectId project) {
        return projects.members(project).stream()
                .filter(member -> member.is(Role.ANNOTATOR))
                .map(Member::user)
                .toList();
    }

    private List<UserId> named(ProjectId project, Collection<String> names) {
        Map<String, UserId> known = annotators(project).stream().collect(Collectors.toMap(User::name, User::id));
        List<Fault> faults = new ArrayList<>();
        Set<UserId> found = new LinkedHashSet<>();
        for (String name : names) {
            UserId id = known.get(name);
            if (id == null) {
                faults.add(new Fault("annotators", "%s is not an annotator of this project".formatted(name)));
            } else {
                found.add(id);
            }
        }
        if (names.isEmpty()) {
            faults.add(new Fault("annotators", "nobody is named"));
        }
        if (!faults.isEmpty()) {
            throw ProblemException.invalid(
                    faults.stream().map(Fault::message).collect(Collectors.joining("; ")) + ".", faults);
        }
        return List.copyOf(found);
    }

    private List<DocumentId> known(ProjectId project, @Nullable Collection<DocumentId> wanted) {
        List<DocumentId> all = documents.all(project).stream().map(Document::id).toList();
        if (wanted == null) {
            return all;
        }
        Set<DocumentId> known = new HashSet<>(all);
        List<Fault> faults = wanted.stream()
                .filter(id -> !known.contains(id))
                .map(id -> new Fault("documents", "there is no document %s in this project".formatted(id)))
                .toList();
        if (!faults.isEmpty()) {
            throw ProblemException.invalid(
                    faults.stream().map(Fault::message).collect(Collectors.joining("; ")) + ".", faults);
        }
        return wanted.stream().distinct().toList();
    }
}
