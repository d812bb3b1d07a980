package dev.parley.discussion;

import dev.parley.account.User;
import dev.parley.account.UserId;
import dev.parley.problem.ProblemException;
import dev.parley.project.Member;
import dev.parley.project.Project;
import dev.parley.project.ProjectSettings.Mode;
import dev.parley.project.Role;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Who may take part in a project's threads and see them. In open mode whoever annotates or supervises sees all; where a
 * project is read blind, supervisors see all and an annotator those they are the only annotator of, so that no thread tells
 * one what another thinks.
 */
record Audience(Project project, List<Member> members) {

    private static final Pattern ADDRESSED = Pattern.compile("(?<![\\p{L}\\p{N}._-])@([a-z0-9][a-z0-9._@-]{0,39})");

    Audience {
        members = List.copyOf(members);
    }

    boolean isBlind() {
        return project.settings().mode() == Mode.BLIND;
    }

    boolean supervises(UserId user) {
        return member(user).stream().anyMatch(member -> member.is(Role.MANAGER) || member.is(Role.ADJUDICATOR));
    }

    /** Whether somebody may see a thread. */
    boolean sees(User viewer, CommentThread thread) {
        if (supervises(viewer.id())) {
            return true;
        }
        boolean annotates = member(viewer.id()).stream().anyMatch(member -> member.is(Role.ANNOTATOR));
        return isBlind()
                ? thread.members().contains(viewer.id()) && hasOneOutsider(thread.members())
                : annotates || thread.members().contains(viewer.id());
    }

    /** Those addressed in a text by {@code @name}; names of others are just words. */
    Set<UserId> addressed(String text) {
        Set<UserId> addressed = new LinkedHashSet<>();
        Matcher matcher = ADDRESSED.matcher(text);
        while (matcher.find()) {
            // a full stop or dash behind a name ends the sentence rather than the name
            String name = matcher.group(1).replaceAll("[._@-]+$", "");
            members.stream()
                    .map(Member::user)
                    .filter(user -> user.name().equals(name))
                    .forEach(user -> addressed.add(user.id()));
        }
        return addressed;
    }

    /** @throws ProblemException not found if nobody of this name is a member */
    UserId named(String name) {
        return members.stream()
                .map(Member::user)
                .filter(user -> user.name().equals(name))
                .map(User::id)
                .findFirst()
                .orElseThrow(() -> ProblemException.notFound("member", name));
    }

    /** @throws ProblemException conflict if these may not all take part in one thread */
    void requireOneThread(Collection<UserId> together) {
        if (isBlind() && !hasOneOutsider(together)) {
            throw ProblemException.conflict(
                    "This project is read blind: a thread may not bring two annotators together."
                            + " Begin one for each.");
        }
    }

    private boolean hasOneOutsider(Collection<UserId> together) {
        return together.stream().filter(user -> !supervises(user)).count() <= 1;
    }

    private Optional<Member> member(UserId user) {
        return members.stream()
                .filter(member -> member.user().id().equals(user))
                .findFirst();
    }
}
