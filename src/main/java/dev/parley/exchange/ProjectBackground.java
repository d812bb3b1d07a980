package dev.parley.exchange;

import dev.parley.account.User;
import dev.parley.adjudication.Question;
import dev.parley.adjudication.QuestionImport;
import dev.parley.discussion.CommentThread;
import dev.parley.discussion.ThreadImport;
import dev.parley.document.Document;
import dev.parley.document.DocumentId;
import dev.parley.document.DocumentService;
import dev.parley.document.RevisionService;
import dev.parley.project.ProjectId;
import dev.parley.registry.Entity;
import dev.parley.registry.EntityService;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import org.springframework.stereotype.Component;

/**
 * What stands behind a project's documents, read through the services that own it.
 *
 * @param documents those that are asked for, in order
 */
record ProjectBackground(Services services, User actor, ProjectId project, List<DocumentId> documents)
        implements Background {

    private static final int PORTION = 500;

    ProjectBackground {
        documents = List.copyOf(documents);
    }

    @Component
    record Services(
            EntityService entities,
            DocumentService documents,
            RevisionService revisions,
            ThreadImport threads,
            QuestionImport questions) {}

    @Override
    public List<Entity> merged() {
        return services.entities().merged(project);
    }

    private void forEachPortion(Consumer<List<DocumentId>> reader) {
        for (int from = 0; from < documents.size(); from += PORTION) {
            reader.accept(documents.subList(from, Math.min(documents.size(), from + PORTION)));
        }
    }

    @Override
    public void forEachEarlierText(Consumer<EarlierText> reader) {
        forEachPortion(portion -> services.documents().some(portion).stream()
                .filter(document -> document.revision() > 1)
                .sorted(Comparator.comparing(document -> document.id().toString()))
                .forEach(document -> readEarlier(document, reader)));
    }

    private void readEarlier(Document document, Consumer<EarlierText> reader) {
        for (int number = 1; number < document.revision(); number++) {
            reader.accept(new EarlierText(
                    services.revisions().require(actor, document.id(), number),
                    services.revisions().text(document.id(), number).value(),
                    services.revisions().at(actor, document.id(), number).segments()));
        }
    }

    @Override
    public void forEachThread(Consumer<CommentThread> reader) {
        forEachPortion(portion -> services.threads().of(portion).stream()
                .sorted(Comparator.comparing(
                                (CommentThread thread) -> thread.document().toString())
                        .thenComparing(thread -> thread.comments().getFirst().at())
                        .thenComparing(thread -> thread.id().toString()))
                .forEach(reader));
    }

    @Override
    public void forEachQuestion(Consumer<Question> reader) {
        Set<DocumentId> wanted = Set.copyOf(documents);
        services.questions().of(project).stream()
                .filter(question -> wanted.contains(question.document()))
                .sorted(Comparator.comparing(
                                (Question question) -> question.document().toString())
                        .thenComparing(Question::askedAt)
                        .thenComparing(Question::disagreement))
                .forEach(reader);
    }
}
