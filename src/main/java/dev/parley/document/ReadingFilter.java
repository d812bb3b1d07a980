package dev.parley.document;

import dev.parley.account.User;
import dev.parley.project.ProjectId;
import java.util.Optional;

/** Narrows documents by who reads them, how far that is and what they marked; told by the package that knows. */
public interface ReadingFilter {

    /**
     * What a query says about reading; empty if it says nothing.
     *
     * @param viewer who asks: what they may not read does not count
     */
    Optional<SqlCondition> having(User viewer, ProjectId project, DocumentQuery query);
}
