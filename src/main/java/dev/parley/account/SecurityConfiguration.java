package dev.parley.account;

import static com.vaadin.flow.spring.security.VaadinSecurityConfigurer.vaadin;

import java.time.Clock;
import java.util.Map;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpMethod;
import org.springframework.security.config.Customizer;
import org.springframework.security.config.ObjectPostProcessor;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.annotation.web.configurers.AuthorizeHttpRequestsConfigurer.AuthorizedUrl;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.crypto.argon2.Argon2PasswordEncoder;
import org.springframework.security.crypto.bcrypt.BCryptPasswordEncoder;
import org.springframework.security.crypto.password.DelegatingPasswordEncoder;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.authentication.AnonymousAuthenticationFilter;
import org.springframework.security.web.context.SecurityContextHolderFilter;
import org.springframework.security.web.header.HeaderWriterFilter;
import org.springframework.security.web.header.writers.ReferrerPolicyHeaderWriter.ReferrerPolicy;
import org.springframework.security.web.servlet.util.matcher.PathPatternRequestMatcher;

/**
 * Three doors: programs get a token with their password, everything else under {@code /api} takes a token or the
 * browser's session, and the pages take a session. What is not named is denied.
 * {@link PasswordSignIn} is the only authentication provider, so Spring Security takes it for all doors; naming it at a door
 * as well would count every failure twice.
 */
@Configuration(proxyBeanMethods = false)
class SecurityConfiguration {

    /** For whatever is not a page: should a browser open it, nothing in it runs or loads. */
    private static final String NO_PAGE = "default-src 'none'; frame-ancestors 'none'";

    @Bean
    Clock clock() {
        return Clock.systemUTC();
    }

    @Bean
    PasswordEncoder passwordEncoder() {
        return new DelegatingPasswordEncoder(
                "argon2",
                Map.of(
                        "argon2",
                        Argon2PasswordEncoder.defaultsForSpringSecurity_v5_8(),
                        "bcrypt",
                        new BCryptPasswordEncoder()));
    }

    @Bean
    @Order(1)
    SecurityFilterChain tokenDoor(HttpSecurity http, ProblemEntryPoint refusal) {
        return http.securityMatcher(PathPatternRequestMatcher.pathPattern(HttpMethod.POST, "/api/v1/tokens"))
                .authorizeHttpRequests(requests -> requests.anyRequest().authenticated())
                .httpBasic(basic -> basic.authenticationEntryPoint(refusal))
                .exceptionHandling(
                        failures -> failures.authenticationEntryPoint(refusal).accessDeniedHandler(refusal))
                // no cookie takes part, so no other site can make a browser call this
                .csrf(AbstractHttpConfigurer::disable)
                .sessionManagement(sessions -> sessions.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                .headers(headers -> headers.contentSecurityPolicy(policy -> policy.policyDirectives(NO_PAGE)))
                .build();
    }

    @Bean
    @Order(2)
    SecurityFilterChain apiDoor(
            HttpSecurity http, AccessTokenService tokens, UserRepository users, ProblemEntryPoint refusal) {
        return http.securityMatcher("/api/**", "/v3/api-docs/**", "/v3/api-docs.yaml", "/actuator/**")
                .addFilterAfter(new TokenFilter(tokens, refusal), SecurityContextHolderFilter.class)
                .addFilterBefore(new SessionEpochFilter(users), AnonymousAuthenticationFilter.class)
                .authorizeHttpRequests(requests -> requests.requestMatchers(
                                "/v3/api-docs/**", "/v3/api-docs.yaml", "/actuator/health", "/actuator/health/**")
                        .permitAll()
                        .requestMatchers("/actuator/**")
                        .hasRole("ADMIN")
                        .requestMatchers("/api/**")
                        .authenticated()
                        .anyRequest()
                        .denyAll())
                .exceptionHandling(
                        failures -> failures.authenticationEntryPoint(refusal).accessDeniedHandler(refusal))
                // a token is sent on purpose; a cookie is sent by the browser, whoever asked for it
                .csrf(csrf -> csrf.ignoringRequestMatchers(request -> TokenFilter.secret(request) != null))
                .sessionManagement(sessions -> sessions.sessionCreationPolicy(SessionCreationPolicy.NEVER))
                .requestCache(AbstractHttpConfigurer::disable)
                .logout(AbstractHttpConfigurer::disable)
                .headers(headers -> headers.contentSecurityPolicy(policy -> policy.policyDirectives(NO_PAGE)))
                .build();
    }

    @Bean
    @Order(3)
    SecurityFilterChain pageDoor(HttpSecurity http, UserRepository users) {
        return http.addFilterBefore(new SessionEpochFilter(users), AnonymousAuthenticationFilter.class)
                .headers(headers -> headers.withObjectPostProcessor(headersFirst())
                        .referrerPolicy(policy -> policy.policy(ReferrerPolicy.SAME_ORIGIN))
                        .permissionsPolicyHeader(
                                policy -> policy.policy("camera=(), microphone=(), geolocation=(), payment=(), usb=()"))
                        .frameOptions(Customizer.withDefaults())
                        // the page itself brings its own policy, with a nonce; this is for everything else
                        .contentSecurityPolicy(policy -> policy.policyDirectives(NO_PAGE)))
                .formLogin(form -> form.loginPage("/login").failureHandler(new SignInFailurePage()))
                // an address that is no view's gets the page that says so, inside the frame
                .with(vaadin(), pages -> pages.loginView("/login").anyRequest(AuthorizedUrl::authenticated))
                .build();
    }

    /**
     * Pages are answered by a forward, which sends the answer past the wrapper that would add the headers last; so they
     * are written first, and whoever answers may replace them.
     */
    private static ObjectPostProcessor<HeaderWriterFilter> headersFirst() {
        return new ObjectPostProcessor<>() {
            @Override
            public <O extends HeaderWriterFilter> O postProcess(O filter) {
                filter.setShouldWriteHeadersEagerly(true);
                return filter;
            }
        };
    }
}
