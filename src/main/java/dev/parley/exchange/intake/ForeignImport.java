package dev.parley.exchange.intake;

import dev.parley.account.User;
import dev.parley.account.UserService;
import dev.parley.annotation.Annotation;
import dev.parley.annotation.AnnotationSet;
import dev.parley.annotation.SetImport;
import dev.parley.document.Document;
import dev.parley.document.TextImport;
import dev.parley.exchange.Losses;
import dev.parley.exchange.foreign.Found;
import dev.parley.exchange.foreign.Found.FoundDocument;
import dev.parley.exchange.foreign.Found.FoundSet;
import dev.parley.exchange.foreign.Marks;
import dev.parley.problem.Problem.Fault;
import dev.parley.problem.ProblemException;
import dev.parley.project.ProjectId;
import dev.parley.project.ProjectService;
import dev.parley.project.Role;
import dev.parley.registry.Entity;
import dev.parley.registry.EntityService;
import dev.parley.scheme.RelationType;
import dev.parley.scheme.Scheme;
import dev.parley.scheme.SchemeService;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
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

    ImportReport run(User actor, ProjectId project, Found found, ImportOptions options) {
        if (options.schemeFromFile() && !options.preview()) {
            schemes.put(actor, project, FileScheme.of(labels(found)));
        }
        Scheme scheme = schemes.current(project);
        LabelMap labels = new LabelMap(scheme, options.labels());
        found.documents().stream()
                .flatMap(document -> document.sets().stream())
                .flatMap(set -> set.marks().marks().stream())
                .forEach(mark -> labels.count(mark.label()));
        if (!options.skipUnknown() && !options.preview()) {
            labels.requireAllKnown();
        }
        Losses losses = new Losses();
        Set<String> known = entities.all(project).stream().map(Entity::id).collect(Collectors.toSet());
        Fitting fitting = new Fitting(scheme, labels, known, losses);
        Set<String> relations =
                scheme.relations().stream().map(RelationType::id).collect(Collectors.toSet());
        People people = new People(users, projects, actor, project);
        List<Fault> faults = new ArrayList<>();
        Set<Document> documents = new java.util.HashSet<>();
        int annotations = 0;
        for (FoundDocument document : found.documents()) {
            Document kept = options.preview() ? null : take(actor, project, document);
            if (kept != null) {
                documents.add(kept);
            }
            for (FoundSet set : document.sets()) {
                Marks marks = fitting.fit(document.place(), set.marks());
                List<Annotation> made = marks.annotations(relations);
                annotations += made.size();
                if (kept != null) {
                    String named = options.annotator() == null ? set.annotator() : options.annotator();
                    User annotator = people.of(named, named, Role.ANNOTATOR);
                    sets.fill(actor, kept.id(), annotator.id(), made)
                            .forEach(problem -> faults.add(new Fault(document.place(), problem)));
                    sets.settle(actor, kept.id(), annotator.id(), AnnotationSet.State.SUBMITTED, null, null);
                }
            }
        }
        requireNone(faults);
        return new ImportReport(
                options.preview() ? found.documents().size() : documents.size(),
                annotations,
                losses.report(),
                found.unit().id(),
                found.evidence(),
                labels.report(),
                people.names(),
                options.preview());
    }

    private static Set<String> labels(Found found) {
        return found.documents().stream()
                .flatMap(document -> document.sets().stream())
                .flatMap(set -> set.marks().marks().stream())
                .map(mark -> mark.label())
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private Document take(User actor, ProjectId project, FoundDocument document) {
        String name = document.name().isBlank() ? "imported" : document.name();
        return texts.take(
                actor,
                project,
                new TextImport.Article(
                        null, name + ".txt", document.title(), document.language(), document.text(), null, null));
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
