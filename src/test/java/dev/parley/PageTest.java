package dev.parley;

import com.vaadin.browserless.SpringBrowserlessTest;
import com.vaadin.flow.component.HasElement;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.dom.Element;
import com.vaadin.flow.router.Location;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.security.authentication.AuthenticationProvider;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.context.SecurityContextHolder;

/** Pages without a browser: opened by address, found and used by what they say. */
@ParleyTest
public abstract class PageTest extends SpringBrowserlessTest {

    @Autowired
    private AuthenticationProvider signIn;

    @AfterEach
    void signOut() {
        SecurityContextHolder.clearContext();
    }

    protected void signInAs(String name, String password) {
        SecurityContextHolder.getContext()
                .setAuthentication(
                        signIn.authenticate(UsernamePasswordAuthenticationToken.unauthenticated(name, password)));
    }

    protected void signInAsAdmin() {
        signInAs("admin", "first-password");
    }

    /** @param address without a leading slash; a query may follow */
    protected void open(String address) {
        Location location = new Location(address);
        UI.getCurrent().navigate(location.getPath(), location.getQueryParameters());
    }

    protected String address() {
        return UI.getCurrent().getInternals().getActiveViewLocation().getPath();
    }

    /** All text of the page, the frame included, in reading order. */
    protected String text() {
        return UI.getCurrent().getInternals().getActiveRouterTargetsChain().stream()
                .map(HasElement::getElement)
                .map(Element::getTextRecursively)
                .collect(Collectors.joining("\n"));
    }
}
