package dev.parley.exchange.foreign;

import java.io.File;
import java.io.IOException;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import javax.tools.ToolProvider;

/**
 * Runs code that needs one thing of Spring as it was before version 7: the constructor of a class by which DKPro fills
 * placeholders in addresses. The code gets class loaders of its own, in which that class is ours and all others are as they
 * are.
 */
final class OlderSpring {

    private static final String HELPER = """
            package org.springframework.util;

            import java.util.Properties;
            import java.util.regex.*;

            public class PropertyPlaceholderHelper {
                private final Pattern placeholder;

                public PropertyPlaceholderHelper(String prefix, String suffix, String separator, boolean ignore) {
                    placeholder = Pattern.compile(Pattern.quote(prefix) + "(.+?)" + Pattern.quote(suffix));
                }

                public String replacePlaceholders(String value, Properties properties) {
                    return placeholder.matcher(value).replaceAll(found -> {
                        String word = properties.getProperty(found.group(1));
                        if (word == null) {
                            throw new IllegalArgumentException(found.group(1));
                        }
                        return Matcher.quoteReplacement(word);
                    });
                }
            }
            """;

    private OlderSpring() {}

    /** @param code has a constructor without arguments */
    static <T> Object call(Class<? extends Function<T, ?>> code, T argument) throws Exception {
        Path folder = Files.createTempDirectory("older-spring-");
        ClassLoader before = Thread.currentThread().getContextClassLoader();
        try (URLClassLoader loader =
                new URLClassLoader(classPath(compiled(folder)), ClassLoader.getPlatformClassLoader())) {
            Thread.currentThread().setContextClassLoader(loader);
            @SuppressWarnings("unchecked")
            Function<T, ?> made = (Function<T, ?>)
                    loader.loadClass(code.getName()).getDeclaredConstructor().newInstance();
            return made.apply(argument);
        } finally {
            Thread.currentThread().setContextClassLoader(before);
        }
    }

    private static Path compiled(Path folder) throws IOException {
        Path source = Files.writeString(folder.resolve("PropertyPlaceholderHelper.java"), HELPER);
        int failed =
                ToolProvider.getSystemJavaCompiler().run(null, null, null, "-d", folder.toString(), source.toString());
        if (failed != 0) {
            throw new AssertionError("the helper does not compile");
        }
        return folder;
    }

    /** Ours first. */
    private static URL[] classPath(Path first) throws MalformedURLException {
        List<URL> urls = new ArrayList<>(List.of(first.toUri().toURL()));
        for (String entry : System.getProperty("java.class.path").split(File.pathSeparator)) {
            urls.add(Path.of(entry).toUri().toURL());
        }
        return urls.toArray(URL[]::new);
    }
}
