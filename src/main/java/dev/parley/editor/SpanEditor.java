package dev.parley.editor;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.ComponentEvent;
import com.vaadin.flow.component.ComponentEventListener;
import com.vaadin.flow.component.DomEvent;
import com.vaadin.flow.component.EventData;
import com.vaadin.flow.component.HasSize;
import com.vaadin.flow.component.HasStyle;
import com.vaadin.flow.component.Tag;
import com.vaadin.flow.component.dependency.CssImport;
import com.vaadin.flow.component.dependency.JsModule;
import com.vaadin.flow.shared.Registration;
import dev.parley.document.DocumentId;
import dev.parley.document.Span;
import java.util.List;
import java.util.Locale;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;

/**
 * An article with its annotations, to be read, marked or compared. The element in the browser fetches text, scheme and
 * sets by itself and sends every edit over HTTP; here only ids are kept, so an open editor costs the server next to
 * nothing and a lost session loses no mark.
 */
@Tag("parley-span-editor")
@JsModule("./span-editor/span-editor.ts")
@CssImport("./styles/editor.css")
@CssImport("./styles/making.css")
public class SpanEditor extends Component implements HasSize, HasStyle {

    private static final JsonMapper JSON = JsonMapper.shared();

    public enum Mode {
        /** The viewer's own set, to be worked on. */
        ANNOTATE,
        /** Anybody's set, to be looked at. */
        READ,
        /** Several versions, of one decision or of the whole text, side by side. */
        COMPARE
    }

    public void setDocument(DocumentId document) {
        getElement().setProperty("documentId", document.toString());
    }

    public void setMode(Mode mode) {
        getElement().setProperty("mode", mode.name().toLowerCase(Locale.ROOT));
    }

    /** Whose set is read: {@code me}, {@code gold} or a sign-in name. The server decides again whether it may be. */
    public void setWho(String who) {
        getElement().setProperty("who", who);
    }

    /** An earlier text of the document, to be read with the marks it had. */
    public void setRevision(int revision) {
        getElement().setProperty("revision", revision);
    }

    /** Opens the article at one annotation, by its id; where the set has none of that id the editor says so. */
    public void setMark(String mark) {
        getElement().setProperty("mark", mark);
    }

    /** Shows several people's sets over the whole text; for {@link Mode#COMPARE}. @param who as for {@link #setWho} */
    public void setTogether(List<String> who) {
        getElement().setProperty("who", String.join(",", who));
    }

    /** Shows the text without annotations. */
    public void setNobody() {
        getElement().setProperty("who", "");
    }

    /**
     * What is compared: a list of {@code {name, annotations: {mentions, claims, relations}, differs: [ids]}}. It stays on
     * the server for the life of the tab, so it is for one decision, never for a whole set.
     */
    public void setVersions(ArrayNode versions) {
        getElement().setProperty("versions", versions.toString());
    }

    /** What the comparison is about; the paragraphs around it are shown. */
    public void setFocusSpan(Span span) {
        getElement()
                .setPropertyJson(
                        "focusSpan",
                        JSON.createObjectNode().put("start", span.start()).put("end", span.end()));
    }

    /** Called when the adjudicator would rather say something of their own. */
    public Registration addOwnVersionListener(ComponentEventListener<OwnVersionEvent> listener) {
        return addListener(OwnVersionEvent.class, listener);
    }

    /** Called after the set was handed in or reopened. */
    public Registration addSubmissionListener(ComponentEventListener<SubmissionEvent> listener) {
        return addListener(SubmissionEvent.class, listener);
    }

    /** The adjudicator selected words and pressed a label's key. */
    @DomEvent("own-version")
    public static final class OwnVersionEvent extends ComponentEvent<SpanEditor> {

        private final String annotation;

        public OwnVersionEvent(
                SpanEditor source,
                boolean fromClient,
                @EventData("JSON.stringify(event.detail.annotation)") String annotation) {
            super(source, fromClient);
            this.annotation = annotation;
        }

        /** A mention or claim as JSON, in the shape of the HTTP contract; unchecked, as everything from a browser. */
        public String annotation() {
            return annotation;
        }
    }

    /** The set was handed in or reopened; its state is the server's to say. */
    @DomEvent("submission")
    public static final class SubmissionEvent extends ComponentEvent<SpanEditor> {

        public SubmissionEvent(SpanEditor source, boolean fromClient) {
            super(source, fromClient);
        }
    }
}
