package dev.parley.scheme;

import dev.parley.project.ProjectId;
import java.util.Set;
import java.util.function.Consumer;

/** Tells what of a scheme is in use. Implemented by whoever stores annotations; the scheme itself knows of none. */
public interface SchemeUse {

    /**
     * Goes through all annotations of a project, once each, with what each uses: its label or role, attributes, values and
     * constants. Annotations that are only in the trash count as well, since they can come back.
     */
    void visit(ProjectId project, Consumer<Set<SchemeItem>> annotation);
}
