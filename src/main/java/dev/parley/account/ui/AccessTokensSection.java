package dev.parley.account.ui;

import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.clipboard.Clipboard;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.textfield.IntegerField;
import com.vaadin.flow.component.textfield.TextField;
import dev.parley.account.AccessToken;
import dev.parley.account.AccessTokenService;
import dev.parley.account.CurrentUser;
import dev.parley.page.EmptyState;
import dev.parley.page.Note;
import dev.parley.page.PageSection;
import dev.parley.page.PlainTable;
import dev.parley.page.ProblemLine;
import dev.parley.page.Row;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;

/** The tokens one's programs use: make, see once, revoke. */
class AccessTokensSection extends Composite<PageSection> {

    private static final int DEFAULT_DAYS = 30;

    private final CurrentUser currentUser;
    private final AccessTokenService tokens;
    private final TextField name = new TextField("What will use it");
    private final IntegerField days = new IntegerField("Days until it expires");
    private final ProblemLine problem = new ProblemLine();
    private final Div fresh = new Div();
    private final Div list = new Div();

    AccessTokensSection(CurrentUser currentUser, AccessTokenService tokens) {
        this.currentUser = currentUser;
        this.tokens = tokens;
        name.setPlaceholder("nightly export");
        days.setValue(DEFAULT_DAYS);
        days.setMin(1);
        days.setMax(366);
        days.setStepButtonsVisible(true);
        fresh.getElement().setAttribute("aria-live", "polite");
        showTokens();
    }

    @Override
    protected PageSection initContent() {
        Button create = new Button("Create token", click -> problem.attempt(this::create));
        return new PageSection(
                "Access tokens",
                new Note("A program that sends one of these acts as you over HTTP, until it expires or is revoked."),
                new Row(name, days, create),
                problem,
                fresh,
                list);
    }

    private void create() {
        Integer lasts = days.getValue();
        AccessToken.Fresh made = tokens.create(currentUser.get(), name.getValue(), lasts == null ? 0 : lasts);
        name.clear();
        showOnce(made);
        showTokens();
    }

    private void showOnce(AccessToken.Fresh made) {
        Div secret = new Div(made.secret());
        secret.setId("fresh-token");
        secret.addClassName("secret");
        Span label = new Span(
                "Copy “%s” now; it is not shown again.".formatted(made.token().name()));
        secret.getElement().setAttribute("tabindex", "0");
        Button copy = new Button("Copy");
        Clipboard.onClick(copy).writeText(made.secret());
        fresh.removeAll();
        fresh.add(new Row(label), new Row(secret, copy));
    }

    private void showTokens() {
        list.removeAll();
        List<AccessToken> present = tokens.of(currentUser.get());
        if (present.isEmpty()) {
            list.add(new EmptyState("No tokens yet. Create one for a script or a build that talks to Parley."));
            return;
        }
        PlainTable table = new PlainTable("Access tokens", List.of("Name", "Created", "Expires", ""));
        present.forEach(token -> table.addRow(
                new Span(token.name()), day(token.createdAt()), day(token.expiresAt()), revokeButton(token)));
        list.add(table);
    }

    private Button revokeButton(AccessToken token) {
        Button revoke = new Button(
                "Revoke",
                click -> problem.attempt(() -> {
                    tokens.revoke(currentUser.get(), token.id());
                    showTokens();
                }));
        revoke.setAriaLabel("Revoke " + token.name());
        revoke.addThemeVariants(ButtonVariant.TERTIARY);
        return revoke;
    }

    /** The day in UTC, as the service reckons. */
    private static Span day(Instant instant) {
        return new Span(LocalDate.ofInstant(instant, ZoneOffset.UTC).toString());
    }
}
