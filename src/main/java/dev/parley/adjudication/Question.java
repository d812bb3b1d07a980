package dev.parley.adjudication;

import dev.parley.account.UserId;
import dev.parley.document.DocumentId;
import dev.parley.project.ProjectId;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * A disagreement given back to the annotators concerned, who see each other's versions of it and answer. Their sets stay
 * as they were handed in, so that agreement goes on measuring what they said on their own.
 *
 * @param text what the adjudicator wants to know; may be empty
 * @param answers one for each annotator asked, by name
 */
public record Question(
        UUID id,
        ProjectId project,
        DocumentId document,
        String disagreement,
        String text,
        UserId askedBy,
        Instant askedAt,
        List<Answer> answers) {

    public Question {
        answers = List.copyOf(answers);
    }

    Question with(List<Answer> others) {
        return new Question(id, project, document, disagreement, text, askedBy, askedAt, others);
    }

    /** The same with other names for people. */
    Question called(UnaryOperator<String> names) {
        return new Question(
                id,
                project,
                document,
                disagreement,
                text,
                askedBy,
                askedAt,
                answers.stream()
                        .map(answer -> new Answer(
                                answer.user,
                                names.apply(answer.by),
                                answer.choice,
                                answer.annotator == null ? null : names.apply(answer.annotator),
                                answer.reason,
                                answer.answeredAt))
                        .sorted(Comparator.comparing(Answer::by))
                        .toList());
    }

    /** Whether everybody who was asked has answered. */
    public boolean isAnswered() {
        return answers.stream().allMatch(answer -> answer.choice() != null);
    }

    /**
     * What one annotator says now.
     *
     * @param by who was asked
     * @param choice absent until they have answered
     * @param annotator whose version they hold right now; absent unless they changed to one
     * @param reason theirs; at most 10 000 characters
     */
    public record Answer(
            UserId user,
            String by,
            @Nullable Choice choice,
            @Nullable String annotator,
            @Nullable String reason,
            @Nullable Instant answeredAt) {}

    /** What an annotator may answer. */
    public enum Choice {
        /** Their own version was right. */
        KEEP,
        /** Another's version was right. */
        CHANGE,
        /** None of the versions is right. */
        NONE
    }
}
