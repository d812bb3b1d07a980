package dev.parley.document;

import dev.parley.account.UserId;
import dev.parley.document.DocumentQuery.ReadingState;
import org.jspecify.annotations.Nullable;

/** Narrows documents by who reads them and how far that is; told by the package that knows. */
public interface ReadingFilter {

    /** @param reader null for anybody; at least one of both is given */
    SqlCondition having(@Nullable UserId reader, @Nullable ReadingState state);
}
