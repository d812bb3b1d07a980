package dev.parley.project.api;

import dev.parley.account.CurrentUser;
import dev.parley.problem.Problem.Fault;
import dev.parley.problem.ProblemException;
import dev.parley.project.Member;
import dev.parley.project.ProjectId;
import dev.parley.project.ProjectService;
import dev.parley.project.Role;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/v1/projects/{project}/members")
class MemberController {

    private final ProjectService projects;
    private final CurrentUser currentUser;

    MemberController(ProjectService projects, CurrentUser currentUser) {
        this.projects = projects;
        this.currentUser = currentUser;
    }

    record Roles(@Nullable List<String> roles) {}

    record MemberJson(String name, String displayName, List<String> roles) {

        static MemberJson of(Member member) {
            return new MemberJson(
                    member.user().name(), member.user().displayName(), ProjectController.names(member.roles()));
        }
    }

    record Members(List<MemberJson> items, @Nullable String next) {}

    @GetMapping
    Members all(@PathVariable ProjectId project) {
        return new Members(
                projects.members(currentUser.get(), project).stream()
                        .map(MemberJson::of)
                        .toList(),
                null);
    }

    @PutMapping("/{user}")
    MemberJson put(@PathVariable ProjectId project, @PathVariable String user, @RequestBody Roles wanted) {
        return MemberJson.of(projects.putMember(currentUser.get(), project, user, roles(wanted)));
    }

    @DeleteMapping("/{user}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void remove(@PathVariable ProjectId project, @PathVariable String user) {
        projects.removeMember(currentUser.get(), project, user);
    }

    private static Set<Role> roles(Roles wanted) {
        Set<Role> roles = EnumSet.noneOf(Role.class);
        for (String name : wanted.roles() == null ? List.<String>of() : wanted.roles()) {
            roles.add(Arrays.stream(Role.values())
                    .filter(role -> role.name().toLowerCase(Locale.ROOT).equals(name))
                    .findFirst()
                    .orElseThrow(() -> unknown(name)));
        }
        return roles;
    }

    private static ProblemException unknown(String name) {
        String sentence = "\"%s\" is not a role; there are manager, adjudicator, annotator and viewer.".formatted(name);
        return ProblemException.invalid(sentence, List.of(new Fault("roles", sentence)));
    }
}
