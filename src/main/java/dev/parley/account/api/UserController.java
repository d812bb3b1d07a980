package dev.parley.account.api;

import dev.parley.account.CurrentUser;
import dev.parley.account.User;
import dev.parley.account.UserService;
import dev.parley.problem.Problem.Fault;
import dev.parley.problem.ProblemException;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/v1/users")
class UserController {

    private final UserService users;
    private final CurrentUser currentUser;

    UserController(UserService users, CurrentUser currentUser) {
        this.users = users;
        this.currentUser = currentUser;
    }

    record NewUser(
            @Nullable String name,
            @Nullable String displayName,
            @Nullable String password,
            @Nullable Boolean admin) {}

    record UserChange(
            @Nullable String displayName,
            @Nullable String password,
            @Nullable Boolean admin,
            @Nullable Boolean disabled) {}

    record UserJson(String name, String displayName, boolean admin, boolean disabled) {

        static UserJson of(User user) {
            return new UserJson(user.name(), user.displayName(), user.admin(), user.disabled());
        }
    }

    record Users(List<UserJson> items, @Nullable String next) {}

    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    UserJson create(@RequestBody NewUser wanted) {
        String name = required("name", wanted.name());
        String displayName = wanted.displayName() == null ? name : wanted.displayName();
        return UserJson.of(users.create(
                currentUser.get(),
                name,
                displayName,
                required("password", wanted.password()),
                Boolean.TRUE.equals(wanted.admin())));
    }

    @GetMapping
    Users all() {
        return new Users(users.all(currentUser.get()).stream().map(UserJson::of).toList(), null);
    }

    @PatchMapping("/{name}")
    UserJson change(@PathVariable String name, @RequestBody UserChange change) {
        return UserJson.of(users.change(
                currentUser.get(), name, change.displayName(), change.admin(), change.disabled(), change.password()));
    }

    private static String required(String field, @Nullable String value) {
        if (value == null) {
            throw ProblemException.invalid(
                    "The field %s is missing.".formatted(field), List.of(new Fault(field, "is missing")));
        }
        return value;
    }
}
