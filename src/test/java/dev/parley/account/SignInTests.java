package dev.parley.account;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.httpBasic;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import dev.parley.Api;
import dev.parley.ParleyTest;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.MockMvc;

@ParleyTest
class SignInTests {

    @Autowired
    MockMvc mvc;

    @Autowired
    JdbcClient jdbc;

    @Test
    void refusesStrangersWithProblemDetails() throws Exception {
        MockHttpServletResponse response =
                mvc.perform(get("/api/v1/projects")).andReturn().getResponse();

        assertThat(response.getStatus()).isEqualTo(401);
        assertThat(response.getContentType()).startsWith("application/problem+json");
        assertThat(response.getContentAsString()).contains("urn:parley:problem:not-signed-in");
    }

    @Test
    void answersWhatDoesNotExistWithProblemDetails() {
        Api.Answer answer = Api.admin(mvc).get("/api/v1/no-such-thing");

        assertThat(answer.status()).isEqualTo(404);
        assertThat(answer.text("/detail")).contains("/api/v1/no-such-thing");
    }

    @Test
    void answersAnOddAddressWithProblemDetails() throws Exception {
        MockHttpServletResponse response = mvc.perform(get(URI.create("/api/v1/projects//scheme")))
                .andReturn()
                .getResponse();

        assertThat(response.getStatus()).isEqualTo(400);
        assertThat(response.getContentAsString(StandardCharsets.UTF_8)).contains("“/api/v1/projects//scheme”");
    }

    @Test
    void namesTheMethodAndTheContentTypeThatAreWrong() throws Exception {
        Api admin = Api.admin(mvc);

        assertThat(admin.put("/api/v1/me", Map.of()).status()).isEqualTo(405);
        Api.Answer xml = admin.perform(
                post("/api/v1/projects").contentType(MediaType.APPLICATION_XML).content("<project/>"));
        assertThat(xml.status()).isEqualTo(415);
        assertThat(xml.text("/type")).isEqualTo("urn:parley:problem:unsupported");
    }

    @Test
    void storesNeitherPasswordNorTokenInTheClear() {
        Api.admin(mvc).newUser("careful");

        assertThat(jdbc.sql("SELECT password_hash FROM app_user WHERE name = 'careful'")
                        .query(String.class)
                        .single())
                .startsWith("{argon2}");
        assertThat(jdbc.sql("SELECT token_hash FROM access_token")
                        .query(String.class)
                        .list())
                .isNotEmpty()
                .allMatch(hash -> hash.matches("[0-9a-f]{64}"));
    }

    @Test
    void makesWhoFailsOftenWaitEvenWithTheRightPassword() throws Exception {
        Api.admin(mvc).newUser("hasty");
        for (int i = 0; i < 3; i++) {
            assertThat(token("hasty", "wrong").getStatus()).isEqualTo(401);
        }

        MockHttpServletResponse refused = token("hasty", "hasty-hasty-pass");

        assertThat(refused.getStatus()).isEqualTo(429);
        assertThat(refused.getHeader("Retry-After")).isEqualTo("1");
        assertThat(refused.getContentAsString()).contains("Try again in 1 second");
    }

    @Test
    void letsAnAdministratorDisableAnAccountAtOnce() {
        Api admin = Api.admin(mvc);
        Api leaver = admin.newUser("leaver");
        assertThat(leaver.get("/api/v1/me").status()).isEqualTo(200);

        admin.patch("/api/v1/users/leaver", Map.of("disabled", true));

        assertThat(leaver.get("/api/v1/me").status()).isEqualTo(401);
    }

    @Test
    void keepsTheLastAdministrator() {
        Api.Answer answer = Api.admin(mvc).patch("/api/v1/users/admin", Map.of("admin", false));

        assertThat(answer.status()).isEqualTo(409);
        assertThat(answer.text("/detail")).contains("only administrator");
    }

    @Test
    void leavesAccountsToAdministrators() {
        Api someone = Api.admin(mvc).newUser("someone");

        assertThat(someone.get("/api/v1/users").status()).isEqualTo(403);
        assertThat(someone.post("/api/v1/users", Map.of("name", "x", "password", "long-enough"))
                        .status())
                .isEqualTo(403);
    }

    @Test
    void namesTheFaultInABadAccount() {
        Api admin = Api.admin(mvc);

        Api.Answer badName = admin.post("/api/v1/users", Map.of("name", "gold", "password", "long-enough"));
        Api.Answer shortPassword = admin.post("/api/v1/users", Map.of("name", "fine", "password", "short"));

        assertThat(badName.status()).isEqualTo(400);
        assertThat(badName.text("/errors/0/field")).isEqualTo("name");
        assertThat(shortPassword.text("/errors/0/message")).contains("8 to 200").contains("this one has 5");
    }

    @Test
    void wantsTheSessionsCsrfTokenWhereABrowserSpeaks() throws Exception {
        var session = mvc.perform(
                        post("/login")
                                .with(org.springframework.security.test.web.servlet.request
                                        .SecurityMockMvcRequestPostProcessors.csrf())
                                .param("username", "admin")
                                .param("password", "first-password"))
                .andReturn()
                .getRequest()
                .getSession(false);
        assertThat(session).isNotNull();

        MockHttpServletResponse without = mvc.perform(post("/api/v1/projects")
                        .session((org.springframework.mock.web.MockHttpSession) session)
                        .contentType(MediaType.APPLICATION_JSON)
                        .content("{\"name\":\"p\"}"))
                .andReturn()
                .getResponse();

        assertThat(without.getStatus()).isEqualTo(403);
        assertThat(without.getContentAsString()).contains("CSRF token");
    }

    private MockHttpServletResponse token(String name, String password) throws Exception {
        return mvc.perform(post("/api/v1/tokens")
                        .with(httpBasic(name, password))
                        .contentType(MediaType.APPLICATION_JSON)
                        .content("{\"name\":\"t\"}"))
                .andReturn()
                .getResponse();
    }
}
