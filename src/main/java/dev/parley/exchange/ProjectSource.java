package dev.parley.exchange;

import dev.parley.account.User;
import dev.parley.account.UserId;
import dev.parley.adjudication.Decision;
import dev.parley.adjudication.GoldSet;
import dev.parley.adjudication.MergeRun;
import dev.parley.agreement.AgreementService.Scope;
import dev.parley.annotation.AnnotationSet;
import dev.parley.document.Document;
import dev.parley.document.DocumentId;
import dev.parley.document.DocumentQuery;
import dev.parley.exchange.split.Placement;
import dev.parley.project.Guideline;
import dev.parley.project.Project;
import dev.parley.registry.Entity;
import dev.parley.scheme.Scheme;
import dev.parley.scheme.SchemeJson;
import dev.parley.scheme.SchemeService.Kept;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** A project as an export reads it. Of the documents only the ids are held, and a few documents at a time. */
final class ProjectSource implements ExportSource {

    private static final int MOST_DOCUMENTS = 32;

    /** Of so many documents the decisions are read at once. */
    private static final int DECIDED_DOCUMENTS = 256;
    /** Of all documents read in one go, unless a single one is longer. */
    private static final int MOST_CODE_POINTS = 100_000;

    private final ProjectSources services;
    private final User actor;
    private final Project project;
    private final ExportOptions options;
    private final Map<DocumentId, Placement> placements;
    private final int most;
    private HowFar howFar = HowFar.UNHEARD;
    private int read;
    /** What the export is narrowed to; absent if it is not. */
    private final Optional<Set<DocumentId>> found;

    private final Scheme definition;
    private final SchemeFiles scheme;
    private final Map<UserId, String> names = new HashMap<>();

    ProjectSource(ProjectSources services, User actor, Project project, ExportOptions options) {
        this.services = services;
        this.actor = actor;
        this.project = project;
        this.options = options;
        this.most = Integer.MAX_VALUE;
        DocumentQuery query = options.only().documentQuery();
        this.found = query.isEverything()
                ? Optional.empty()
                : Optional.of(Set.copyOf(
                        services.documents().find(actor, project.id(), query).ids()));
        this.placements = services.splits().frozen(project.id()).placements();
        Scheme current = services.schemes().current(project.id());
        this.definition = current;
        this.scheme = new SchemeFiles(
                current.id(),
                current.version(),
                services.schemes().source(project.id(), current.version()),
                SchemeJson.write(current) + "\n");
    }

    private ProjectSource(ProjectSource all, int most) {
        this.services = all.services;
        this.actor = all.actor;
        this.project = all.project;
        this.options = all.options;
        this.most = most;
        this.found = all.found;
        this.placements = all.placements;
        this.definition = all.definition;
        this.scheme = all.scheme;
    }

    /** The same with the first documents only. */
    ProjectSource first(int documents) {
        return new ProjectSource(this, documents);
    }

    /** Number of documents. */
    int size() {
        return ids().size();
    }

    /** Tells somebody how many documents are read. */
    ProjectSource telling(HowFar somebody) {
        howFar = somebody;
        return this;
    }

    @Override
    public Project project() {
        return project;
    }

    @Override
    public SchemeFiles scheme() {
        return scheme;
    }

    @Override
    public Scheme definition() {
        return definition;
    }

    @Override
    public Optional<GuidelineFile> guidelines() {
        return services.guidelines()
                .current(project.id())
                .map(current -> new GuidelineFile(current.version(), current.text()));
    }

    @Override
    public Setup setup() {
        List<Kept> schemes = services.schemes().versions(actor, project.id()).reversed().stream()
                .map(version -> new Kept(version, services.schemes().source(project.id(), version.number())))
                .toList();
        List<Guideline> guidelines =
                services.guidelines().versions(actor, project.id()).reversed();
        List<MergeRun> merges = services.merges().runs(project.id()).reversed().stream()
                .filter(run -> run.state() != MergeRun.State.RUNNING)
                .toList();
        return new Setup(project.settings(), services.rules().of(actor, project.id()), schemes, guidelines, merges);
    }

    @Override
    public void forEachAssignment(Consumer<Assigned> reader) {
        services.annotations().progress(project.id()).stream()
                .filter(progress -> isAskedFor(progress.document()))
                .map(progress -> new Assigned(
                        progress.document(), progress.annotator(), progress.state(), progress.assignedAt()))
                .sorted(Comparator.comparing(
                                (Assigned assigned) -> assigned.document().toString())
                        .thenComparing(Assigned::annotator))
                .forEach(reader);
    }

