package dev.parley.document;

import dev.parley.problem.ProblemException;
import dev.parley.project.ProjectId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The documents that a query found, in the order in which they came in; loaded as somebody leafs through them. */
public final class DocumentList {

    private static final int PORTION = 1_000;

    private final ProjectId project;
    private final FoundDocuments found;
    private final DocumentListRepository documents;

    DocumentList(ProjectId project, FoundDocuments found, DocumentListRepository documents) {
        this.project = project;
        this.found = found;
        this.documents = documents;
    }

    public int count() {
        return found.count();
    }

    public List<Document> slice(int offset, int limit) {
        return documents.numbered(project, boxed(found.slice(offset, limit)));
    }

    /**
     * Some of them, for programs; the cursor is the place of the first.
     *
     * @throws ProblemException invalid if the cursor is none of ours
     */
    public DocumentPage page(@Nullable String cursor, int limit) {
        if (cursor != null && !cursor.matches("[0-9]{1,9}")) {
            throw ProblemException.invalid("The cursor “%s” is not one this list gave out.".formatted(cursor));
        }
        int from = cursor == null ? 0 : Integer.parseInt(cursor);
        String next = from + limit < count() ? Integer.toString(from + limit) : null;
        return new DocumentPage(slice(from, limit), next);
    }

    /** The ids of all of them, for doing something to each. */
    public List<DocumentId> ids() {
        List<DocumentId> ids = new ArrayList<>();
        for (int from = 0; from < found.count(); from += PORTION) {
            ids.addAll(documents.idsNumbered(project, boxed(found.slice(from, PORTION))));
        }
        return ids;
    }

    private static List<Long> boxed(long[] numbers) {
        return Arrays.stream(numbers).boxed().toList();
    }
}
