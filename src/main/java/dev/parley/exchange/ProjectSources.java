package dev.parley.exchange;

import dev.parley.account.User;
import dev.parley.account.UserService;
import dev.parley.adjudication.AdjudicationService;
import dev.parley.adjudication.DecisionImport;
import dev.parley.adjudication.RulesService;
import dev.parley.agreement.AgreementService;
import dev.parley.annotation.AnnotationService;
import dev.parley.annotation.WorkingTimes;
import dev.parley.document.DocumentService;
import dev.parley.exchange.split.SplitService;
import dev.parley.project.GuidelineService;
import dev.parley.project.Project;
import dev.parley.project.ProjectService;
import dev.parley.registry.EntityService;
import dev.parley.scheme.SchemeService;
import org.springframework.stereotype.Component;

/** Opens projects for reading, through the services that own their parts. */
@Component
record ProjectSources(
        ProjectService projects,
        SchemeService schemes,
        GuidelineService guidelines,
        DocumentService documents,
        EntityService entities,
        AnnotationService annotations,
        WorkingTimes times,
        AgreementService agreement,
        AdjudicationService adjudication,
        DecisionImport merges,
        RulesService rules,
        SplitService splits,
        UserService users,
        ProjectBackground.Services background) {

    /** The project as this person may see it; to be read in one transaction. */
    ProjectSource of(User actor, Project project, ExportOptions options) {
        return new ProjectSource(this, actor, project, options);
    }
}
