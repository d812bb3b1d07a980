package dev.parley.project;

/** What a member is in a project; one member may hold several. */
public enum Role {
    /** Sets up: documents, scheme, members, assignments; sees agreement and exports. */
    MANAGER,
    /** Settles disagreements; sees everyone's annotations, agreement and exports. */
    ADJUDICATOR,
    /** Marks the documents assigned to them. */
    ANNOTATOR,
    /** Reads documents, scheme and guidelines. */
    VIEWER
}
