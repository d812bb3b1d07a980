package dev.parley.exchange.intake;

import dev.parley.account.User;
import dev.parley.account.UserService;
import dev.parley.annotation.Annotation;
import dev.parley.annotation.AnnotationSet;
import dev.parley.annotation.SetImport;
import dev.parley.document.DocumentId;
import dev.parley.document.TextImport;
import dev.parley.exchange.HowFar;
import dev.parley.exchange.Losses;
import dev.parley.exchange.foreign.Mark;
import dev.parley.exchange.foreign.Survey;
import dev.parley.exchange.foreign.Survey.FoundDocument;
import dev.parley.exchange.foreign.Survey.FoundSet;
import dev.parley.exchange.intake.FileScheme.Renamed;
import dev.parley.problem.Problem.Fault;
import dev.parley.problem.ProblemException;
import dev.parley.project.ProjectId;
import dev.parley.project.ProjectService;
import dev.parley.project.Role;
import dev.parley.registry.Entity;
import dev.parley.registry.EntityService;
import dev.parley.scheme.Label;
import dev.parley.scheme.RelationType;
import dev.parley.scheme.Scheme;
import dev.parley.scheme.SchemeService;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** Brings what another tool holds into a project. The caller holds the transaction. */
@Component
record ForeignImport(
        TextImport texts,
        SetImport sets,
        SchemeService schemes,
        EntityService entities,
        UserService users,
        ProjectService projects) {

    private static final int MOST_FAULTS = 20;

    List<String> labels(ProjectId project) {
        Scheme scheme = schemes.current(project);
        return Stream.concat(
                        scheme.spanLayers().stream()
                                .flatMap(layer -> layer.labels().stream())
                                .map(Label::id),
                        scheme.frame().stream().flatMap(frame -> Stream.of(Mark.CLAIM, Mark.CUE)))
                .toList();
    }

    /**
     * @param survey what was seen of the file
     * @param each reads the file again and hands over its documents
     * @param howFar told how many documents are taken
     */
    ImportReport run(
            User actor,
            ProjectId project,
            Survey survey,
            Consumer<Consumer<FoundDocument>> each,
            ImportOptions options,
            HowFar howFar) {
        Map<String, String> said = new HashMap<>(options.labels());
        Renamed renamed = Renamed.NOTHING;
        String yaml = null;
        if (options.schemeFromFile()) {
            // a preview is taken back, the scheme with it
            FileScheme made = FileScheme.of(survey);
            yaml = made.yaml();
            renamed = made.renamed();
            schemes.put(actor, project, yaml);
            said.putAll(renamed.labels());
        }
        Scheme scheme = schemes.current(project);
        LabelMap labels = new LabelMap(scheme, said, survey.labels());
        if (!options.skipUnknown() && !options.preview()) {
            labels.requireAllKnown(survey.places());
        }
        Losses losses = new Losses();
        Set<String> known = entities.all(project).stream().map(Entity::id).collect(Collectors.toSet());
        Taking taking = new Taking(
                actor,
                project,
                options,
                new Fitting(scheme, labels, renamed, known, losses),
                scheme.relations().stream().map(RelationType::id).collect(Collectors.toSet()),
                new People(users, projects, actor, project));
        int[] taken = new int[1];
        each.accept(found -> {
            howFar.at(taken[0]++, survey.documents());
            taking.take(found);
        });
        requireNone(taking.faults);
        return new ImportReport(
                options.preview() ? survey.documents() : taking.documents.size(),
                taking.annotations,
                losses.report(),
                survey.unit().id(),
                survey.evidence(),
                labels.report(),
                taking.people.names(),
                yaml,
                options.preview());
    }

    /** Takes one document after the other. */
    private final class Taking {

        private final User actor;
        private final ProjectId project;
        private final ImportOptions options;
        private final Fitting fitting;
        private final Set<String> relations;
        private final People people;
        private final List<Fault> faults = new ArrayList<>();
        private final Set<DocumentId> documents = new HashSet<>();
        private final Set<Map.Entry<DocumentId, String>> filled = new HashSet<>();
        private int annotations;

        Taking(
                User actor,
                ProjectId project,
                ImportOptions options,
                Fitting fitting,
                Set<String> relations,
                People people) {
            this.actor = actor;
            this.project = project;
            this.options = options;
            this.fitting = fitting;
            this.relations = relations;
            this.people = people;
        }

        void take(FoundDocument found) {
            DocumentId document = options.preview() ? null : document(found);
            for (FoundSet set : found.sets()) {
                List<Annotation> made = fitting.fit(found.place(), set.marks()).annotations(relations);
                annotations += made.size();
                if (document != null) {
                    documents.add(document);
                    fill(found, document, set, made);
                }
            }
        }

        private void fill(FoundDocument found, DocumentId document, FoundSet set, List<Annotation> made) {
            String named = options.annotator() == null ? set.annotator() : options.annotator();
            User annotator = people.of(named, Role.ANNOTATOR);
            if (!filled.add(Map.entry(document, annotator.name()))) {
                throw ProblemException.invalid(
                        "%s: this text came before in the file, as %s's work too; one person has one set of marks on a text. Nothing was imported."
                                .formatted(found.place(), annotator.name()));
            }
            // who looks for faults wants to see some, not all of a large file's
            if (faults.size() < MOST_FAULTS) {
                sets.fill(actor, document, annotator.id(), made)
                        .forEach(problem -> faults.add(new Fault(found.place(), problem)));
                sets.settle(actor, document, annotator.id(), AnnotationSet.State.SUBMITTED, null, null, null);
            }
        }

        private DocumentId document(FoundDocument found) {
            String name = found.name().isBlank() ? "imported" : found.name();
            DocumentId taken = texts.take(
                            actor,
                            project,
                            new TextImport.Article(name + ".txt", found.title(), found.language(), found.text()))
                    .id();
            documents.add(taken);
            return taken;
        }
    }

    static void requireNone(List<Fault> faults) {
        if (!faults.isEmpty()) {
            Fault first = faults.getFirst();
            throw ProblemException.failsScheme(
                    "%s: %s%s Nothing was imported."
                            .formatted(
                                    first.field(),
                                    first.message(),
                                    faults.size() == 1 ? "" : " And %d more.".formatted(faults.size() - 1)),
                    faults.subList(0, Math.min(MOST_FAULTS, faults.size())));
        }
    }
}
