package dev.parley.account.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.grid.Grid;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.data.value.ValueChangeMode;
import com.vaadin.flow.router.PageTitle;
import com.vaadin.flow.router.Route;
import dev.parley.account.CurrentUser;
import dev.parley.account.User;
import dev.parley.account.UserService;
import dev.parley.page.PageHead;
import jakarta.annotation.security.RolesAllowed;
import java.util.List;
import java.util.Locale;

/** Everybody's accounts, for administrators. */
@Route("admin/users")
@PageTitle("People · Parley")
@RolesAllowed("ADMIN")
class UsersView extends Div {

    /** Up to this many rows the list is as high as it needs to be; beyond, it scrolls in itself. */
    private static final int ROWS_IN_FULL = 30;

    private final CurrentUser currentUser;
    private final UserService users;
    private final Grid<User> list = new Grid<>();
    private final TextField search = new TextField("Find a person");

    UsersView(CurrentUser currentUser, UserService users) {
        this.currentUser = currentUser;
        this.users = users;
        addClassName("page");
        Button create = new Button("New account", click -> new NewUserDialog(currentUser, users, this::load).open());
        create.addThemeVariants(ButtonVariant.PRIMARY);
        list.addColumn(User::name).setHeader("Sign-in name").setSortable(true);
        list.addColumn(User::displayName).setHeader("Name").setSortable(true);
        list.addColumn(UsersView::standing).setHeader("Standing").setSortable(true);
        Span actions = new Span("Actions");
        actions.addClassName("read-aloud");
        list.addComponentColumn(this::changeButton)
                .setHeader(actions)
                .setAutoWidth(true)
                .setFlexGrow(0);
        search.setClearButtonVisible(true);
        search.setMaxWidth("24rem");
        search.setValueChangeMode(ValueChangeMode.LAZY);
        search.addValueChangeListener(change -> load());
        list.getElement().setAttribute("aria-label", "Accounts");
        add(new PageHead("People", create), search, list);
        load();
    }

    private void load() {
        List<User> all = users.all(currentUser.get());
        String wanted = search.getValue().strip().toLowerCase(Locale.ROOT);
        List<User> found = all.stream()
                .filter(user -> (user.displayName() + " " + user.name())
                        .toLowerCase(Locale.ROOT)
                        .contains(wanted))
                .toList();
        search.setVisible(all.size() > ROWS_IN_FULL);
        list.setAllRowsVisible(found.size() <= ROWS_IN_FULL);
        list.setHeight(found.size() <= ROWS_IN_FULL ? null : "70vh");
        list.setItems(found);
    }

    private Button changeButton(User user) {
        Button change =
                new Button("Change", click -> new ChangeUserDialog(currentUser, users, user, this::load).open());
        change.setAriaLabel("Change " + user.name());
        change.addThemeVariants(ButtonVariant.TERTIARY);
        return change;
    }

    private static String standing(User user) {
        if (user.disabled()) {
            return "Disabled";
        }
        return user.admin() ? "Administrator" : "Takes part";
    }
}
