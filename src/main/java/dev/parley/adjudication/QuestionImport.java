package dev.parley.adjudication;

import dev.parley.account.User;
import dev.parley.document.Document;
import dev.parley.document.DocumentService;
import dev.parley.project.AccessPolicy;
import dev.parley.project.Permission;
import dev.parley.project.ProjectId;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Takes in what annotators were asked in another Parley, with what they answered. */
@Service
@Transactional
public class QuestionImport {

    private final QuestionRepository questions;
    private final Dockets dockets;
    private final DocumentService documents;
    private final AccessPolicy policy;

    QuestionImport(QuestionRepository questions, Dockets dockets, DocumentService documents, AccessPolicy policy) {
        this.questions = questions;
        this.dockets = dockets;
        this.documents = documents;
        this.policy = policy;
    }

    /** The questions that stand in a project, oldest first. For packages that have asked the policy. */
    @Transactional(readOnly = true)
    public List<Question> of(ProjectId project) {
        return questions.of(project);
    }

    /** @return false, changing nothing, if the sets do not disagree there, or it was asked already */
    public boolean take(User actor, Question told) {
        Document document = documents.require(actor, told.document());
        policy.require(actor, document.project(), Permission.MANAGE);
        if (dockets.of(document).disagreement(told.disagreement()).isEmpty()) {
            return false;
        }
        boolean fresh = questions.insert(told)
                || questions.insert(new Question(
                        UUID.randomUUID(),
                        told.project(),
                        told.document(),
                        told.disagreement(),
                        told.text(),
                        told.askedBy(),
                        told.askedAt(),
                        told.answers()));
        if (fresh) {
            Question here = questions.about(told.disagreement()).orElseThrow();
            told.answers().stream()
                    .filter(answer -> answer.choice() != null)
                    .forEach(answer -> questions.answer(here.id(), answer));
        }
        return fresh;
    }
}
