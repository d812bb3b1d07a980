package dev.parley.shell;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.notification.Notification;
import com.vaadin.flow.component.notification.NotificationVariant;
import com.vaadin.flow.server.ErrorEvent;
import com.vaadin.flow.server.ServiceInitEvent;
import com.vaadin.flow.server.VaadinServiceInitListener;
import dev.parley.problem.Problem;
import dev.parley.problem.Problem.Kind;
import dev.parley.problem.ProblemException;
import java.time.Duration;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * The last listener of every page: what a person caused is said in its own words, everything else is logged and
 * apologised for. Views that can say it where it happened do so before it comes here.
 */
@Component
class Failures implements VaadinServiceInitListener {

    private static final Logger log = LoggerFactory.getLogger(Failures.class);
    private static final int SHOWN_MILLIS =
            Math.toIntExact(Duration.ofSeconds(10).toMillis());

    @Override
    public void serviceInit(ServiceInitEvent event) {
        event.getSource().addSessionInitListener(begun -> begun.getSession().setErrorHandler(Failures::tell));
    }

    private static void tell(ErrorEvent event) {
        Optional<Problem> problem = problemIn(event.getThrowable());
        if (problem.isEmpty()) {
            log.error("A page failed.", event.getThrowable());
        }
        UI ui = UI.getCurrent();
        if (ui == null) {
            return;
        }
        if (problem.filter(it -> it.kind() == Kind.NOT_SIGNED_IN).isPresent()) {
            ui.getPage().setLocation("login");
            return;
        }
        show(problem.map(Problem::detail)
                .orElse("Something went wrong on our side; nothing you saved before is lost. Please try again."));
    }

    static Optional<Problem> problemIn(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof ProblemException refused) {
                return Optional.of(refused.problem());
            }
        }
        return Optional.empty();
    }

    private static void show(String sentence) {
        Notification notification = Notification.show(sentence, SHOWN_MILLIS, Notification.Position.BOTTOM_START);
        notification.addThemeVariants(NotificationVariant.ERROR);
        notification.setAssertive(true);
    }
}