    @Override
    public List<Participant> participants() {
        return services.projects().members(project.id()).stream()
                .map(member ->
                        new Participant(member.user().name(), member.user().displayName(), member.roles()))
                .toList();
    }

    @Override
    public List<Entity> entities() {
        return services.entities().all(project.id());
    }

    @Override
    public void forEachArticle(Consumer<Article> reader) {
        Ahead.forEach(articles -> forEachPortion(portion -> read(portion, articles)), reader);
    }

    private void tell(int more, int all) {
        read += more;
        howFar.at(read, all);
    }

    /** A few documents at a time, in the order of their ids: long ones alone, so that little is held. */
    private void forEachPortion(Consumer<List<Document>> reader) {
        List<DocumentId> ids = ids();
        tell(0, ids.size());
        for (int from = 0; from < ids.size(); from += MOST_DOCUMENTS) {
            List<DocumentId> some = ids.subList(from, Math.min(ids.size(), from + MOST_DOCUMENTS));
            List<Document> portion = new ArrayList<>();
            int length = 0;
            for (Document document : services.documents().some(some).stream()
                    .sorted(Comparator.comparing(document -> document.id().toString()))
                    .toList()) {
                if (length + document.codePoints() > MOST_CODE_POINTS && !portion.isEmpty()) {
                    reader.accept(portion);
                    portion = new ArrayList<>();
                    length = 0;
                }
                portion.add(document);
                length += document.codePoints();
            }
            reader.accept(portion);
            tell(some.size(), ids.size());
        }
    }

    @Override
    public void forEachDecision(Consumer<DecisionLine> reader) {
        List<DocumentId> ids = ids();
        for (int from = 0; from < ids.size(); from += DECIDED_DOCUMENTS) {
            forEachDecision(ids.subList(from, Math.min(ids.size(), from + DECIDED_DOCUMENTS)), reader);
        }
    }

    private void forEachDecision(List<DocumentId> some, Consumer<DecisionLine> reader) {
        Map<DocumentId, List<Decision>> decisions = services.adjudication().decisions(project.id(), some).stream()
                .collect(Collectors.groupingBy(Decision::document));
        some.forEach(id -> decisions.getOrDefault(id, List.of()).stream()
                .sorted(Comparator.comparing(decision -> decision.id().toString()))
                .map(decision -> DecisionLine.of(decision, this::nameOf))
                .forEach(reader));
    }

    @Override
    public Background background() {
        return new ProjectBackground(services.background(), actor, project.id(), ids());
    }

    @Override
    public Map<String, ?> agreement(Names names) {
        List<DocumentId> some = most == Integer.MAX_VALUE ? List.of() : ids();
        Scope scope = some.isEmpty() ? Scope.ALL : new Scope(null, Set.of(), Set.copyOf(some));
        return new AgreementFile(names).of(services.agreement().report(actor, project.id(), scope));
    }

    /** In the order of their text form: databases differ in how they compare identifiers. */
    private List<DocumentId> ids() {
        return services.documents().ids(project.id()).stream()
                .filter(this::isAskedFor)
                .sorted(Comparator.comparing(DocumentId::toString))
                .limit(most)
                .toList();
    }

    private boolean isAskedFor(DocumentId id) {
        Placement placement = placements.get(id);
        return (options.split() == null || (placement != null && placement.part() == options.split()))
                && options.only().hasId(id)
                && found.map(ids -> ids.contains(id)).orElse(true);
    }

    private void read(List<Document> portion, Consumer<Article> reader) {
        Map<DocumentId, List<AnnotationSet>> sets =
                services.annotations().sets(portion.stream().map(Document::id).toList());
        Map<Document, List<AnnotationSet>> read = new LinkedHashMap<>();
        portion.forEach(document -> read.put(document, sets.getOrDefault(document.id(), List.of())));
        // aligning sets costs more than reading them; the parts of a split hold back what is not settled
        Map<DocumentId, GoldSet> gold = options.sets().hasGold() || options.split() != null
                ? services.adjudication().goldSets(project.id(), read)
                : Map.of();
        read.forEach((document, all) -> reader.accept(article(document, all, gold.get(document.id()))));
    }

    private Article article(Document document, List<AnnotationSet> sets, @Nullable GoldSet gold) {
        return new Article(
                document,
                services.documents().text(document.id()),
                sets,
                gold == null ? Optional.empty() : Gold.of(gold, this::nameOf),
                gold == null ? 0 : gold.undecided(),
                Optional.ofNullable(placements.get(document.id())),
                options.seconds() ? services.times().of(document.id()) : Map.of());
    }

    @Override
    public String nameOf(UserId user) {
        return names.computeIfAbsent(
                user, id -> services.users().find(id).orElseThrow().name());
    }
}
