package dev.parley.annotation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.parley.Database;
import dev.parley.annotation.Annotation.Kind;
import dev.parley.annotation.EditOutcome.Result;
import dev.parley.annotation.EditOutcome.Status;
import dev.parley.annotation.HistoryEntry.Reason;
import dev.parley.problem.ProblemException;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

@ParameterizedClass
@EnumSource(Database.class)
class SetEditorTests {

    private static final TinyArticle ARTICLE = TinyArticle.of("Ada of Utopia said rain and cold will come on Monday.");
    private static final Mention ADA = ARTICLE.mention("ada", "PERSON", "Ada");
    private static final Mention UTOPIA = ARTICLE.mention("utopia", "STATE", "Utopia");
    private static final Claim RAIN = ARTICLE.claim("rain", "ada", "said", "rain and cold");
    private static final Claim COLD = ARTICLE.claim("cold", "ada", "", "cold");

    @Parameter
    Database database;

    private SetFixture fixture;

    @BeforeEach
    void oneEmptySet() {
        fixture = new SetFixture(database, ARTICLE);
    }

    @Test
    void storesWhatItAccepts() {
        EditOutcome outcome =
                fixture.edit(new Edit.Put("e1", ADA), new Edit.Put("e2", RAIN), new Edit.Put("e3", UTOPIA));

        assertThat(outcome.sequence()).isEqualTo(3);
        assertThat(outcome.results()).extracting(Result::status).containsOnly(Status.APPLIED);
        assertThat(fixture.set().mentions()).containsExactly(ADA, UTOPIA);
        assertThat(fixture.set().claims()).containsExactly(RAIN);
        assertThat(fixture.set().sequence()).isEqualTo(3);
    }

    @Test
    void takesBackAGroupOfEditsAsOne() {
        fixture.put("e1", ADA);
        fixture.edit(
                new Edit.Put("e2", UTOPIA, List.of(), "g", null),
                new Edit.Put("e3", ARTICLE.mention("m", "PLANET", "rain"), List.of(), "g", null),
                new Edit.Put("e4", ARTICLE.mention("day", "DAY", "Monday"), List.of(), "g", null));

        Reversal undone = fixture.undo();
        assertThat(undone.words()).isEqualTo("added DAY “Monday” and one more");
        assertThat(fixture.set().mentions()).containsExactly(ADA);
        assertThat(fixture.reversible()).isEqualTo(new Reversible("added PERSON “Ada”", undone.words()));

        fixture.redo();
        assertThat(fixture.set().mentions()).hasSize(3);
        assertThat(fixture.reversible()).isEqualTo(new Reversible(undone.words(), null));
    }

    @Test
    void letsEachEditStandAlone() {
        EditOutcome outcome = fixture.edit(
                new Edit.Put("e1", ADA),
                new Edit.Put("e2", ARTICLE.mention("m", "PLANET", "rain")),
                new Edit.Put("e3", UTOPIA));

        assertThat(outcome.results())
                .extracting(Result::status)
                .containsExactly(Status.APPLIED, Status.REJECTED, Status.APPLIED);
        assertThat(outcome.results().get(1).reason()).isEqualTo("The scheme has no label “PLANET”.");
        assertThat(fixture.set().sequence()).isEqualTo(2);
    }

    @Test
    void appliesTheSameEditOnce() {
        fixture.put("e1", ADA);
        fixture.edit(new Edit.Delete("e2", Kind.MENTION, "ada", false));

        EditOutcome again = fixture.edit(new Edit.Put("e1", ADA), new Edit.Put("e3", UTOPIA), new Edit.Put("e3", ADA));

        assertThat(again.results())
                .extracting(Result::status)
                .containsExactly(Status.REPEATED, Status.APPLIED, Status.REPEATED);
        assertThat(again.sequence()).isEqualTo(3);
        assertThat(fixture.set().mentions()).containsExactly(UTOPIA);
    }

    @Test
    void takesARejectedEditAgainOnceItFits() {
        fixture.put("e1", RAIN);
        fixture.put("e2", ADA);

        assertThat(fixture.put("e1", RAIN).results()).extracting(Result::status).containsExactly(Status.APPLIED);
    }

