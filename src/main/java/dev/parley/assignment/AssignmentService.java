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
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
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
    private final AssignmentRepository repository;
    private final DocumentService documents;
    private final ProjectService projects;
    private final AccessPolicy policy;

    AssignmentService(
            AnnotationService annotations,
            AssignmentRepository repository,
            DocumentService documents,
            ProjectService projects,
            AccessPolicy policy) {
        this.annotations = annotations;
        this.repository = repository;
        this.documents = documents;
        this.projects = projects;
        this.policy = policy;
    }

    /** Some of a project's documents with their readers, by position, oldest document first. */
    @Transactional(readOnly = true)
    public List<Assignment> slice(User actor, ProjectId project, int offset, int limit) {
        policy.require(actor, project, Permission.MANAGE);
        return withReaders(project, documents.slice(project, offset, limit));
    }

    /** These documents with their readers. */
    @Transactional(readOnly = true)
    public List<Assignment> of(User actor, ProjectId project, Collection<DocumentId> wanted) {
        policy.require(actor, project, Permission.MANAGE);
        return withReaders(
                project,
                documents.some(wanted).stream()
                        .filter(document -> document.project().equals(project))
                        .toList());
    }

    /** One document of a project with its readers. */
    @Transactional(readOnly = true)
    public Assignment one(User actor, ProjectId project, DocumentId id) {
        return of(actor, project, List.of(id)).stream()
                .findFirst()
                .orElseThrow(() -> ProblemException.notFound("document", id));
    }

    /** How far all readings of a project are. */
    @Transactional(readOnly = true)
    public Readings readings(User actor, ProjectId project) {
        policy.require(actor, project, Permission.MANAGE);
        return repository.readings(project);
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
        List<DocumentId> known = wanted == null ? repository.documents(project) : known(project, wanted);
        if (known.isEmpty()) {
            return 0;
        }
        Spread spread = new Spread(repository.loads(project), repository.readers(project, known));
        return annotations.assign(actor, project, spread.missing(known, annotators, each));
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

    /**
     * What a person has to read in the projects they take part in.
     *
     * @param most so many of what is open are told one by one
     */
    @Transactional(readOnly = true)
    public Workload workload(User actor, int most) {
        return workload(actor, projects.of(actor).keySet(), most);
    }

    /** The same in one of these projects; nothing if they take no part in it. */
    @Transactional(readOnly = true)
    public Workload workload(User actor, ProjectId project, int most) {
        return workload(
                actor,
                projects.of(actor).keySet().stream()
                        .filter(mine -> mine.id().equals(project))
                        .toList(),
                most);
    }

    /** What a person was given, by position: what is begun first, then what is not, then what is handed in. */
    @Transactional(readOnly = true)
    public List<Task> tasks(User actor, int offset, int limit) {
        return tasks(actor, projects.of(actor).keySet(), offset, limit);
    }

    /** Where a document stands among those the actor reads in its project; empty if they do not read it. */
    @Transactional(readOnly = true)
    public Optional<Trail> trail(User actor, DocumentId document) {
        return repository
                .place(actor.id(), document)
                .map(place -> new Trail(
                        repository.previous(actor.id(), document).map(documents::get),
                        place.place(),
                        place.all(),
                        place.open(),
                        repository.next(actor.id(), document).map(documents::get)));
    }

    private Workload workload(User actor, Collection<Project> mine, int most) {
        List<Task> first =
                tasks(actor, mine, 0, most).stream().filter(Task::isOpen).toList();
        return new Workload(first, repository.readings(actor.id(), ids(mine)));
    }

    private List<Task> tasks(User actor, Collection<Project> mine, int offset, int limit) {
        List<Progress> given = repository.tasks(actor.id(), ids(mine), offset, limit);
        Map<DocumentId, Document> read = documents
                .some(given.stream().map(Progress::document).toList())
                .stream()
                .collect(Collectors.toMap(Document::id, Function.identity()));
        Map<ProjectId, Project> byId = mine.stream().collect(Collectors.toMap(Project::id, Function.identity()));
        List<Task> tasks = new ArrayList<>();
        for (Progress progress : given) {
            Document document = read.get(progress.document());
            Project project = document == null ? null : byId.get(document.project());
            if (document != null && project != null) {
                tasks.add(new Task(project, document, progress));
            }
        }
        return tasks;
    }

    private static List<ProjectId> ids(Collection<Project> projects) {
        return projects.stream().map(Project::id).toList();
    }

    private List<Assignment> withReaders(ProjectId project, List<Document> some) {
        Map<DocumentId, List<Progress>> readers =
                annotations.progress(project, some.stream().map(Document::id).toList()).stream()
                        .collect(Collectors.groupingBy(Progress::document));
        return some.stream()
                .map(document -> new Assignment(document, readers.getOrDefault(document.id(), List.of())))
                .toList();
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

    private List<DocumentId> known(ProjectId project, Collection<DocumentId> wanted) {
        Set<DocumentId> known = repository.present(project, wanted);
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
