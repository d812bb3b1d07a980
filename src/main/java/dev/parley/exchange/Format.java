package dev.parley.exchange;

import dev.parley.problem.ProblemException;
import java.util.Arrays;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The forms in which a project can be taken away. All of them hold everything; none loses an annotation. */
public enum Format {
    /** A zip with the records and all that is needed to read and judge them: scheme, schema, decisions, agreement. */
    BUNDLE("bundle", "application/zip", "zip", "Bundle", "everything in one zip, with scheme, schema and decisions"),
    /** One JSON object with the manifest and all records. */
    JSON("json", "application/json", "json", "JSON", "one object with manifest, documents, entities and relations"),
    /** One record per line. */
    JSON_LINES("jsonl", "application/jsonl", "jsonl", "JSON Lines", "one record per line, for streaming readers");

    private final String id;
    private final String mediaType;
    private final String extension;
    private final String title;
    private final String hint;

    Format(String id, String mediaType, String extension, String title, String hint) {
        this.id = id;
        this.mediaType = mediaType;
        this.extension = extension;
        this.title = title;
        this.hint = hint;
    }

    /** The format with this id. @throws ProblemException invalid, naming the known ones */
    public static Format of(@Nullable String id) {
        return Arrays.stream(values())
                .filter(format -> format.id.equals(id))
                .findFirst()
                .orElseThrow(() -> ProblemException.invalid((id == null
                                ? "Say which format; known ones are %s."
                                : "The format \"%2$s\" is not known; known ones are %1$s.")
                        .formatted(Arrays.stream(values()).map(Format::id).collect(Collectors.joining(", ")), id)));
    }

    /** As named in the HTTP contract. */
    public String id() {
        return id;
    }

    public String mediaType() {
        return mediaType;
    }

    /** Of the file, without the dot. */
    public String extension() {
        return extension;
    }

    /** As people call it. */
    public String title() {
        return title;
    }

    /** What is in it, as a part of a sentence. */
    public String hint() {
        return hint;
    }
}
