package dev.parley.scheme.ui;

import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.Text;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Span;
import dev.parley.account.User;
import dev.parley.account.UserId;
import dev.parley.page.Moment;
import dev.parley.page.PageSection;
import dev.parley.page.PlainTable;
import dev.parley.scheme.SchemeVersion;
import java.util.List;
import java.util.Map;
import java.util.function.IntConsumer;

/** The versions a scheme has had, newest first; each can be looked at again. */
class SchemeVersions extends Composite<PageSection> {

    private final PlainTable table = new PlainTable("Versions", List.of("Version", "Saved", "By", ""));
    private final IntConsumer choice;

    SchemeVersions(IntConsumer choice) {
        this.choice = choice;
    }

    @Override
    protected PageSection initContent() {
        return new PageSection("Versions", table);
    }

    void show(List<SchemeVersion> versions, Map<UserId, User> people) {
        table.clear();
        for (SchemeVersion version : versions) {
            User by = people.get(version.by());
            Button load = new Button("Load", click -> choice.accept(version.number()));
            load.addThemeVariants(ButtonVariant.LUMO_SMALL, ButtonVariant.LUMO_TERTIARY);
            load.setAriaLabel("Load version " + version.number());
            table.addRow(
                    new Span("" + version.number()),
                    new Text(Moment.words(version.at())),
                    new Text(by == null ? "" : by.displayName()),
                    load);
        }
    }

    static String time(SchemeVersion version) {
        return Moment.words(version.at());
    }
}
