package dev.parley.project;

import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/** What somebody may want to do in a project, and which roles may. */
public enum Permission {
    /** See that the project exists, its documents, its scheme. */
    READ(EnumSet.allOf(Role.class)),
    /** Mark the documents one is assigned to. */
    ANNOTATE(EnumSet.of(Role.ANNOTATOR)),
    /** Read every annotator's work, agreement and disagreements; export. */
    SUPERVISE(EnumSet.of(Role.MANAGER, Role.ADJUDICATOR)),
    /** Settle disagreements. */
    ADJUDICATE(EnumSet.of(Role.ADJUDICATOR)),
    /** Change settings, members, scheme, documents and assignments. */
    MANAGE(EnumSet.of(Role.MANAGER));

    private final Set<Role> roles;

    Permission(Set<Role> roles) {
        this.roles = roles;
    }

    /** Whether one of these roles, held in the project in question, is enough. */
    public boolean isGrantedTo(Set<Role> held) {
        return held.stream().anyMatch(roles::contains);
    }

    String rolesInWords() {
        return roles.stream().map(role -> role.name().toLowerCase(Locale.ROOT)).collect(Collectors.joining(" or "));
    }
}
