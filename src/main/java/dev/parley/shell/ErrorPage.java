package dev.parley.shell;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.router.HasDynamicTitle;
import dev.parley.page.PageHead;

/** What the error pages share: a title, what happened, and the way back. */
abstract class ErrorPage extends Div implements HasDynamicTitle {

    private String title = "Something went wrong";

    ErrorPage() {
        addClassName("page");
    }

    final void say(String title, String sentence) {
        this.title = title;
        Button back = new Button("Go to the start page", click -> getUI().ifPresent(ui -> ui.navigate("")));
        back.addThemeVariants(ButtonVariant.PRIMARY);
        removeAll();
        add(new PageHead(title), new Paragraph(sentence), new Div(back));
    }

    @Override
    public String getPageTitle() {
        return title + " · Parley";
    }
}
