package dev.parley.adjudication.ui;

import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.textfield.TextField;
import dev.parley.adjudication.DecisionCase;
import dev.parley.adjudication.DecisionCase.Side;
import dev.parley.adjudication.Ruling;
import dev.parley.annotation.Annotation;
import dev.parley.annotation.AnnotationJson;
import dev.parley.annotation.Claim;
import dev.parley.annotation.Mention;
import dev.parley.annotation.Relation;
import dev.parley.editor.SpanEditor;
import dev.parley.page.Note;
import dev.parley.problem.ProblemException;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** One disagreement: its passage on the left, what there is to choose from on the right. */
final class DecisionDesk extends Div {

    private static final JsonMapper JSON = JsonMapper.shared();
    private static final int KEYS_FOR_VERSIONS = 9;

    private final Vocabulary vocabulary;
    private final Consumer<Supplier<Ruling>> decide;
    private final SpanEditor passage = new SpanEditor();
    private final H2 title = new H2();
    private final Note where = new Note("");
    private final Div versions = new Div();
    private final Checkbox alike = new Checkbox();
    private final TextField note = new TextField("Why (optional)");
    private int choices;

    DecisionDesk(Vocabulary vocabulary, Consumer<Supplier<Ruling>> decide) {
        this.vocabulary = vocabulary;
        this.decide = decide;
        addClassName("desk");
        passage.setMode(SpanEditor.Mode.COMPARE);
        passage.addClassName("desk-passage");
        passage.addOwnVersionListener(event -> own(event.annotation()));
        versions.addClassName("versions");
        note.setMaxLength(10_000);
        note.setWidthFull();
        Div side = new Div(title, where, versions, none(), alike, note, ownHint());
        side.addClassName("desk-side");
        add(passage, side);
    }

    private NativeButton none() {
        NativeButton none = new NativeButton("", event -> decide(Ruling::none));
        none.add(key("0"), new Span("None of them: nothing belongs here"));
        none.addClassNames("version", "version-none");
        return none;
    }

    private static Paragraph ownHint() {
        Paragraph hint = new Paragraph();
        hint.addClassName("quiet");
        hint.add(key("o"), new Span("Your own: select words in the passage, then press a label's key"));
        return hint;
    }

    private static Span key(String key) {
        Span badge = new Span(key);
        badge.addClassName("key");
        return badge;
    }

    /** @param alikeCount how many one decision could settle, this one included */
    void show(DecisionCase shown, int alikeCount) {
        title.setText(shown.disagreement().cause().title());
        where.setText("%s · %s"
                .formatted(
                        vocabulary.layer(shown.disagreement().layer()),
                        shown.document().title()));
        note.clear();
        alike.setValue(false);
        alike.setVisible(alikeCount > 1);
        alike.setLabel("The same for all %d like this (a)".formatted(alikeCount));
        versions.removeAll();
        choices = shown.sides().size();
        VersionWords words = new VersionWords(vocabulary, shown);
        for (int number = 0; number < choices; number++) {
            versions.add(version(number, shown.sides().get(number), words));
        }
        passage.setDocument(shown.document().id());
        passage.setFocusSpan(shown.about());
        passage.setVersions(drawn(shown));
    }

    private NativeButton version(int number, Side side, VersionWords words) {
        NativeButton button = new NativeButton("", event -> take(number));
        button.addClassName("version");
        Span who = new Span(String.join(", ", side.annotators()));
        who.addClassName("version-who");
        if (number < KEYS_FOR_VERSIONS) {
            button.add(key(Integer.toString(number + 1)));
        }
        button.add(who);
        for (VersionWords.Line line : words.of(side)) {
            Span name = new Span(line.name());
            name.addClassName("quiet");
            Span value = new Span(line.value());
            value.addClassName(line.differs() ? "differs" : "same");
            Span row = new Span(name, value);
            row.addClassName("version-line");
            button.add(row);
        }
        return button;
    }

    void take(int number) {
        if (number < choices) {
            decide(() -> Ruling.version(number));
        }
    }

    void takeNone() {
        decide(Ruling::none);
    }

    void toggleAlike() {
        if (alike.isVisible()) {
            alike.setValue(!alike.getValue());
        }
    }

    private void own(String json) {
        decide(() -> {
            try {
                JsonNode node = JSON.readTree(json);
                // the browser sends a mention or a claim; only a claim has content
                Annotation.Kind kind = node.has("content") ? Annotation.Kind.CLAIM : Annotation.Kind.MENTION;
                return Ruling.own(AnnotationJson.read(kind, node));
            } catch (JacksonException unreadable) {
                throw ProblemException.invalid("The own version could not be read.");
            }
        });
    }

    private void decide(Supplier<Ruling> ruling) {
        boolean all = alike.isVisible() && alike.getValue();
        decide.accept(() -> {
            Ruling reasoned = ruling.get().because(note.getOptionalValue().orElse(null));
            return all ? reasoned.forAllAlike() : reasoned;
        });
    }

    private static ArrayNode drawn(DecisionCase shown) {
        ArrayNode versions = JSON.createArrayNode();
        for (Side side : shown.sides()) {
            ObjectNode version = versions.addObject();
            // the first letter is drawn beside the words, so it is the key that takes this version
            version.put("name", "%d %s".formatted(versions.size(), String.join(" and ", side.annotators())));
            ObjectNode annotations = version.putObject("annotations");
            ArrayNode mentions = annotations.putArray("mentions");
            ArrayNode claims = annotations.putArray("claims");
            annotations.putArray("relations");
            Optional<Annotation> own = Optional.ofNullable(side.annotation());
            boolean aboutMention = own.filter(Mention.class::isInstance).isPresent();
            write(aboutMention ? List.of() : side.mentions(), mentions);
            write(side.claims(), claims);
            ArrayNode differs = version.putArray("differs");
            own.ifPresent(annotation -> {
                switch (annotation) {
                    case Mention mention -> write(List.of(mention), mentions);
                    case Claim claim -> write(List.of(claim), claims);
                    case Relation ignored -> {}
                }
                differs.add(annotation.id());
            });
        }
        return versions;
    }

    private static void write(Collection<? extends Annotation> annotations, ArrayNode json) {
        annotations.forEach(annotation -> json.add(AnnotationJson.write(annotation)));
    }
}
