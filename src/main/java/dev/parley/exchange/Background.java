package dev.parley.exchange;

import dev.parley.adjudication.Question;
import dev.parley.discussion.CommentThread;
import dev.parley.document.Document.Segment;
import dev.parley.document.Revision;
import dev.parley.registry.Entity;
import java.util.List;
import java.util.function.Consumer;

/** What stands behind the documents of a project and their sets, and belongs to it all the same. */
public interface Background {

    /** Where there is nothing of the kind. */
    Background NONE = new Background() {

        @Override
        public List<Entity> merged() {
            return List.of();
        }

        @Override
        public void forEachEarlierText(Consumer<EarlierText> reader) {}

        @Override
        public void forEachThread(Consumer<CommentThread> reader) {}

        @Override
        public void forEachQuestion(Consumer<Question> reader) {}
    };

    /** Entities that were merged into another. */
    List<Entity> merged();

    /** Hands over the texts that documents had before, by document and then number. */
    void forEachEarlierText(Consumer<EarlierText> reader);

    /** Hands over what people said about documents, by document, then as they began. */
    void forEachThread(Consumer<CommentThread> reader);

    /** Hands over what annotators were asked and nobody has settled since, by document, then as they were asked. */
    void forEachQuestion(Consumer<Question> reader);

    /** A text that a document had. */
    record EarlierText(Revision revision, String text, List<Segment> segments) {

        public EarlierText {
            segments = List.copyOf(segments);
        }
    }
}
