package dev.parley.shell;

import com.vaadin.flow.server.ServiceInitEvent;
import com.vaadin.flow.server.VaadinServiceInitListener;
import org.jsoup.nodes.Element;
import org.springframework.stereotype.Component;

/** Writes this browser's appearance into the one HTML page that everything runs in, so that the first paint has it. */
@Component
class FirstPage implements VaadinServiceInitListener {

    @Override
    public void serviceInit(ServiceInitEvent event) {
        event.addIndexHtmlRequestListener(page -> {
            Appearance appearance = Appearance.of(page.getVaadinRequest().getCookies());
            for (Element html : page.getDocument().select("html")) {
                html.attr("style", "color-scheme: " + appearance.scheme().getValue());
                html.attr("theme", appearance.scheme().getThemeValue());
            }
        });
    }
}
