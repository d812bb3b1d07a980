package dev.parley.registry.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import dev.parley.page.ProblemLine;
import dev.parley.registry.CurationService.MergePreview;
import dev.parley.registry.Entity;
import dev.parley.registry.EntityFilter;
import java.util.function.Consumer;

/** Merges an entity into another, after showing what that would do. */
class MergeDialog extends Dialog {

    private final RegistryDesk desk;
    private final Entity loser;
    private final EntityTypes types;
    private final Consumer<String> changed;
    private final ComboBox<Entity> winner = new ComboBox<>("Merge into");
    private final Paragraph effect = new Paragraph();
    private final ProblemLine problem = new ProblemLine();
    private final Button merge = new Button("Merge", click -> problem.attempt(this::merge));

    MergeDialog(RegistryDesk desk, Entity loser, Consumer<String> changed) {
        this.desk = desk;
        this.loser = loser;
        this.types = desk.types(loser.project());
        this.changed = changed;
        setHeaderTitle("Merge “%s”".formatted(loser.name()));
        setWidth("480px");
        winner.setItems(query -> desk
                .entities()
                .slice(
                        desk.viewer(),
                        loser.project(),
                        new EntityFilter(query.getFilter().orElse(""), null, false),
                        query.getOffset(),
                        query.getLimit())
                .stream());
        winner.setItemLabelGenerator(entity -> "%s · %s".formatted(entity.name(), types.name(entity.type())));
        winner.setWidthFull();
        winner.setAutofocus(true);
        winner.addValueChangeListener(change -> problem.attempt(this::preview));
        effect.getElement().setAttribute("role", "status");
        merge.addThemeVariants(ButtonVariant.PRIMARY);
        merge.setEnabled(false);
        Div content = new Div(winner, effect, problem);
        content.addClassName("stack");
        add(content);
        getFooter().add(new Button("Cancel", click -> close()), merge);
    }

    private void preview() {
        merge.setEnabled(false);
        effect.setText("");
        Entity into = winner.getValue();
        if (into == null) {
            return;
        }
        MergePreview seen = desk.curation().preview(desk.viewer(), loser.id(), into.id());
        int gained = seen.winner().aliases().size() - into.aliases().size();
        effect.setText("%s will be read as “%s”, which gains %s.%s It can be taken back."
                .formatted(
                        seen.links() == 1 ? "1 link" : "%,d links".formatted(seen.links()),
                        into.name(),
                        gained == 1 ? "1 name" : gained + " names",
                        seen.sameType()
                                ? ""
                                : " They are of different types: %s and %s."
                                        .formatted(types.name(loser.type()), types.name(into.type()))));
        merge.setEnabled(true);
    }

    private void merge() {
        Entity into = winner.getValue();
        if (into != null) {
            Entity merged = desk.curation().merge(desk.viewer(), loser.id(), into.id());
            close();
            changed.accept(merged.id());
        }
    }
}
