package dev.parley.shell;

import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.ErrorParameter;
import com.vaadin.flow.router.HasErrorParameter;
import com.vaadin.flow.router.ParentLayout;
import com.vaadin.flow.server.HttpStatusCode;
import com.vaadin.flow.server.auth.AnonymousAllowed;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A page that could not be built. */
@ParentLayout(MainLayout.class)
@AnonymousAllowed
class ErrorView extends ErrorPage implements HasErrorParameter<Exception> {

    private static final Logger log = LoggerFactory.getLogger(ErrorView.class);

    @Override
    public int setErrorParameter(BeforeEnterEvent event, ErrorParameter<Exception> parameter) {
        log.error("The page {} failed.", event.getLocation().getPath(), parameter.getCaughtException());
        say(
                "Something went wrong on our side",
                "This page could not be shown. Nothing you saved is lost. Please try again, and tell whoever looks"
                        + " after Parley if it happens again.");
        return HttpStatusCode.INTERNAL_SERVER_ERROR.getCode();
    }
}
