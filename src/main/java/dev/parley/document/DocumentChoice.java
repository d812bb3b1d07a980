package dev.parley.document;

import com.vaadin.flow.component.combobox.ComboBoxBase;
import dev.parley.account.User;
import dev.parley.project.ProjectId;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** Lets people choose among a project's documents by what is written; a page costs the same however many there are. */
@Component
public class DocumentChoice {

    private final DocumentService documents;

    DocumentChoice(DocumentService documents) {
        this.documents = documents;
    }

    /** Fills a box with the documents of a project the viewer may read, a portion at a time. */
    public void offer(ComboBoxBase<?, Document, ?> box, User viewer, ProjectId project) {
        box.setItemLabelGenerator(Document::title);
        box.setItems(
                asked ->
                        find(viewer, project, asked.getFilter().orElse(""))
                                .slice(asked.getOffset(), asked.getLimit())
                                .stream(),
                asked -> find(viewer, project, asked.getFilter().orElse("")).count());
    }

    private DocumentList find(User viewer, ProjectId project, String words) {
        return documents.find(
                viewer,
                project,
                new DocumentQuery(words.isBlank() ? null : words, null, null, null, null, null, false, false));
    }

    /** Those of the project that an address names; what it gets wrong is left out. */
    public List<Document> named(ProjectId project, Collection<String> ids) {
        return documents
                .some(ids.stream().flatMap(DocumentChoice::id).distinct().toList())
                .stream()
                .filter(document -> document.project().equals(project))
                .toList();
    }

    private static Stream<DocumentId> id(String written) {
        try {
            return Stream.of(new DocumentId(UUID.fromString(written)));
        } catch (IllegalArgumentException notAnId) {
            return Stream.empty();
        }
    }
}
