package dev.parley.account.api;

import dev.parley.account.AccessToken;
import dev.parley.account.AccessTokenService;
import dev.parley.account.CurrentUser;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/v1/tokens")
class TokenController {

    private static final int USUAL_DAYS = 30;

    private final AccessTokenService tokens;
    private final CurrentUser currentUser;

    TokenController(AccessTokenService tokens, CurrentUser currentUser) {
        this.tokens = tokens;
        this.currentUser = currentUser;
    }

    record NewToken(@Nullable String name, @Nullable Integer expiresInDays) {}

    record FreshToken(UUID id, String name, String token, Instant expiresAt) {}

    record Tokens(List<AccessToken> items, @Nullable String next) {}

    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    FreshToken create(@RequestBody NewToken wanted) {
        AccessToken.Fresh fresh = tokens.create(
                currentUser.get(),
                wanted.name() == null ? "token" : wanted.name(),
                wanted.expiresInDays() == null ? USUAL_DAYS : wanted.expiresInDays());
        return new FreshToken(
                fresh.token().id(),
                fresh.token().name(),
                fresh.secret(),
                fresh.token().expiresAt());
    }

    @GetMapping
    Tokens mine() {
        return new Tokens(tokens.of(currentUser.get()), null);
    }

    @DeleteMapping("/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void revoke(@PathVariable UUID id) {
        tokens.revoke(currentUser.get(), id);
    }
}
