package dev.parley.editor.ui;

import dev.parley.account.User;
import dev.parley.account.UserId;
import dev.parley.account.UserService;
import dev.parley.annotation.AnnotationService;
import dev.parley.annotation.Progress;
import dev.parley.document.Document;
import dev.parley.project.AccessPolicy;
import dev.parley.project.Permission;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Whose annotations of a document somebody may look at. */
@Component
class ReadableSets {

    private static final String GOLD = "gold";

    /** No sign-in name. */
    private static final String TOGETHER = "*";

    private final AnnotationService annotations;
    private final UserService users;
    private final AccessPolicy policy;

    ReadableSets(AnnotationService annotations, UserService users, AccessPolicy policy) {
        this.annotations = annotations;
        this.users = users;
        this.policy = policy;
    }

    /**
     * @param who as the editor asks for it
     * @param name as people say it
     * @param mine whether it is the reader's own, which is worked on rather than read
     */
    record Choice(String who, String name, boolean mine) {

        boolean isAnnotator() {
            return !who.equals(GOLD) && !isTogether();
        }

        /** Whether it is all annotators at once. */
        boolean isTogether() {
            return who.equals(TOGETHER);
        }
    }

    /** One's own first, then others by name, then all of them together, then the outcome of adjudication. */
    List<Choice> of(User reader, Document document) {
        List<Progress> progress = annotations.progress(document.id()).stream()
                .filter(one -> annotations.maySee(reader, document, one.user()))
                .toList();
        Map<UserId, User> people =
                users.byId(progress.stream().map(Progress::user).toList());
        List<Choice> choices = new ArrayList<>();
        Optional<Progress> own =
                progress.stream().filter(one -> one.user().equals(reader.id())).findFirst();
        own.ifPresent(one -> choices.add(new Choice("me", "Mine", true)));
        progress.stream()
                .filter(one -> !one.user().equals(reader.id()))
                .map(one -> new Choice(one.annotator(), name(people.get(one.user()), one), false))
                .forEach(choices::add);
        if (choices.size() > 1) {
            choices.add(new Choice(TOGETHER, "Together", false));
        }
        if (policy.allows(reader, document.project(), Permission.SUPERVISE)) {
            choices.add(new Choice(GOLD, "Outcome", false));
        }
        return choices;
    }

    private static String name(@Nullable User person, Progress progress) {
        return person == null ? progress.annotator() : person.displayName();
    }
}
