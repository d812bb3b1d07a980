package dev.parley.registry;

import dev.parley.document.DocumentId;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;

/**
 * An entity that some words of a text may name.
 *
 * @param name the name of the entity that fits
 * @param lastLinked where the reader linked it last in the same document, before the words asked about; code points
 * @param namesakes how many other entities have the very same name
 */
public record Candidate(Entity entity, NameMatch match, String name, OptionalInt lastLinked, int namesakes) {

    /** Why it is offered, in sentences. */
    public String why(String words) {
        StringBuilder why = new StringBuilder(
                switch (match) {
                    case EXACT -> "“%s” is its name.".formatted(name);
                    case FOLDED -> "“%s” is its name, written differently.".formatted(name);
                    case WORDS -> "“%s” has words in common with its name “%s”.".formatted(words, name);
                    case INITIALS -> "“%s” is short for its name “%s”.".formatted(words, name);
                    case NEAR -> "“%s” is a letter or two away from its name “%s”.".formatted(words, name);
                });
        if (lastLinked.isPresent()) {
            why.append(" You linked it in this document before.");
        }
        if (namesakes > 0) {
            why.append(
                    namesakes == 1
                            ? " Another has this name too."
                            : " %d others have this name too.".formatted(namesakes));
        }
        return why.toString();
    }

    /** Where words stand for which entities are looked for. */
    public record Place(
            @Nullable DocumentId document,
            int before,
            @Nullable String type) {

        /** Anywhere, of any type. */
        public static final Place ANYWHERE = new Place(null, Integer.MAX_VALUE, null);
    }
}
