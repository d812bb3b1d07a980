package dev.parley.adjudication;

import dev.parley.account.User;
import dev.parley.account.UserService;
import dev.parley.adjudication.Question.Answer;
import dev.parley.adjudication.Question.Choice;
import dev.parley.agreement.Disagreement;
import dev.parley.agreement.Disagreement.Version;
import dev.parley.document.Document;
import dev.parley.document.DocumentService;
import dev.parley.problem.ProblemException;
import dev.parley.project.AccessPolicy;
import dev.parley.project.Permission;
import dev.parley.project.ProjectId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Gives disagreements back to the annotators concerned, and takes their answers. Only those take part whose sets are
 * handed in, and the sets are locked while a question stands: whoever has seen the others' versions changes nothing any
 * more, but says so.
 */
@Service
@Transactional
public class QuestionService {

    private static final int LONGEST = 10_000;

    /** So many open questions of a project are named at once; the others are counted. */
    private static final int NAMED = 3;

    private final QuestionRepository questions;
    private final Settling settling;
    private final Bench bench;
    private final Naming naming;
    private final DocumentService documents;
    private final UserService users;
    private final AccessPolicy policy;

    QuestionService(
            QuestionRepository questions,
            Settling settling,
            Bench bench,
            Naming naming,
            DocumentService documents,
            UserService users,
            AccessPolicy policy) {
        this.questions = questions;
        this.settling = settling;
        this.bench = bench;
        this.naming = naming;
        this.documents = documents;
        this.users = users;
        this.policy = policy;
    }

    /**
     * Asks everybody who took part in a disagreement and is still here to answer.
     *
     * @param text what to look at; may be empty
     * @throws ProblemException conflict if it is decided, was asked already, or nobody is left to answer
     */
    public Question ask(User actor, String disagreement, String text) {
        Document document = bench.require(actor, disagreement, Permission.ADJUDICATE);
        if (text.length() > LONGEST) {
            throw ProblemException.invalid(
                    "text", "A question has at most %d characters, not %d.".formatted(LONGEST, text.length()));
        }
        Docket docket = settling.hold(document);
        Disagreement asked = docket.require(disagreement);
        if (docket.decision(disagreement).isPresent()) {
            throw ProblemException.conflict("This is decided; take the decision back before asking about it.");
        }
        List<Answer> concerned = asked.versions().stream()
                .flatMap(version -> version.annotators().stream())
                .sorted()
                .flatMap(name -> users.find(name).stream())
                .filter(user -> policy.allows(user, document.project(), Permission.ANNOTATE))
                .map(user -> new Answer(user.id(), user.name(), null, null, null, null))
                .toList();
        if (concerned.isEmpty()) {
            throw ProblemException.conflict("Nobody of those concerned annotates in this project any more.");
        }
        Question question = new Question(
                UUID.randomUUID(),
                document.project(),
                document.id(),
                disagreement,
                text.strip(),
                actor.id(),
                settling.now(),
                concerned);
        if (!questions.insert(question)) {
            throw ProblemException.conflict("Those concerned have been asked about this already.");
        }
        return question;
    }

    /** Takes a question back, answers and all. @throws ProblemException not found */
    public void withdraw(User actor, String disagreement) {
        Document document = bench.require(actor, disagreement, Permission.ADJUDICATE);
        settling.hold(document);
        questions.close(require(disagreement).id());
        settling.release(document.id());
    }

    /** A question waits for somebody, or was answered by them. @param words what it is about */
    public record Asked(Question question, Document document, String words, boolean answered) {}

    /** What an annotator is asked and has not answered, oldest first, in all projects. */
    @Transactional(readOnly = true)
    public List<Asked> waitingFor(User annotator) {
        return questions.to(annotator.id()).stream()
                .filter(question -> policy.allows(annotator, question.project(), Permission.ANNOTATE))
                .filter(question -> mine(question, annotator).choice() == null)
                .flatMap(question -> asked(question, false))
                .toList();
    }

