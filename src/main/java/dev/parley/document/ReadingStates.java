package dev.parley.document;

import dev.parley.account.User;
import dev.parley.project.ProjectId;
import java.util.Collection;
import java.util.Map;

/** Who reads what and how far they are; told by the package that knows. */
public interface ReadingStates {

    /**
     * States by document and annotator name. In blind mode an annotator sees only their own.
     *
     * @param viewer who asks
     */
    Map<DocumentId, Map<String, String>> states(User viewer, ProjectId project, Collection<DocumentId> documents);
}
