package dev.parley.account.ui;

import com.vaadin.flow.component.dependency.CssImport;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.Image;
import com.vaadin.flow.component.html.Main;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.login.LoginForm;
import com.vaadin.flow.component.login.LoginI18n;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.PageTitle;
import com.vaadin.flow.router.QueryParameters;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.server.auth.AnonymousAllowed;
import dev.parley.account.CurrentUser;
import org.springframework.beans.factory.annotation.Value;

/** Where one signs in. Says why the last attempt failed, and in the demo with which names one gets in. */
@Route(value = "login", autoLayout = false)
@PageTitle("Sign in · Parley")
@AnonymousAllowed
@CssImport("./styles/account.css")
class LoginView extends Main implements BeforeEnterObserver {

    private final CurrentUser currentUser;
    private final LoginForm form = new LoginForm();

    LoginView(CurrentUser currentUser, @Value("${parley.demo:false}") boolean demo) {
        this.currentUser = currentUser;
        addClassName("sign-in");
        form.setAction("login");
        form.getElement().setProperty("headingLevel", 2);
        form.setForgotPasswordButtonVisible(false);
        form.setI18n(words("", ""));
        Div card = new Div(brand(), form);
        card.addClassName("sign-in-card");
        add(card);
        if (demo) {
            card.add(new DemoPeople());
        }
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        if (currentUser.find().isPresent()) {
            event.forwardTo("");
            return;
        }
        QueryParameters query = event.getLocation().getQueryParameters();
        query.getSingleParameter("wait").filter(LoginView::isSeconds).ifPresent(this::askToWait);
        if (query.getParameters().containsKey("error")) {
            refuse("This name and password do not belong together", "Check both, and whether Caps Lock is on.");
        }
    }

    private void askToWait(String seconds) {
        String unit = seconds.equals("1") ? "second" : "seconds";
        refuse("Too many failed attempts", "Try again in %s %s.".formatted(seconds, unit));
    }

    private void refuse(String title, String message) {
        form.setI18n(words(title, message));
        form.setError(true);
    }

    /** The address line can hold anything; only a number is repeated. */
    private static boolean isSeconds(String text) {
        return text.length() <= 9 && !text.isEmpty() && text.chars().allMatch(Character::isDigit);
    }

    private static Div brand() {
        Image mark = new Image("assets/parley.svg", "");
        mark.addClassName("brand-mark");
        Div brand = new Div(
                new Div(mark, new H1("Parley")),
                new Paragraph("Read together. Mark who says what. See where you differ."));
        brand.addClassName("sign-in-brand");
        return brand;
    }

    private static LoginI18n words(String errorTitle, String errorMessage) {
        LoginI18n words = LoginI18n.createDefault();
        words.getForm().setTitle("Sign in");
        words.getForm().setUsername("Name");
        words.getForm().setPassword("Password");
        words.getForm().setSubmit("Sign in");
        words.getErrorMessage().setTitle(errorTitle);
        words.getErrorMessage().setMessage(errorMessage);
        words.getErrorMessage().setUsername("Type your name.");
        words.getErrorMessage().setPassword("Type your password.");
        return words;
    }
}
