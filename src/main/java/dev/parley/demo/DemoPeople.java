package dev.parley.demo;

import dev.parley.account.User;
import dev.parley.account.UserService;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.springframework.stereotype.Component;

/** Who takes part in the demo. */
@Component
class DemoPeople {

    static final String PASSWORD = "parley-demo";
    static final String SUPERVISOR = "supervisor";
    static final List<String> ANNOTATORS = List.of("annotator1", "annotator2", "annotator3");
    static final List<String> NAMES = List.of(SUPERVISOR, "annotator1", "annotator2", "annotator3");

    /** The accounts by sign-in name. */
    record Cast(Map<String, User> people) {

        User supervisor() {
            return get(SUPERVISOR);
        }

        User get(String name) {
            return Objects.requireNonNull(people.get(name), name);
        }
    }

    private static final List<String> DISPLAY_NAMES = List.of("Sol Imber", "Ada Quist", "Ben Ostrow", "Cleo Varga");

    private final UserService users;

    DemoPeople(UserService users) {
        this.users = users;
    }

    /**
     * Makes the accounts. The supervisor is an administrator too: a demo has nobody else who could add
     * people.
     */
    Cast make() {
        Map<String, User> people = new LinkedHashMap<>();
        for (int i = 0; i < NAMES.size(); i++) {
            String name = NAMES.get(i);
            people.put(name, users.install(name, DISPLAY_NAMES.get(i), PASSWORD, name.equals(SUPERVISOR)));
        }
        return new Cast(people);
    }
}
