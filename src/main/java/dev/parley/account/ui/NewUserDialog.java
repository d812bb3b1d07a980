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
import dev.parley.account.UserService;
import dev.parley.page.ProblemLine;

/** Makes an account; its owner changes the first password later. */
class NewUserDialog extends Dialog {

    NewUserDialog(CurrentUser currentUser, UserService users, Runnable afterwards) {
        setHeaderTitle("New account");
        TextField name = new TextField("Sign-in name");
        name.setHelperText("Letters, digits and . _ @ -");
        name.setAutofocus(true);
        TextField displayName = new TextField("Name, as others see it");
        PasswordField password = new PasswordField("First password");
        password.setHelperText("At least 8 characters; hand it over in person");
        password.setAutocomplete(Autocomplete.NEW_PASSWORD);
        Checkbox admin = new Checkbox("Looks after accounts (administrator)");
        ProblemLine problem = new ProblemLine();
        Button create = new Button(
                "Create account",
                click -> problem.attempt(() -> {
                    users.create(
                            currentUser.get(),
                            name.getValue(),
                            displayName.getValue(),
                            password.getValue(),
                            admin.getValue());
                    close();
                    afterwards.run();
                }));
        create.addThemeVariants(ButtonVariant.PRIMARY);
        Div fields = new Div(name, displayName, password, admin, problem);
        fields.addClassName("stack");
        add(fields);
        getFooter().add(new Button("Cancel", click -> close()), create);
    }
}
