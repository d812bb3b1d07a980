package dev.parley.document.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Pre;
import com.vaadin.flow.component.select.Select;
import dev.parley.document.extraction.FileReader;
import dev.parley.page.Note;
import dev.parley.page.ProblemLine;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;

/** Asks what a file's bytes stand for, and shows at once how the text would begin. */
class CharsetDialog extends Dialog {

    /** Code points of the preview. */
    static final int PREVIEW = 600;

    private final Select<String> charset = new Select<>();
    private final Pre beginning = new Pre();
    private final Button read = new Button("Read it so");
    private final ProblemLine problem = new ProblemLine();
    private final Function<String, Optional<String>> preview;

    /**
     * @param likely what fits, the likeliest first
     * @param preview how the text begins as that charset; empty if the bytes cannot mean that
     */
    CharsetDialog(
            String name, List<String> likely, Function<String, Optional<String>> preview, Consumer<String> chosen) {
        this.preview = preview;
        Set<String> choices = new LinkedHashSet<>(likely);
        choices.addAll(FileReader.charsets());
        setHeaderTitle("What is “%s” written in?".formatted(name));
        setWidth("min(720px, 95vw)");
        charset.setLabel("Charset");
        charset.setItems(choices);
        charset.addValueChangeListener(change -> show(change.getValue()));
        beginning.addClassName("charset-preview");
        beginning.getElement().setAttribute("dir", "auto");
        beginning.getElement().setAttribute("role", "status");
        beginning.getElement().setAttribute("tabindex", "0");
        add(new Note("Choose until the words below read as they should."), charset, beginning, problem);
        read.addThemeVariants(ButtonVariant.PRIMARY);
        read.addClickListener(click -> problem.attempt(() -> {
            chosen.accept(charset.getValue());
            close();
        }));
        getFooter().add(new Button("Cancel", click -> close()), read);
        charset.setValue(choices.iterator().next());
    }

    private void show(String name) {
        Optional<String> text = preview.apply(name);
        beginning.setText(text.orElse("The file holds bytes that do not exist in %s.".formatted(name)));
        beginning.setClassName("charset-impossible", text.isEmpty());
        read.setEnabled(text.isPresent());
    }
}
