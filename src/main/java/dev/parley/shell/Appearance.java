package dev.parley.shell;

import com.vaadin.flow.component.page.ColorScheme;
import jakarta.servlet.http.Cookie;
import java.time.Duration;
import java.util.Arrays;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Paper, night desk, or as the system says. The choice belongs to the browser and not to the account: the same person sits
 * at a bright and at a dark desk. It is a cookie and not local storage, because the server can then write it into the page
 * and the very first paint is right without a script.
 */
enum Appearance {
    SYSTEM("As the system says", ColorScheme.Value.LIGHT_DARK),
    LIGHT("Light", ColorScheme.Value.LIGHT),
    DARK("Dark", ColorScheme.Value.DARK);

    private static final String COOKIE = "parley-appearance";

    private final String title;
    private final ColorScheme.Value scheme;

    Appearance(String title, ColorScheme.Value scheme) {
        this.title = title;
        this.scheme = scheme;
    }

    String title() {
        return title;
    }

    ColorScheme.Value scheme() {
        return scheme;
    }

    static Appearance of(Cookie @Nullable [] cookies) {
        if (cookies == null) {
            return SYSTEM;
        }
        return Arrays.stream(cookies)
                .filter(cookie -> cookie.getName().equals(COOKIE))
                .flatMap(
                        cookie -> Arrays.stream(values()).filter(it -> it.word().equals(cookie.getValue())))
                .findFirst()
                .orElse(SYSTEM);
    }

    Cookie cookie(String path, boolean secure) {
        Cookie cookie = new Cookie(COOKIE, word());
        cookie.setPath(path);
        cookie.setMaxAge(Math.toIntExact(Duration.ofDays(365).toSeconds()));
        cookie.setHttpOnly(true);
        cookie.setSecure(secure);
        cookie.setAttribute("SameSite", "Lax");
        return cookie;
    }

    private String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
