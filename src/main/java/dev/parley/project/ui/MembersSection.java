package dev.parley.project.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.Key;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.textfield.TextField;
import dev.parley.account.CurrentUser;
import dev.parley.page.FirstFew;
import dev.parley.page.Note;
import dev.parley.page.PageSection;
import dev.parley.page.PlainTable;
import dev.parley.page.ProblemLine;
import dev.parley.page.Row;
import dev.parley.project.Member;
import dev.parley.project.ProjectId;
import dev.parley.project.ProjectService;
import dev.parley.project.Role;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** Members down, roles across, a tick for each role somebody has. */
class MembersSection extends Composite<PageSection> {

    private final CurrentUser currentUser;
    private final ProjectService projects;
    private final ProjectId project;
    private final PlainTable table = new PlainTable(
            "Members and their roles",
            Stream.of(
                            List.of("Member"),
                            List.of(Role.values()).stream()
                                    .map(MembersSection::head)
                                    .toList(),
                            List.of(""))
                    .flatMap(List::stream)
                    .toList());
    private final FirstFew<Member> members = new FirstFew<>("Find a member", MembersSection::words, table, this::draw);
    private final TextField name = new TextField("Sign-in name");
    private final ProblemLine problem = new ProblemLine();

    MembersSection(CurrentUser currentUser, ProjectService projects, ProjectId project) {
        this.currentUser = currentUser;
        this.projects = projects;
        this.project = project;
        load();
    }

    @Override
    protected PageSection initContent() {
        Button add = new Button("Add as annotator", click -> add());
        name.addKeyPressListener(Key.ENTER, press -> add());
        return new PageSection(
                "Members",
                new Note("Each tick counts at once. Administrators make accounts; here you say who takes part."),
                members,
                new Row(name, add),
                problem);
    }

    private void add() {
        problem.attempt(() -> {
            String typed = name.getValue();
            Set<Role> roles = EnumSet.of(Role.ANNOTATOR);
            members().stream()
                    .filter(member -> member.user().name().equalsIgnoreCase(typed.strip()))
                    .forEach(member -> roles.addAll(member.roles()));
            projects.putMember(currentUser.get(), project, typed, roles);
            name.clear();
            load();
        });
    }

    private List<Member> members() {
        return projects.members(currentUser.get(), project);
    }

    private void load() {
        members.show(members());
    }

    private void draw(List<Member> few) {
        table.clear();
        few.forEach(member -> {
            List<Component> cells = new ArrayList<>();
            for (Role role : Role.values()) {
                cells.add(tick(member, role));
            }
            cells.add(removeButton(member));
            table.addRow(nameOf(member), cells.toArray(Component[]::new));
        });
    }

    private static String words(Member member) {
        return member.user().displayName() + " " + member.user().name();
    }

    private static Component nameOf(Member member) {
        Span signIn = new Span(member.user().name());
        signIn.addClassName("quiet");
        Div name = new Div(new Span(member.user().displayName()), signIn);
        name.addClassName("member-name");
        return name;
    }

    private Checkbox tick(Member member, Role role) {
        Checkbox tick = new Checkbox(member.is(role));
        tick.setAriaLabel("%s: %s".formatted(member.user().displayName(), RoleWords.title(role)));
        tick.addValueChangeListener(change -> {
            Set<Role> roles = EnumSet.copyOf(member.roles());
            if (change.getValue()) {
                roles.add(role);
            } else {
                roles.remove(role);
            }
            problem.attempt(() ->
                    projects.putMember(currentUser.get(), project, member.user().name(), roles));
            // also after a refusal: the tick then goes back to what is true
            load();
        });
        return tick;
    }

    private Button removeButton(Member member) {
        Button remove = new Button("Remove", click -> {
            problem.attempt(() -> projects.removeMember(
                    currentUser.get(), project, member.user().name()));
            load();
        });
        remove.setAriaLabel("Remove " + member.user().displayName());
        remove.addThemeVariants(ButtonVariant.TERTIARY);
        return remove;
    }

    private static String head(Role role) {
        return "%s: %s".formatted(RoleWords.title(role), RoleWords.purpose(role));
    }
}
