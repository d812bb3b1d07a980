package dev.parley.document;

import dev.parley.account.User;
import dev.parley.project.ProjectId;
import java.util.List;

/** Something that managers can do to many documents at once; contributed by the package that knows how. */
public interface DocumentsAction {

    /** What the button says. */
    String title();

    /**
     * Asks what there is to ask and does it.
     *
     * @param done called when something changed, with a sentence about it
     */
    void begin(User manager, ProjectId project, List<DocumentId> documents, java.util.function.Consumer<String> done);
}
