package dev.parley.annotation;

/**
 * One thing an annotator said about a document. Its id is made by the client, stays for the life of the annotation, and
 * is unique in the set: 1 to 128 letters, digits, {@code . _ : -}, starting with a letter or digit.
 */
public sealed interface Annotation permits Mention, Claim, Relation {

    String id();

    default Kind kind() {
        return switch (this) {
            case Mention mention -> Kind.MENTION;
            case Claim claim -> Kind.CLAIM;
            case Relation relation -> Kind.RELATION;
        };
    }

    enum Kind {
        MENTION,
        CLAIM,
        RELATION
    }
}
