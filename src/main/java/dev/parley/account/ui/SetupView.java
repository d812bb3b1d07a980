package dev.parley.account.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dependency.CssImport;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.Main;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.textfield.PasswordField;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.NotFoundException;
import com.vaadin.flow.router.PageTitle;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.server.auth.AnonymousAllowed;
import dev.parley.account.Bootstrap;
import dev.parley.page.ProblemLine;

/** Opened once, from the link in the log of an empty installation: makes the first administrator. */
@Route(value = "setup/:token", autoLayout = false)
@PageTitle("Set up · Parley")
@AnonymousAllowed
@CssImport("./styles/account.css")
class SetupView extends Main implements BeforeEnterObserver {

    private final Bootstrap bootstrap;
    private final TextField name = new TextField("Sign-in name");
    private final TextField displayName = new TextField("Your name, as others see it");
    private final PasswordField password = new PasswordField("Password");
    private final ProblemLine problem = new ProblemLine();
    private String token = "";

    SetupView(Bootstrap bootstrap) {
        this.bootstrap = bootstrap;
        addClassName("sign-in");
        name.setRequiredIndicatorVisible(true);
        name.setHelperText("Lower-case letters, digits and . _ @ -");
        name.setAutofocus(true);
        displayName.setRequiredIndicatorVisible(true);
        password.setRequiredIndicatorVisible(true);
        password.setHelperText("At least 8 characters");
        Button make = new Button("Make the first administrator", click -> problem.attempt(this::claim));
        make.addThemeVariants(ButtonVariant.PRIMARY);
        Div card = new Div(
                new H1("Welcome to Parley"),
                new Paragraph("Nobody can sign in yet. You will look after accounts and can make the first project."),
                name,
                displayName,
                password,
                problem,
                make);
        card.addClassName("sign-in-card");
        add(card);
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        token = event.getRouteParameters().get("token").orElse("");
        if (!bootstrap.isOpen(token)) {
            throw new NotFoundException("This set-up link has been used or is no longer valid.");
        }
    }

    private void claim() {
        bootstrap.claim(token, name.getValue(), displayName.getValue(), password.getValue());
        getUI().ifPresent(ui -> ui.navigate("login"));
    }
}
