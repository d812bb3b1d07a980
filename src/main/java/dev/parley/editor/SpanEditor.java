package dev.parley.editor;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.ComponentEvent;
import com.vaadin.flow.component.ComponentEventListener;
import com.vaadin.flow.component.DomEvent;
import com.vaadin.flow.component.HasSize;
import com.vaadin.flow.component.HasStyle;
import com.vaadin.flow.component.Tag;
import com.vaadin.flow.component.dependency.CssImport;
import com.vaadin.flow.component.dependency.JsModule;
import com.vaadin.flow.shared.Registration;
import dev.parley.document.DocumentId;
import java.util.List;
import java.util.Locale;

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

    /** Called after the set was handed in or reopened. */
    public Registration addSubmissionListener(ComponentEventListener<SubmissionEvent> listener) {
        return addListener(SubmissionEvent.class, listener);
    }

    /** The set was handed in or reopened; its state is the server's to say. */
    @DomEvent("submission")
    public static final class SubmissionEvent extends ComponentEvent<SpanEditor> {

        public SubmissionEvent(SpanEditor source, boolean fromClient) {
            super(source, fromClient);
        }
    }
}
