package dev.parley.adjudication;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import dev.parley.Api;
import dev.parley.ParleyTest;
import dev.parley.account.User;
import dev.parley.account.UserService;
import dev.parley.adjudication.MergeRule.Strategy;
import dev.parley.adjudication.MergeRun.State;
import dev.parley.annotation.AnnotationService;
import dev.parley.annotation.AnnotationSet;
import dev.parley.document.DocumentId;
import dev.parley.document.DocumentService;
import dev.parley.project.AccessPolicy;
import dev.parley.project.ProjectService;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionCallback;
import org.springframework.transaction.support.TransactionTemplate;

/** A merge that is cut off in the middle of its second document leaves that document as it was, and is gone on with. */
@ParleyTest
class StoppedMergeTests {

    @Autowired
    MockMvc mvc;

    @Autowired
    UserService users;

    @Autowired
    AnnotationService annotations;

    @Autowired
    Dockets dockets;

    @Autowired
    Settling settling;

    @Autowired
    MergeRunRepository runs;

    @Autowired
    QuestionRepository questions;

    @Autowired
    DecisionRepository decisions;

    @Autowired
    Bench bench;

    @Autowired
    DocumentService documents;

    @Autowired
    ProjectService projects;

    @Autowired
    AccessPolicy policy;

    @Autowired
    MergeService merges;

    @Autowired
    PlatformTransactionManager transactions;

    private TwoReaders readers;
    private DocumentId first = DocumentId.random();
    private DocumentId second = DocumentId.random();

    /** Everything is written, then the process is gone before the transaction ends. */
    private static final class Stopping extends TransactionTemplate {

        private int left;

        Stopping(PlatformTransactionManager transactions, int left) {
            super(transactions);
            this.left = left;
        }

        @Override
        public <T> T execute(TransactionCallback<T> action) {
            return super.execute(status -> {
                T done = action.doInTransaction(status);
                if (left-- == 0) {
                    throw new IllegalStateException("the process was stopped");
                }
                return done;
            });
        }
    }

    @BeforeEach
    void begin() {
        readers = new TwoReaders(Api.admin(mvc), users, annotations).differ();
        first = new DocumentId(UUID.fromString(readers.document));
        second = new DocumentId(UUID.fromString(readers.supervisor
                .upload(
                        "/api/v1/projects/%s/files?accept=proposal".formatted(readers.project),
                        Map.of("b.txt", "Bo Velm kept the light. " + readers.project))
                .text("/0/documents/0")));
        for (String name : List.of(readers.annName, readers.benName)) {
            annotations.assign(admin(), second, users.find(name).orElseThrow().id());
        }
        mark(readers.ann, "PERSON");
        mark(readers.ben, "ROLE");
    }

    private void mark(Api annotator, String label) {
        Map<String, ?> mention = Map.of("id", "m" + label, "spans", TwoReaders.span(0, 7), "label", label);
        annotator.post(
                "/api/v1/documents/%s/sets/me/edits".formatted(second),
                Map.of(
                        "edits",
                        List.of(Map.of("id", UUID.randomUUID(), "op", "put", "kind", "mention", "value", mention))));
        annotator.post("/api/v1/documents/%s/sets/me/submission".formatted(second), Map.of());
    }

    private User admin() {
        return users.find("admin").orElseThrow();
    }

    private MergeService stoppingInDocument(int number) {
        return new MergeService(
                dockets,
                settling,
                runs,
                questions,
                bench,
                documents,
                projects,
                users,
                policy,
                new Stopping(transactions, number - 1));
    }

    private List<AnnotationSet.State> states(DocumentId document) {
        return annotations.sets(document).stream().map(AnnotationSet::state).toList();
    }

    @Test
    void leavesNothingHalfDecidedAndGoesOn() {
        MergeRule rule = MergeRule.checked(Strategy.ANNOTATOR, 0, 1, 1, readers.annName, null);
        MergeRun run = merges.begin(admin(), readers.projectId(), rule);

        assertThatIllegalStateException().isThrownBy(() -> stoppingInDocument(2).carryOut(run.id()));

        assertThat(decisions.of(first)).isNotEmpty().allMatch(Decision::isAutomatic);
        assertThat(decisions.of(second)).isEmpty();
        assertThat(states(second)).containsOnly(AnnotationSet.State.SUBMITTED);
        assertThat(runs.running()).extracting(MergeRun::id).contains(run.id());
        List<Decision> before = decisions.of(first);

        merges.carryOut(run.id());

        assertThat(decisions.of(first)).isEqualTo(before);
        assertThat(decisions.of(second)).hasSize(1);
        assertThat(merges.run(admin(), readers.projectId(), run.id()).state()).isEqualTo(State.DONE);
    }

    @Test
    void canBeTakenBackWhileItIsCutOff() {
        MergeRule rule = MergeRule.checked(Strategy.ANNOTATOR, 0, 1, 1, readers.annName, null);
        MergeRun run = merges.begin(admin(), readers.projectId(), rule);
        assertThatIllegalStateException().isThrownBy(() -> stoppingInDocument(2).carryOut(run.id()));

        merges.undo(admin(), readers.projectId(), run.id());
        merges.carryOut(run.id());

        assertThat(decisions.of(first)).isEmpty();
        assertThat(decisions.of(second)).isEmpty();
        assertThat(states(first)).containsOnly(AnnotationSet.State.SUBMITTED);
        assertThat(runs.running()).extracting(MergeRun::id).doesNotContain(run.id());
    }
}
