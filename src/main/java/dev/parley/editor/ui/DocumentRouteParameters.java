package dev.parley.editor.ui;

import com.vaadin.flow.router.NotFoundException;
import com.vaadin.flow.router.RouteParameters;
import dev.parley.document.DocumentId;

/** Reads the document out of {@code documents/:document}. */
final class DocumentRouteParameters {

    private static final String DOCUMENT = "document";

    private DocumentRouteParameters() {}

    static String annotate(DocumentId document) {
        return "documents/" + document;
    }

    static String check(DocumentId document) {
        return annotate(document) + "/check";
    }

    static String readEarlier(DocumentId document, int revision, String who) {
        return "%s?%s=%d&%s=%s".formatted(annotate(document), AnnotateView.REVISION, revision, AnnotateView.WHO, who);
    }

    static String read(DocumentId document, String who) {
        return annotate(document) + "?" + AnnotateView.WHO + "=" + who;
    }

    /** @throws NotFoundException the address holds something that cannot be a document */
    static DocumentId require(RouteParameters parameters) {
        try {
            return parameters
                    .get(DOCUMENT)
                    .map(DocumentId::of)
                    .orElseThrow(() -> new NotFoundException("There is no such document."));
        } catch (IllegalArgumentException notAnId) {
            throw new NotFoundException("There is no such document.");
        }
    }
}
