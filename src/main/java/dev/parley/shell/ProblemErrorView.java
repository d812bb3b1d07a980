package dev.parley.shell;

import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.ErrorParameter;
import com.vaadin.flow.router.HasErrorParameter;
import com.vaadin.flow.router.ParentLayout;
import com.vaadin.flow.server.auth.AnonymousAllowed;
import dev.parley.problem.Problem;
import dev.parley.problem.ProblemException;

/** A service refused to show this page and said why. */
@ParentLayout(MainLayout.class)
@AnonymousAllowed
class ProblemErrorView extends ErrorPage implements HasErrorParameter<ProblemException> {

    @Override
    public int setErrorParameter(BeforeEnterEvent event, ErrorParameter<ProblemException> parameter) {
        Problem problem = parameter.getException().problem();
        say(problem.kind().title(), problem.detail());
        return problem.kind().status();
    }
}
