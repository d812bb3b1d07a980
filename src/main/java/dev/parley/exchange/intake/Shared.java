package dev.parley.exchange.intake;

import dev.parley.account.User;
import dev.parley.document.DocumentId;
import dev.parley.exchange.Losses;
import dev.parley.project.ProjectId;
import java.util.Map;

/**
 * What the readers of one bundle share.
 *
 * @param documents which document an id of the bundle is here, as they become known
 */
record Shared(
        BundleImport services,
        User actor,
        ProjectId project,
        BundleFile bundle,
        People people,
        Map<String, DocumentId> documents,
        Losses losses) {}
