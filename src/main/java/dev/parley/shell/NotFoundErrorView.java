package dev.parley.shell;

import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.ErrorParameter;
import com.vaadin.flow.router.HasErrorParameter;
import com.vaadin.flow.router.NotFoundException;
import com.vaadin.flow.router.ParentLayout;
import com.vaadin.flow.server.HttpStatusCode;
import com.vaadin.flow.server.auth.AnonymousAllowed;

/** There is nothing at this address, or nothing for this person. */
@ParentLayout(MainLayout.class)
@AnonymousAllowed
class NotFoundErrorView extends ErrorPage implements HasErrorParameter<NotFoundException> {

    @Override
    public int setErrorParameter(BeforeEnterEvent event, ErrorParameter<NotFoundException> parameter) {
        say(
                "Nothing here",
                "There is nothing at this address that you may see. It may be in the trash, or belong to a project"
                        + " you are not a member of.");
        return HttpStatusCode.NOT_FOUND.getCode();
    }
}
