package dev.parley.shell;

import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.contextmenu.MenuItem;
import com.vaadin.flow.component.contextmenu.SubMenu;
import com.vaadin.flow.component.menubar.MenuBar;
import com.vaadin.flow.component.menubar.MenuBarVariant;
import com.vaadin.flow.server.VaadinServletRequest;
import com.vaadin.flow.server.VaadinServletResponse;
import com.vaadin.flow.spring.security.AuthenticationContext;
import dev.parley.account.User;
import java.util.EnumMap;
import java.util.Map;

/** What concerns the person and this browser: account, appearance, signing out. */
class PersonMenu extends Composite<MenuBar> {

    private final Map<Appearance, MenuItem> appearances = new EnumMap<>(Appearance.class);

    PersonMenu(User user, AuthenticationContext authentication) {
        getContent().addThemeVariants(MenuBarVariant.TERTIARY);
        getContent().getElement().setAttribute("aria-label", "You and this browser");
        SubMenu menu = getContent().addItem(user.displayName()).getSubMenu();
        menu.addItem("Your account", click -> getUI().ifPresent(ui -> ui.navigate("account")));
        SubMenu appearance = menu.addItem("Appearance").getSubMenu();
        for (Appearance choice : Appearance.values()) {
            MenuItem item = appearance.addItem(choice.title(), click -> choose(choice));
            item.setCheckable(true);
            appearances.put(choice, item);
        }
        menu.addItem("Sign out", click -> authentication.logout());
        tick(Appearance.of(VaadinServletRequest.getCurrent().getCookies()));
    }

    private void choose(Appearance choice) {
        VaadinServletRequest request = VaadinServletRequest.getCurrent();
        VaadinServletResponse.getCurrent().addCookie(choice.cookie(request.getContextPath() + "/", request.isSecure()));
        getUI().ifPresent(ui -> ui.getPage().setColorScheme(choice.scheme()));
        tick(choice);
    }

    private void tick(Appearance chosen) {
        appearances.forEach((appearance, item) -> item.setChecked(appearance == chosen));
    }
}
