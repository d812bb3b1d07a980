package dev.parley.project;

import dev.parley.account.User;
import dev.parley.problem.ProblemException;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What a project tells its annotators: read by all members, written by those who manage or adjudicate. */
@Service
@Transactional
public class GuidelineService {

    private static final int LONGEST = 200_000;
    private static final int LONGEST_NEWS = 200;

    private final GuidelineRepository guidelines;
    private final AccessPolicy policy;
    private final Clock clock;

    GuidelineService(GuidelineRepository guidelines, AccessPolicy policy, Clock clock) {
        this.guidelines = guidelines;
        this.policy = policy;
        this.clock = clock;
    }

    /** The version in force; empty while nobody has written any. For packages that have asked. */
    @Transactional(readOnly = true)
    public Optional<Guideline> current(ProjectId project) {
        return guidelines.latest(project);
    }

    /** The version in force, for a member; empty while nobody has written any. */
    @Transactional(readOnly = true)
    public Optional<Guideline> current(User reader, ProjectId project) {
        policy.require(reader, project, Permission.READ);
        return guidelines.latest(project);
    }

    /** @throws ProblemException not found if there is no such version */
    @Transactional(readOnly = true)
    public Guideline require(User reader, ProjectId project, int version) {
        policy.require(reader, project, Permission.READ);
        return guidelines
                .find(project, version)
                .orElseThrow(() -> ProblemException.notFound("version of these guidelines", version));
    }

    /** Newest first. */
    @Transactional(readOnly = true)
    public List<Guideline> versions(User reader, ProjectId project) {
        policy.require(reader, project, Permission.READ);
        return guidelines.all(project);
    }

    /**
     * Saves the next version; the same text again is no new version.
     *
     * @param base the version the writer had before them, 0 for none; absent to write over whatever is there
     * @throws ProblemException conflict if somebody else saved meanwhile
     */
    public Guideline write(User writer, ProjectId project, String text, @Nullable String news, @Nullable Integer base) {
        policy.require(writer, project, Permission.SUPERVISE);
        if (text.isBlank() || text.length() > LONGEST) {
            throw ProblemException.invalid(
                    "text", "Guidelines have 1 to %d characters; these have %d.".formatted(LONGEST, text.length()));
        }
        if (news != null && news.length() > LONGEST_NEWS) {
            throw ProblemException.invalid(
                    "news",
                    "What is new is said in at most %d characters, not %d.".formatted(LONGEST_NEWS, news.length()));
        }
        Optional<Guideline> before = guidelines.latest(project);
        int latest = before.map(Guideline::version).orElse(0);
        if (base != null && base != latest) {
            throw ProblemException.conflict(
                    "Somebody saved version %d meanwhile; you began with version %d.".formatted(latest, base));
        }
        if (before.filter(same -> same.text().equals(text)).isPresent()) {
            return before.orElseThrow();
        }
        Guideline next = new Guideline(
                project,
                latest + 1,
                text,
                news == null || news.isBlank() ? null : news.strip(),
                writer.id(),
                clock.instant().truncatedTo(ChronoUnit.MICROS));
        if (!guidelines.insert(next)) {
            throw ProblemException.conflict("Somebody saved version %d at the same moment.".formatted(next.version()));
        }
        return next;
    }

    /**
     * Takes over the versions of another Parley under their numbers. For a project without guidelines.
     *
     * @throws ProblemException conflict if there are some
     */
    public void restore(User actor, ProjectId project, List<Guideline> versions) {
        policy.require(actor, project, Permission.MANAGE);
        if (guidelines.latest(project).isPresent() || !versions.stream().allMatch(guidelines::insert)) {
            throw ProblemException.conflict("There are guidelines in this project already.");
        }
    }

    /** A text that is not saved yet, as it will read. */
    public static GuidelineText read(String markdown) {
        return GuidelineText.of(markdown);
    }

    /** Adds an example or a rule at the end of the section of that name, which is made if there is none. */
    public Guideline add(User writer, ProjectId project, String section, String paragraph) {
        policy.require(writer, project, Permission.SUPERVISE);
        Optional<Guideline> latest = guidelines.latest(project);
        String heading = section.strip();
        String addition = paragraph.strip();
        if (heading.isEmpty() || heading.contains("\n")) {
            throw ProblemException.invalid("section", "A section is named in one line, not “%s”.".formatted(section));
        }
        if (addition.isEmpty()) {
            throw ProblemException.invalid("paragraph", "There is nothing to add to the guidelines.");
        }
        String news = "On %s: %s".formatted(heading, addition);
        return write(
                writer,
                project,
                GuidelineText.withAddition(latest.map(Guideline::text).orElse(""), heading, addition),
                news.substring(0, Math.min(LONGEST_NEWS, news.length())),
                latest.map(Guideline::version).orElse(0));
    }
}
