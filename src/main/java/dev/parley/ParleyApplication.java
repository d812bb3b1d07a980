package dev.parley;

import com.vaadin.flow.component.dependency.CssImport;
import com.vaadin.flow.component.dependency.NpmPackage;
import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.component.page.AppShellConfigurator;
import com.vaadin.flow.server.AppShellSettings;
import com.vaadin.flow.theme.aura.Aura;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;

/**
 * Starts Parley: one process, one data folder. The style sheet of agreement is everybody's because its figures also stand on
 * the project's overview, to which they are contributed: the bundle for that page does not know them.
 */
@SpringBootApplication
@StyleSheet(Aura.STYLESHEET)
@NpmPackage(value = "@fontsource-variable/inter", version = "5.3.0")
@NpmPackage(value = "@fontsource-variable/source-serif-4", version = "5.3.1")
@NpmPackage(value = "@fontsource-variable/noto-naskh-arabic", version = "5.3.0")
@CssImport("./styles/fonts.css")
@CssImport("./styles/tokens.css")
@CssImport("./styles/parley.css")
@CssImport("./styles/agreement.css")
public class ParleyApplication implements AppShellConfigurator {

    public static void main(String[] arguments) {
        SpringApplication.run(ParleyApplication.class, arguments);
    }

    @Override
    public void configurePage(AppShellSettings settings) {
        settings.addLink("icon", "assets/parley.svg");
        settings.addMetaTag("color-scheme", "light dark");
    }
}
