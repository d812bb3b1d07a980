package dev.parley.account.ui;

import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.dom.Element;
import com.vaadin.flow.server.VaadinServletRequest;
import java.util.Map;
import org.springframework.security.web.csrf.CsrfToken;

/** The people of the demo, each with a button that signs in as them. */
class DemoPeople extends Section {

    private static final String PASSWORD = "parley-demo";

    DemoPeople() {
        addClassName("demo-people");
        H2 title = new H2("Just looking? Come in as");
        title.setId("demo-people");
        getElement().setAttribute("aria-labelledby", "demo-people");
        add(title);
        Element list = new Element("ul");
        list.appendChild(
                person("supervisor", "uploads, assigns, sees agreement, settles"),
                person("annotator1", "marks and submits"),
                person("annotator2", "marks and submits"),
                person("annotator3", "marks and submits"));
        getElement().appendChild(list);
        add(new Paragraph("Their password, should you need it: " + PASSWORD));
    }

    private static Element person(String name, String does) {
        NativeButton button = new NativeButton(name);
        button.getElement().setAttribute("type", "submit");
        Element form = new Element("form");
        form.setAttribute("method", "post").setAttribute("action", "login");
        Map.of("username", name, "password", PASSWORD)
                .forEach((field, value) -> form.appendChild(hidden(field, value)));
        if (VaadinServletRequest.getCurrent().getAttribute(CsrfToken.class.getName()) instanceof CsrfToken token) {
            form.appendChild(hidden(token.getParameterName(), token.getToken()));
        }
        form.appendChild(button.getElement());
        Element what = new Element("span").setText(does);
        what.getClassList().add("quiet");
        return new Element("li").appendChild(form, what);
    }

    private static Element hidden(String name, String value) {
        return new Element("input")
                .setAttribute("type", "hidden")
                .setAttribute("name", name)
                .setAttribute("value", value);
    }
}
