package dev.parley.document.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.formlayout.FormLayout;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.TextField;
import dev.parley.document.ArticleDetails;
import dev.parley.document.Document.Segment;
import dev.parley.document.DocumentText;
import dev.parley.document.Likeness;
import dev.parley.document.Lines;
import dev.parley.document.Publication;
import dev.parley.document.Publication.Basis;
import dev.parley.page.Note;
import dev.parley.page.ProblemLine;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;
import java.util.function.Function;

/**
 * What an article will be called, in which language and when it appeared, and which of its lines are not its body: as
 * proposed, to be corrected before it is settled. Every field is reached by Tab.
 */
class ArticleDialog extends Dialog {

    /** Lines that are shown; what is not the body stands at the top or foot. */
    private static final int AT_EITHER_END = 40;

    private static final int WORDS = 160;
    private static final String BODY = "body";

    private final TextField title = new TextField("Title");
    private final TextField language = new TextField("Language (tag)");
    private final TextField published = new TextField("Published");
    private final ProblemLine problem = new ProblemLine();
    private final Map<dev.parley.document.Span, Select<String>> roles = new LinkedHashMap<>();
    private final ArticleDetails proposed;

    ArticleDialog(
            DocumentText article,
            ArticleDetails proposed,
            List<Likeness> alike,
            Function<Likeness, DocumentText> text,
            Consumer<ArticleDetails> chosen) {
        this.proposed = proposed;
        setHeaderTitle("About this article");
        setWidth("min(900px, 95vw)");
        title.setValue(proposed.title());
        language.setValue(Objects.requireNonNullElse(proposed.language(), ""));
        language.setPlaceholder("en, fa, pt-BR");
        published.setValue(Objects.requireNonNullElse(proposed.publication().published(), ""));
        published.setHelperText(AboutDialog.basis(proposed.publication().basis()));
        FormLayout form = new FormLayout(title, language, published);
        form.setColspan(title, 2);
        Button take = new Button(
                "Take over",
                click -> problem.attempt(() -> {
                    chosen.accept(details());
                    close();
                }));
        take.addThemeVariants(ButtonVariant.PRIMARY);
        add(form, problem);
        alike.forEach(likeness -> add(likeness(article, likeness, text)));
        add(
                new H3("Lines that are not the body"),
                new Note("They stay in the text, but nobody has to mark them and agreement leaves them out."),
                lines(article));
        getFooter().add(new Button("Cancel", click -> close()), take);
    }

    private Component likeness(DocumentText article, Likeness likeness, Function<Likeness, DocumentText> text) {
        Button compare = new Button(
                "Compare",
                click -> new CompareDialog(title.getValue(), article, likeness.title(), text.apply(likeness)).open());
        compare.setAriaLabel("Compare with " + likeness.title());
        compare.addThemeVariants(ButtonVariant.TERTIARY, ButtonVariant.SMALL);
        Span words =
                new Span("%d %% like “%s”, which is here already ".formatted(likeness.percent(), likeness.title()));
        words.getElement().setAttribute("dir", "auto");
        Div line = new Div(words, compare);
        line.addClassNames("message", "message-plain");
        return line;
    }

    private Div lines(DocumentText article) {
        Div sheet = new Div();
        sheet.addClassName("roles");
        List<Lines.Line> seen =
                Lines.of(article).all().stream().filter(line -> !line.isBlank()).toList();
        for (int i = 0; i < seen.size(); i++) {
            if (i < AT_EITHER_END || i >= seen.size() - AT_EITHER_END) {
                sheet.add(line(seen.get(i), i + 1));
            } else if (i == AT_EITHER_END) {
                sheet.add(new Note("%s of the middle are not shown."
                        .formatted(Words.counted(seen.size() - 2 * AT_EITHER_END, "line"))));
            }
        }
        return sheet;
    }

    private Component line(Lines.Line line, int number) {
        dev.parley.document.Span whole = line.span();
        Select<String> role = new Select<>();
        List<String> choices = new ArrayList<>(List.of(BODY));
        choices.addAll(ArticleDetails.ROLES);
        role.setItems(choices);
        role.setValue(proposed.segments().stream()
                .filter(segment -> segment.span().overlap(whole) > 0)
                .map(Segment::type)
                .findFirst()
                .orElse(BODY));
        role.setAriaLabel("Role of line " + number);
        role.addClassName("role-select");
        roles.put(whole, role);
        String value = line.value();
        Span words = new Span(
                value.codePointCount(0, value.length()) <= WORDS
                        ? value
                        : value.substring(0, value.offsetByCodePoints(0, WORDS)) + "…");
        words.getElement().setAttribute("dir", "auto");
        words.addClassName("cut-line-text");
        Div row = new Div(role, words);
        row.addClassName("role-line");
        return row;
    }

    private ArticleDetails details() {
        Publication before = proposed.publication();
        String day = published.getValue().strip();
        Basis basis = day.equals(before.published()) ? before.basis() : Basis.USER;
        return new ArticleDetails(
                title.getValue(),
                language.getValue().isBlank() ? null : language.getValue().strip(),
                new Publication(
                        day.isEmpty() ? null : day,
                        day.isEmpty() ? null : basis,
                        before.outlet(),
                        before.byline(),
                        before.url()),
                segments());
    }

    /** A line whose role somebody changed has it as a whole; the others keep what was proposed in them. */
    private List<Segment> segments() {
        List<Segment> segments = new ArrayList<>();
        for (Segment segment : proposed.segments()) {
            boolean changed = roles.entrySet().stream()
                    .anyMatch(line -> line.getKey().overlap(segment.span()) > 0
                            && !line.getValue().getValue().equals(segment.type()));
            if (!changed) {
                segments.add(segment);
            }
        }
        roles.forEach((line, role) -> {
            boolean kept = segments.stream().anyMatch(segment -> segment.span().overlap(line) > 0);
            if (!kept && !role.getValue().equals(BODY)) {
                segments.add(new Segment(role.getValue(), line, null));
            }
        });
        segments.sort(java.util.Comparator.comparing(Segment::span));
        return segments;
    }
}
