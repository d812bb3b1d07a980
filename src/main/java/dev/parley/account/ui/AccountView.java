package dev.parley.account.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.dependency.CssImport;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.notification.Notification;
import com.vaadin.flow.component.textfield.Autocomplete;
import com.vaadin.flow.component.textfield.PasswordField;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.router.PageTitle;
import com.vaadin.flow.router.Route;
import dev.parley.account.AccessTokenService;
import dev.parley.account.CurrentUser;
import dev.parley.account.User;
import dev.parley.account.UserService;
import dev.parley.page.Note;
import dev.parley.page.PageHead;
import dev.parley.page.PageSection;
import dev.parley.page.ProblemLine;
import dev.parley.page.Row;
import jakarta.annotation.security.PermitAll;

/** One's own account: name, password, sessions, access tokens. */
@Route("account")
@PageTitle("Your account · Parley")
@PermitAll
@CssImport("./styles/account.css")
class AccountView extends Div {

    private final CurrentUser currentUser;
    private final UserService users;

    AccountView(CurrentUser currentUser, UserService users, AccessTokenService tokens) {
        this.currentUser = currentUser;
        this.users = users;
        addClassName("page");
        User user = currentUser.get();
        add(
                new PageHead("Your account").withNote("You sign in as " + user.name()),
                nameSection(user),
                passwordSection(),
                new AccessTokensSection(currentUser, tokens),
                sessionSection());
    }

    private PageSection nameSection(User user) {
        TextField displayName = new TextField("Name, as others see it", user.displayName(), "");
        displayName.setMaxLength(100);
        ProblemLine problem = new ProblemLine();
        Button save = new Button(
                "Save name",
                click -> problem.attempt(() -> {
                    User renamed = users.rename(currentUser.get(), displayName.getValue());
                    displayName.setValue(renamed.displayName());
                    Notification.show("Others now see %s.".formatted(renamed.displayName()));
                }));
        return new PageSection("Name", new Row(displayName, save), problem);
    }

    private PageSection passwordSection() {
        PasswordField present = new PasswordField("Present password");
        present.setAutocomplete(Autocomplete.CURRENT_PASSWORD);
        PasswordField fresh = new PasswordField("New password");
        fresh.setHelperText("At least 8 characters");
        fresh.setAutocomplete(Autocomplete.NEW_PASSWORD);
        ProblemLine problem = new ProblemLine();
        Button change = new Button(
                "Change password",
                click -> problem.attempt(() -> {
                    users.changePassword(currentUser.get(), present.getValue(), fresh.getValue());
                    askToSignIn();
                }));
        return new PageSection(
                "Password",
                new Note("A new password ends your sessions on every device; you sign in again with it."),
                new Row(present, fresh, change),
                problem);
    }

    private PageSection sessionSection() {
        Button everywhere = new Button("Sign out everywhere", click -> {
            users.signOutEverywhere(currentUser.get());
            askToSignIn();
        });
        return new PageSection(
                "Sessions",
                new Note("Ends your sessions on every device, this one included. Access tokens stay until revoked."),
                new Row(everywhere));
    }

    /** The session is over on the server; loading any page again says so. */
    private void askToSignIn() {
        getUI().ifPresent(ui -> ui.getPage().setLocation("login"));
    }
}
