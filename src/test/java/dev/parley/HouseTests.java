package dev.parley;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.springframework.modulith.core.ApplicationModules;

/** The house is built as the README says: packages in reading order, each using only those above it. */
class HouseTests {

    private static final String ROOT = "dev.parley";
    /** A row of the README's map: {@code | `account` | who takes part … |}. */
    private static final Pattern ROOM = Pattern.compile("^\\| `([a-z]+)` \\|");

    private static final JavaClasses CLASSES = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages(ROOT);

    @Test
    void namesEveryPackageInTheReadme() throws IOException {
        TreeSet<String> rooms = new TreeSet<>();
        CLASSES.forEach(type -> rooms.add(room(type)));
        rooms.remove("");

        assertThat(readingOrder()).hasSizeGreaterThan(10).containsExactlyInAnyOrderElementsOf(rooms);
    }

    @Test
    void usesOnlyWhatComesBefore() throws IOException {
        List<String> order = readingOrder();
        List<String> backwards = new ArrayList<>();
        int seen = 0;
        for (JavaClass type : CLASSES) {
            for (Dependency dependency : type.getDirectDependenciesFromSelf()) {
                String from = room(type);
                String to = room(dependency.getTargetClass());
                if (from.isEmpty() || to.isEmpty() || from.equals(to)) {
                    continue;
                }
                seen++;
                if (order.indexOf(to) > order.indexOf(from)) {
                    backwards.add(dependency.getDescription());
                }
            }
        }

        assertThat(seen).as("dependencies looked at").isGreaterThan(200);
        assertThat(backwards).isEmpty();
    }

    @Test
    void keepsTheRoomsApart() {
        ApplicationModules modules = ApplicationModules.of(ParleyApplication.class);

        assertThat(modules.stream().count()).isGreaterThan(10);
        modules.verify();
    }

    @Test
    void givesEveryPackageItsSentence() throws IOException {
        try (var folders = Files.walk(Path.of("src/main/java/dev/parley"))) {
            List<Path> withoutSentence = folders.filter(Files::isDirectory)
                    .filter(folder -> !hasSentence(folder.resolve("package-info.java")))
                    .toList();

            assertThat(withoutSentence).isEmpty();
        }
    }

    /** A start in development can rewrite it to a front end with React, which the build would then look for in vain. */
    @Test
    void locksTheFrontEndThatIsBuilt() throws IOException {
        assertThat(Files.readString(Path.of("package.json")))
                .contains("\"@vaadin/router\"")
                .doesNotContain("\"react-router\": \"");
    }

    private static boolean hasSentence(Path info) {
        try {
            String source = Files.exists(info) ? Files.readString(info) : "";
            return source.startsWith("/**") && source.contains("@NullMarked");
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    private static List<String> readingOrder() throws IOException {
        return Files.readAllLines(Path.of("README.md")).stream()
                .map(ROOM::matcher)
                .filter(java.util.regex.Matcher::find)
                .map(match -> match.group(1))
                .toList();
    }

    /** The first package below the root, empty for the root itself and for foreign classes. */
    private static String room(JavaClass type) {
        String name = type.getPackageName();
        return name.startsWith(ROOT + ".") ? name.substring(ROOT.length() + 1).split("\\.")[0] : "";
    }
}
