package dev.parley.exchange.intake;

import dev.parley.account.User;
import dev.parley.account.UserService;
import dev.parley.adjudication.DecisionImport;
import dev.parley.annotation.SetImport;
import dev.parley.document.TextImport;
import dev.parley.exchange.Losses;
import dev.parley.project.GuidelineService;
import dev.parley.project.ProjectId;
import dev.parley.project.ProjectService;
import dev.parley.registry.EntityService;
import dev.parley.scheme.SchemeService;
import java.util.Map;
import org.springframework.stereotype.Component;

/**
 * Restores a bundle into a project: scheme, registry, documents, sets, decisions. What cannot be equal is named: ids that are
 * taken here, times of edits, original files. The caller holds the transaction.
 */
@Component
record BundleImport(
        TextImport texts,
        SetImport sets,
        DecisionImport decisions,
        SchemeService schemes,
        GuidelineService guidelines,
        EntityService entities,
        UserService users,
        ProjectService projects) {

    ImportReport run(User actor, ProjectId project, BundleFile bundle, boolean preview) {
        Losses losses = new Losses();
        int annotations = bundle.records().stream()
                .flatMap(record -> record.path("annotations").valueStream())
                .mapToInt(set -> set.path("mentions").size()
                        + set.path("claims").size()
                        + set.path("relations").size())
                .sum();
        People people = new People(users, projects, actor, project);
        if (!preview) {
            new Restoring(this, actor, project, bundle, people, losses).run();
        }
        return new ImportReport(
                bundle.records().size(),
                annotations,
                losses.report(),
                "unicode-code-point",
                "the manifest says so",
                Map.of(),
                people.names(),
                preview);
    }
}