    @Test
    void keepsTheSequenceGaplessUnderConcurrentEdits() throws Exception {
        Callable<Void> marker = () -> {
            for (int i = 0; i < 20; i++) {
                String id = Thread.currentThread().threadId() + "-" + i;
                fixture.put(id, ARTICLE.mention(id, i % 2 == 0 ? "DAY" : "PERSON", i % 3 == 0 ? "Monday" : "rain"));
            }
            return null;
        };

        try (ExecutorService people = Executors.newFixedThreadPool(2)) {
            for (Future<Void> done : people.invokeAll(List.of(marker, marker))) {
                done.get();
            }
        }

        List<LogEntry> log = fixture.log.between(fixture.setId(), 0, Long.MAX_VALUE, 100);
        assertThat(log.reversed().stream().map(LogEntry::sequence))
                .containsExactly(LongStream.rangeClosed(1, log.size()).boxed().toArray(Long[]::new));
        assertThat(fixture.set().sequence()).isEqualTo(log.size());
        assertThat(fixture.set().mentions()).hasSize(log.size());
    }

    @Test
    void tellsWhatChangedSince() {
        fixture.edit(new Edit.Put("e1", ADA), new Edit.Put("e2", UTOPIA));
        fixture.edit(new Edit.Put("e3", RAIN), new Edit.Delete("e4", Kind.MENTION, "utopia", false));

        SetChanges changes =
                fixture.sets.changes(ARTICLE.id(), fixture.annotator, 2).orElseThrow();

        assertThat(changes.set().mentions()).isEmpty();
        assertThat(changes.set().claims()).containsExactly(RAIN);
        assertThat(changes.set().sequence()).isEqualTo(4);
        assertThat(changes.deleted()).containsExactly("utopia");
        assertThat(fixture.sets.changes(ARTICLE.id(), fixture.annotator, 4)).hasValueSatisfying(nothing -> {
            assertThat(nothing.set().claims()).isEmpty();
            assertThat(nothing.deleted()).isEmpty();
        });
    }

    @Test
    void takesBackAndBringsBackInOrder() {
        fixture.put("e1", ADA);
        fixture.put("e2", UTOPIA);
        Mention longer = ARTICLE.mention("ada", "PERSON", "Ada of Utopia");
        fixture.put("e3", longer);

        assertThat(fixture.undo().words()).isEqualTo("changed PERSON “Ada of Utopia”");
        assertThat(fixture.undo().words()).isEqualTo("added STATE “Utopia”");
        assertThat(fixture.set().mentions()).containsExactly(ADA);
        assertThat(fixture.redo().annotations()).containsExactly("utopia");
        assertThat(fixture.redo().words()).isEqualTo("changed PERSON “Ada of Utopia”");
        assertThat(fixture.set().mentions()).containsExactly(longer, UTOPIA);
        assertThat(fixture.set().sequence()).isEqualTo(7);
        assertThatThrownBy(fixture::redo)
                .isInstanceOf(ProblemException.class)
                .hasMessageContaining("nothing to bring back");
    }

    @Test
    void forgetsWhatWasTakenBackOnceSomethingNewIsDone() {
        fixture.put("e1", ADA);
        fixture.put("e2", UTOPIA);
        fixture.undo();
        fixture.put("e3", RAIN);

        assertThatThrownBy(fixture::redo).isInstanceOf(ProblemException.class);
        fixture.undo();
        assertThat(fixture.redo().annotations()).containsExactly("rain");
        fixture.undo();
        fixture.undo();
        assertThat(fixture.set().mentions()).isEmpty();
        assertThatThrownBy(fixture::undo)
                .isInstanceOf(ProblemException.class)
                .hasMessageContaining("nothing to take back");
    }

    @Test
    void cascadesADeletionAndTakesItBackAsOne() {
        Relation relation = TinyArticle.relation("r", "about", "rain", "cold");
        fixture.edit(
                new Edit.Put("e1", ADA),
                new Edit.Put("e2", RAIN),
                new Edit.Put("e3", COLD),
                new Edit.Put("e4", relation));
        AnnotationSet before = fixture.set();

        fixture.edit(new Edit.Delete("e5", Kind.MENTION, "ada", true));
        assertThat(fixture.set().claims()).extracting(Claim::source).containsOnly(List.of());
        assertThat(fixture.set().sequence()).isEqualTo(7);
        assertThat(fixture.undo().words()).isEqualTo("removed PERSON “Ada” and took it out of 2 others");
        assertThat(fixture.set().claims()).isEqualTo(before.claims());

        fixture.edit(new Edit.Delete("e6", Kind.CLAIM, "cold", true));
        assertThat(fixture.set().relations()).isEmpty();
        fixture.undo();
        assertThat(fixture.set().relations()).containsExactly(relation);
        assertThat(fixture.set().claims()).containsExactlyInAnyOrder(RAIN, COLD);
    }

