package dev.parley.account;

import dev.parley.account.UserRepository.Credentials;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.springframework.security.authentication.AuthenticationProvider;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.security.web.authentication.WebAuthenticationDetails;
import org.springframework.stereotype.Component;

/** Checks a name and a password. Unknown, disabled and wrong answer alike, after the same work. */
@Component
class PasswordSignIn implements AuthenticationProvider {

    private final UserRepository users;
    private final PasswordEncoder passwords;
    private final SignInThrottle throttle;
    /** Compared with when there is no such user, so that the time taken tells nothing; nobody waits for it at the start. */
    private final CompletableFuture<String> nobodysHash;

    PasswordSignIn(UserRepository users, PasswordEncoder passwords, SignInThrottle throttle) {
        this.users = users;
        this.passwords = passwords;
        this.throttle = throttle;
        this.nobodysHash = CompletableFuture.supplyAsync(() -> passwords.encode("nobody"));
    }

    @Override
    public Authentication authenticate(Authentication request) {
        String name = UserService.normal(request.getName());
        String address = request.getDetails() instanceof WebAuthenticationDetails details
                ? details.getRemoteAddress()
                : "unknown";
        Duration wait = throttle.begin(name, address);
        if (wait.isPositive()) {
            throw new TooManyAttempts(wait);
        }
        String password = String.valueOf(request.getCredentials());
        Optional<Credentials> found = users.credentials(name);
        boolean matches =
                passwords.matches(password, found.map(Credentials::passwordHash).orElseGet(nobodysHash::join));
        Credentials credentials = found.filter(known -> matches && !known.disabled())
                .orElseThrow(() -> new BadCredentialsException("The name or the password is not right."));
        throttle.succeed(name, address);
        if (passwords.upgradeEncoding(credentials.passwordHash())) {
            users.rehash(credentials.id(), passwords.encode(password));
        }
        return UsernamePasswordAuthenticationToken.authenticated(
                new SignedIn(credentials.id().value(), credentials.name(), credentials.sessionEpoch()),
                null,
                SignedIn.authorities(credentials.admin()));
    }

    @Override
    public boolean supports(Class<?> authentication) {
        return UsernamePasswordAuthenticationToken.class.isAssignableFrom(authentication);
    }
}
