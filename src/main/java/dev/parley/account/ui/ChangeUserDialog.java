package dev.parley.account.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.textfield.Autocomplete;
import com.vaadin.flow.component.textfield.PasswordField;
import com.vaadin.flow.component.textfield.TextField;
import dev.parley.account.CurrentUser;
import dev.parley.account.User;
import dev.parley.account.UserService;
import dev.parley.page.ProblemLine;

/** Changes somebody's account: name, standing, password. */
class ChangeUserDialog extends Dialog {

    ChangeUserDialog(CurrentUser currentUser, UserService users, User user, Runnable afterwards) {
        setHeaderTitle("Account " + user.name());
        TextField displayName = new TextField("Name, as others see it", user.displayName(), "");
        Checkbox admin = new Checkbox("Looks after accounts (administrator)", user.admin());
        Checkbox disabled = new Checkbox("Disabled: may not sign in, what they did stays", user.disabled());
        PasswordField password = new PasswordField("New password");
        password.setHelperText("Leave empty to keep the present one. A new one ends all sessions.");
        password.setAutocomplete(Autocomplete.NEW_PASSWORD);
        ProblemLine problem = new ProblemLine();
        Button save = new Button(
                "Save",
                click -> problem.attempt(() -> {
                    users.change(
                            currentUser.get(),
                            user.name(),
                            displayName.getValue(),
                            admin.getValue(),
                            disabled.getValue(),
                            password.isEmpty() ? null : password.getValue());
                    close();
                    afterwards.run();
                }));
        save.addThemeVariants(ButtonVariant.PRIMARY);
        Div fields = new Div(displayName, admin, disabled, password, problem);
        fields.addClassName("stack");
        add(fields);
        getFooter().add(new Button("Cancel", click -> close()), save);
    }
}