    @Test
    void takesBackWhatCameWithTheSameRequest() {
        EditOutcome outcome = fixture.edit(
                new Edit.Put("e1", ADA),
                new Edit.Put("e2", UTOPIA, List.of(), "g", null),
                new Edit.Put("e3", RAIN, List.of(), "g", null),
                new Edit.Revert("u1", Reason.UNDO, "e3"),
                new Edit.Revert("u2", Reason.UNDO, "e1"),
                new Edit.Revert("r1", Reason.REDO, "e1"));

        assertThat(outcome.results()).extracting(Result::status).containsOnly(Status.APPLIED);
        assertThat(fixture.set().mentions()).containsExactly(ADA);
        assertThat(fixture.set().claims()).isEmpty();
        assertThat(fixture.set().sequence()).isEqualTo(7);
        assertThat(fixture.reversible())
                .isEqualTo(new Reversible("added PERSON “Ada”", "added the claim “rain and cold” and one more"));
        assertThat(fixture.edit(new Edit.Revert("u1", Reason.UNDO, "e3")).results())
                .extracting(Result::status)
                .containsExactly(Status.REPEATED);
    }

    @Test
    void doesNotTakeBackWhatWasChangedAgainSince() {
        fixture.put("e1", ADA);
        fixture.put("e2", ARTICLE.mention("ada", "PERSON", "Ada of Utopia"));

        assertThat(problem(new Edit.Revert("u1", Reason.UNDO, "e1")))
                .isEqualTo("It was changed again since, so nothing is taken back: added PERSON “Ada”.");
        assertThat(problem(new Edit.Revert("u2", Reason.REDO, "e2")))
                .isEqualTo("It was changed again since, so nothing is brought back: changed PERSON “Ada of Utopia”.");
        assertThat(problem(new Edit.Revert("u3", Reason.UNDO, "e9"))).isEqualTo("There is no edit e9 to take back.");
        assertThat(fixture.set().sequence()).isEqualTo(2);
    }

    @Test
    void doesNotTakeBackWhatSomethingElseNeeds() {
        fixture.put("e1", ADA);
        fixture.put("e2", RAIN);

        assertThat(problem(new Edit.Revert("u1", Reason.UNDO, "e1"))).contains("changed again since");

        fixture.edit(new Edit.Revert("u2", Reason.UNDO, "e2"), new Edit.Revert("u3", Reason.UNDO, "e1"));
        assertThat(problem(new Edit.Revert("r1", Reason.REDO, "e2"))).contains("changed again since");
        assertThat(fixture.edit(new Edit.Revert("r2", Reason.REDO, "e1"), new Edit.Revert("r3", Reason.REDO, "e2"))
                        .results())
                .extracting(Result::status)
                .containsOnly(Status.APPLIED);
        assertThat(fixture.set().claims()).containsExactly(RAIN);
    }

    private @Nullable String problem(Edit edit) {
        return fixture.edit(edit).results().getFirst().reason();
    }

    @Test
    void keepsEveryEditInTheLog() {
        fixture.put("e1", ADA);
        fixture.undo();

        List<LogEntry> log = fixture.log.between(fixture.setId(), 0, Long.MAX_VALUE, 10);

        assertThat(log).extracting(LogEntry::reason).containsExactly(Reason.UNDO, Reason.EDIT);
        assertThat(log.getFirst().reverts()).isEqualTo(1L);
        assertThat(log.getLast().valueAfter()).isEqualTo(ADA);
        assertThat(log.getLast().at()).isEqualTo(SetFixture.ASSIGNED);
    }

    @Test
    void writesALargeBatch() {
        Edit[] edits = IntStream.range(0, 500)
                .mapToObj(i -> new Edit.Put("e" + i, ARTICLE.mention("m" + i, "DAY", "Monday")))
                .toArray(Edit[]::new);

        assertThat(fixture.edit(edits).sequence()).isEqualTo(500);
        assertThat(fixture.set().mentions()).hasSize(500);
    }

    @Test
    void assignsOnceAndRemovesOnlyUntouchedSets() {
        assertThat(fixture.heads.insert(ARTICLE.id(), fixture.annotator, 1, fixture.annotator, SetFixture.ASSIGNED))
                .isFalse();
        fixture.put("e1", ADA);
        assertThat(fixture.heads.deleteUntouched(ARTICLE.id(), fixture.annotator))
                .isFalse();
        assertThat(fixture.sets.ofProject(fixture.project)).containsExactly(fixture.set());
        assertThat(fixture.sets.ofDocument(ARTICLE.id())).containsExactly(fixture.set());
    }
}
