package dev.parley.exchange.intake;

import dev.parley.account.User;
import dev.parley.account.UserService;
import dev.parley.adjudication.DecisionImport;
import dev.parley.adjudication.QuestionImport;
import dev.parley.adjudication.RulesService;
import dev.parley.annotation.SetImport;
import dev.parley.discussion.ThreadImport;
import dev.parley.document.DocumentService;
import dev.parley.document.RevisionImport;
import dev.parley.document.TextImport;
import dev.parley.exchange.HowFar;
import dev.parley.exchange.Losses;
import dev.parley.exchange.split.SplitService;
import dev.parley.project.GuidelineService;
import dev.parley.project.ProjectId;
import dev.parley.project.ProjectService;
import dev.parley.registry.EntityImport;
import dev.parley.registry.EntityService;
import dev.parley.scheme.SchemeService;
import java.util.Map;
import org.springframework.stereotype.Component;

/**
 * Restores a bundle into a project: scheme, guidelines, registry, documents, assignments, sets, decisions, split, and what
 * stands behind them. What cannot
 * be equal is named: ids that are taken here, times of edits, original files. The caller holds the transaction.
 */
@Component
record BundleImport(
        TextImport texts,
        SetImport sets,
        DecisionImport decisions,
        RulesService rules,
        SchemeService schemes,
        GuidelineService guidelines,
        EntityService entities,
        EntityImport newEntities,
        SplitService splits,
        DocumentService documents,
        RevisionImport revisions,
        ThreadImport threads,
        QuestionImport questions,
        UserService users,
        ProjectService projects) {

    ImportReport run(User actor, ProjectId project, BundleFile bundle, boolean preview, HowFar howFar) {
        Losses losses = new Losses();
        People people = new People(users, projects, actor, project);
        Restoring restoring = new Restoring(this, actor, project, bundle, people, losses, howFar);
        restoring.run();
        return new ImportReport(
                restoring.documents(),
                restoring.annotations(),
                losses.report(),
                "unicode-code-point",
                "the manifest says so",
                Map.of(),
                people.names(),
                null,
                preview);
    }
}
