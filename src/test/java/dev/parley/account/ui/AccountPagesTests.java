package dev.parley.account.ui;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.textfield.PasswordField;
import com.vaadin.flow.component.textfield.TextField;
import dev.parley.PageTest;
import org.junit.jupiter.api.Test;

class AccountPagesTests extends PageTest {

    @Test
    void showsStrangersNothing() {
        open("account");

        assertThat(find(AccountView.class).exists()).isFalse();
    }

    @Test
    void leadsWhoIsSignedInPastTheSignInPage() {
        signInAsAdmin();

        open("login");

        assertThat(address()).isEmpty();
    }

    @Test
    void saysHowLongToWait() {
        open("login?wait=12");

        assertThat(find(com.vaadin.flow.component.login.LoginForm.class)
                        .single()
                        .isError())
                .isTrue();
    }

    @Test
    void showsAnAccessTokenOnce() {
        signInAsAdmin();
        open("account");

        test(find(TextField.class).withCaption("What will use it").single()).setValue("nightly export");
        test(find(Button.class).withText("Create token").single()).click();

        assertThat(text()).contains("parley_").contains("not shown again");
        open("");
        open("account");
        assertThat(text()).contains("nightly export").doesNotContain("parley_");
    }

    @Test
    void refusesANewPasswordWithoutThePresentOne() {
        signInAsAdmin();
        open("account");

        test(find(PasswordField.class).withCaption("Present password").single()).setValue("guess");
        test(find(PasswordField.class).withCaption("New password").single()).setValue("another-password");
        test(find(Button.class).withText("Change password").single()).click();

        assertThat(text()).contains("The present password is not right.");
    }
}
