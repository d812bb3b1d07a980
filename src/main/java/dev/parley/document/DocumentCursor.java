package dev.parley.document;

import dev.parley.problem.ProblemException;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Base64;

/** The last document that a program has seen which walks through all of them. */
record DocumentCursor(Instant createdAt, DocumentId id) {

    static DocumentCursor after(Document document) {
        return new DocumentCursor(document.createdAt(), document.id());
    }

    String write() {
        return Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString("%s|%s".formatted(createdAt, id).getBytes(StandardCharsets.US_ASCII));
    }

    static DocumentCursor read(String cursor) {
        try {
            String[] parts =
                    new String(Base64.getUrlDecoder().decode(cursor), StandardCharsets.US_ASCII).split("\\|", 2);
            return new DocumentCursor(Instant.parse(parts[0]), DocumentId.of(parts.length > 1 ? parts[1] : ""));
        } catch (IllegalArgumentException | DateTimeException e) {
            throw ProblemException.invalid("The cursor “%s” is not one this list gave out.".formatted(cursor));
        }
    }
}