    /**
     * What waits for an annotator in one project.
     *
     * @param questions how many are not answered
     * @param words what the first of them are about
     */
    public record Waiting(ProjectId project, int questions, List<String> words) {}

    /** In which projects an annotator is asked something, oldest question first. Only the first few are looked up in their texts. */
    @Transactional(readOnly = true)
    public List<Waiting> waiting(User annotator) {
        Map<ProjectId, List<Question>> open = questions.to(annotator.id()).stream()
                .filter(question -> mine(question, annotator).choice() == null)
                .collect(Collectors.groupingBy(Question::project, LinkedHashMap::new, Collectors.toList()));
        return open.entrySet().stream()
                .filter(entry -> policy.allows(annotator, entry.getKey(), Permission.ANNOTATE))
                .map(entry -> new Waiting(
                        entry.getKey(),
                        entry.getValue().size(),
                        entry.getValue().stream()
                                .flatMap(question -> asked(question, false))
                                .limit(NAMED)
                                .map(Asked::words)
                                .toList()))
                .filter(waiting -> !waiting.words().isEmpty())
                .toList();
    }

    /** What a project waits for, and what came back, oldest first. */
    @Transactional(readOnly = true)
    public List<Asked> of(User actor, ProjectId project) {
        policy.require(actor, project, Permission.ADJUDICATE);
        return questions.of(project).stream()
                .flatMap(question -> asked(question, question.isAnswered()))
                .toList();
    }

    /** What was asked about may be gone or settled since. */
    private Stream<Asked> asked(Question question, boolean answered) {
        Document document = documents.get(question.document());
        return bench
                .find(document, question.disagreement())
                .map(found ->
                        new Asked(question, document, Likeness.words(found, documents.text(document.id())), answered))
                .stream();
    }

    /** The case as one of those asked sees it: the others are not named. @throws ProblemException not found */
    @Transactional(readOnly = true)
    public DecisionCase open(User annotator, String disagreement) {
        Document document = bench.require(annotator, disagreement, Permission.ANNOTATE);
        mine(require(disagreement), annotator);
        return bench.lay(document, disagreement).called(naming.forAnnotator(document.id(), annotator.name()));
    }

    /**
     * Takes an answer; a later one replaces it.
     *
     * @param version number of the version held right, from 0; absent for none of them
     * @param reason needed unless the annotator keeps to their own
     */
    public Question answer(User annotator, String disagreement, @Nullable Integer version, @Nullable String reason) {
        Document document = bench.require(annotator, disagreement, Permission.ANNOTATE);
        Question question = require(disagreement);
        mine(question, annotator);
        String why = reason == null || reason.isBlank() ? null : reason.strip();
        if (why != null && why.length() > LONGEST) {
            throw ProblemException.invalid(
                    "reason", "A reason has at most %d characters, not %d.".formatted(LONGEST, why.length()));
        }
        Version held = version == null
                ? null
                : Settling.version(bench.lay(document, disagreement).disagreement(), version);
        Choice choice =
                held == null ? Choice.NONE : held.annotators().contains(annotator.name()) ? Choice.KEEP : Choice.CHANGE;
        if (choice != Choice.KEEP && why == null) {
            throw ProblemException.invalid("reason", "Say in a sentence why you see it differently now.");
        }
        questions.answer(
                question.id(),
                new Answer(
                        annotator.id(),
                        annotator.name(),
                        choice,
                        choice == Choice.CHANGE && held != null
                                ? held.annotators().getFirst()
                                : null,
                        why,
                        settling.now()));
        return require(disagreement);
    }

    private Question require(String disagreement) {
        return questions
                .about(disagreement)
                .orElseThrow(() -> ProblemException.notFound("question about", disagreement));
    }

    private static Answer mine(Question question, User annotator) {
        return question.answers().stream()
                .filter(answer -> answer.user().equals(annotator.id()))
                .findFirst()
                .orElseThrow(() -> ProblemException.notFound("question about", question.disagreement()));
    }
}
