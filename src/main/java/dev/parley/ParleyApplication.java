package dev.parley;

import com.vaadin.flow.component.page.AppShellConfigurator;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;

/** Starts Parley: one process, one data folder. */
@SpringBootApplication
public class ParleyApplication implements AppShellConfigurator {

    public static void main(String[] arguments) {
        SpringApplication.run(ParleyApplication.class, arguments);
    }
}
