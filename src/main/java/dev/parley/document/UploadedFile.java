package dev.parley.document;

import org.springframework.core.io.InputStreamSource;

/**
 * A file on its way in.
 *
 * @param name as the sender calls it; not trusted
 */
public record UploadedFile(String name, InputStreamSource content) {

    private static final int LONGEST_NAME = 255;

    public UploadedFile {
        name = tidy(name.substring(name.replace('\\', '/').lastIndexOf('/') + 1));
    }

    /** Without control characters and without those that turn the direction of writing, which make a name lie. */
    static String tidy(String name) {
        String plain = name.replaceAll("[\\p{Cc}\\u202A-\\u202E\\u2066-\\u2069\\u200E\\u200F]", "")
                .strip();
        if (plain.isEmpty()) {
            return "unnamed";
        }
        if (plain.length() <= LONGEST_NAME) {
            return plain;
        }
        // the end says what kind of file it is
        String end = plain.substring(plain.length() - LONGEST_NAME);
        return Character.isLowSurrogate(end.charAt(0)) ? end.substring(1) : end;
    }
}
