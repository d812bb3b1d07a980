package dev.parley.project.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.parley.account.CurrentUser;
import dev.parley.account.User;
import dev.parley.project.ProjectService;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.security.web.csrf.CsrfToken;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestAttribute;
import org.springframework.web.bind.annotation.RestController;

/** Who the caller is. */
@RestController
class MeController {

    private final ProjectService projects;
    private final CurrentUser currentUser;

    MeController(ProjectService projects, CurrentUser currentUser) {
        this.projects = projects;
        this.currentUser = currentUser;
    }

    /** @param csrf what a browser's session must send with every change */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Me(
            String name,
            String displayName,
            boolean admin,
            List<MyProject> projects,
            @Nullable Csrf csrf) {}

    record MyProject(String id, String name, List<String> roles) {}

    record Csrf(String header, String token) {}

    @GetMapping("/api/v1/me")
    Me me(@RequestAttribute(name = "_csrf", required = false) @Nullable CsrfToken csrf) {
        User user = currentUser.get();
        List<MyProject> mine = projects.of(user).entrySet().stream()
                .map(entry -> new MyProject(
                        entry.getKey().id().toString(),
                        entry.getKey().name(),
                        ProjectController.names(entry.getValue())))
                .toList();
        return new Me(
                user.name(),
                user.displayName(),
                user.admin(),
                mine,
                csrf == null ? null : new Csrf(csrf.getHeaderName(), csrf.getToken()));
    }
}
