package dev.parley.project;

import dev.parley.problem.ProblemException;
import java.net.URI;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Under which terms what a project exports may be used.
 *
 * @param spdx its identifier in the SPDX list, such as {@code CC-BY-4.0}; absent for terms of one's own
 * @param name for people; absent if the identifier says enough
 * @param url where it can be read
 */
public record Licence(
        @Nullable String spdx,
        @Nullable String name,
        @Nullable String url) {

    /** Identifiers that are offered first. */
    public static final List<String> USUAL = List.of(
            "CC-BY-4.0",
            "CC-BY-SA-4.0",
            "CC-BY-NC-4.0",
            "CC-BY-NC-SA-4.0",
            "CC0-1.0",
            "ODbL-1.0",
            "ODC-By-1.0",
            "Apache-2.0",
            "MIT");

    private static final Pattern IDENTIFIER = Pattern.compile("[A-Za-z0-9][A-Za-z0-9.+-]{0,63}");
    private static final int LONGEST_NAME = 200;
    private static final int LONGEST_URL = 2_000;

    /** @throws ProblemException invalid, naming the field and the value */
    public Licence {
        if (spdx == null && name == null) {
            throw ProblemException.invalid("licence", "A licence has an SPDX identifier or a name.");
        }
        if (spdx != null && !IDENTIFIER.matcher(spdx).matches()) {
            throw ProblemException.invalid(
                    "licence.spdx", "licence.spdx is an identifier such as CC-BY-4.0, not “%s”.".formatted(spdx));
        }
        if (name != null
                && (name.isBlank()
                        || name.length() > LONGEST_NAME
                        || name.lines().count() > 1)) {
            throw ProblemException.invalid(
                    "licence.name", "licence.name is one line of up to %d characters.".formatted(LONGEST_NAME));
        }
        if (url != null && !isAddress(url)) {
            throw ProblemException.invalid(
                    "licence.url", "licence.url is an address such as https://…, not “%s”.".formatted(url));
        }
    }

    private static boolean isAddress(String url) {
        try {
            URI address = URI.create(url);
            return url.length() <= LONGEST_URL
                    && address.getHost() != null
                    && List.of("http", "https").contains(String.valueOf(address.getScheme()));
        } catch (IllegalArgumentException notAnAddress) {
            return false;
        }
    }

    /** What people call it. */
    public String title() {
        return name == null ? String.valueOf(spdx) : name;
    }
}
