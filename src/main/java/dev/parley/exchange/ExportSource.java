package dev.parley.exchange;

import dev.parley.account.UserId;
import dev.parley.project.Project;
import dev.parley.project.Role;
import dev.parley.registry.Entity;
import dev.parley.scheme.Scheme;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

/** What an export reads, one document at a time. */
public interface ExportSource {

    Project project();

    SchemeFiles scheme();

    /** What may be said about a text in this project. */
    Scheme definition();

    /** The guidelines in force; absent if the project has none. */
    Optional<GuidelineFile> guidelines();

    /** How the project works. */
    Setup setup();

    /** The sign-in name of somebody who took part in the project. */
    String nameOf(UserId person);

    /** Hands over who reads what, by document and then annotator. */
    void forEachAssignment(Consumer<Assigned> reader);

    /** Everybody whose work or decision may be named, by sign-in name. */
    List<Participant> participants();

    /** The project's registry. */
    List<Entity> entities();

    /** Hands over every document in the order of its id. The same data comes again when asked again. */
    void forEachArticle(Consumer<Article> reader);

    /** Hands over every decision that stands, by document and then id. */
    void forEachDecision(Consumer<DecisionLine> reader);

    /** What stands behind the documents. */
    default Background background() {
        return Background.NONE;
    }

    /** The agreement report as the HTTP contract shows it, annotators under the names given. */
    Map<String, ?> agreement(Names names);

    /**
     * The scheme that is shipped.
     *
     * @param id such as {@code envoys}
     * @param yaml as the project's managers wrote it
     * @param json the same with all defaults
     */
    record SchemeFiles(String id, int version, String yaml, String json) {}

    /** @param text Markdown */
    record GuidelineFile(int version, String text) {}

    /** Somebody who takes part in the project. */
    record Participant(String name, String displayName, Set<Role> roles) {}
}
