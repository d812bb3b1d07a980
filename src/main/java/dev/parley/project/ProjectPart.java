package dev.parley.project;

import dev.parley.account.User;
import org.jspecify.annotations.Nullable;

/** Something a later package gives every new project, such as its scheme. */
public interface ProjectPart {

    /**
     * Called in the transaction that makes the project; a failure here leaves no project behind.
     *
     * @param scheme what the maker asked for: a preset's name or a scheme's YAML; absent for the default
     */
    void begin(User actor, Project project, @Nullable String scheme);
}
