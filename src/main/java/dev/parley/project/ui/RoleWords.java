package dev.parley.project.ui;

import dev.parley.project.Role;

/** How roles are spoken of. */
final class RoleWords {

    private RoleWords() {}

    static String title(Role role) {
        return switch (role) {
            case MANAGER -> "Manager";
            case ADJUDICATOR -> "Adjudicator";
            case ANNOTATOR -> "Annotator";
            case VIEWER -> "Viewer";
        };
    }

    /** What the role is for, to stand under its title. */
    static String purpose(Role role) {
        return switch (role) {
            case MANAGER -> "sets up, sees all";
            case ADJUDICATOR -> "settles, sees all";
            case ANNOTATOR -> "marks documents";
            case VIEWER -> "reads documents";
        };
    }
}
