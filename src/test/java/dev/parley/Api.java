package dev.parley;

import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.httpBasic;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.request;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.MvcResult;
import org.springframework.test.web.servlet.request.AbstractMockHttpServletRequestBuilder;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import org.springframework.test.web.servlet.request.MockMultipartHttpServletRequestBuilder;
import org.springframework.test.web.servlet.request.MockMvcRequestBuilders;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Speaks to the API as a program of one person does: a token first, then calls with it. */
public final class Api {

    private static final JsonMapper JSON = JsonMapper.shared();

    private final MockMvc mvc;
    private final String token;

    private Api(MockMvc mvc, String token) {
        this.mvc = mvc;
        this.token = token;
    }

    /** What came back. */
    public record Answer(int status, String body, MockHttpServletResponse response) {

        public JsonNode json() {
            return JSON.readTree(body);
        }

        /** The text of a member, by JSON pointer. */
        public String text(String pointer) {
            return json().at(pointer).asString();
        }
    }

    public static Api as(MockMvc mvc, String name, String password) {
        try {
            MockHttpServletResponse response = mvc.perform(MockMvcRequestBuilders.post("/api/v1/tokens")
                            .with(httpBasic(name, password))
                            .contentType(MediaType.APPLICATION_JSON)
                            .content("{\"name\":\"test\",\"expiresInDays\":1}"))
                    .andReturn()
                    .getResponse();
            if (response.getStatus() != 201) {
                throw new AssertionError("no token for " + name + ": " + response.getContentAsString());
            }
            return new Api(
                    mvc,
                    JSON.readTree(response.getContentAsString()).get("token").asString());
        } catch (Exception e) {
            throw new AssertionError(e);
        }
    }

    /** The administrator of {@link ParleyTest}. */
    public static Api admin(MockMvc mvc) {
        return as(mvc, "admin", "first-password");
    }

    /** Makes an account, with the name as password twice over, and signs in. */
    public Api newUser(String name) {
        String password = name + "-" + name + "-pass";
        Answer made = post("/api/v1/users", Map.of("name", name, "displayName", name, "password", password));
        if (made.status() != 201) {
            throw new AssertionError(made.body());
        }
        return as(mvc, name, password);
    }

    public Answer get(String path) {
        return call(HttpMethod.GET, path, null);
    }

    public Answer post(String path, @Nullable Object body) {
        return call(HttpMethod.POST, path, body);
    }

    public Answer put(String path, @Nullable Object body) {
        return call(HttpMethod.PUT, path, body);
    }

    public Answer patch(String path, @Nullable Object body) {
        return call(HttpMethod.PATCH, path, body);
    }

    public Answer delete(String path) {
        return call(HttpMethod.DELETE, path, null);
    }

    /** Uploads files as one multipart request, in the order of the map. */
    public Answer upload(String path, Map<String, String> files) {
        MockMultipartHttpServletRequestBuilder builder = MockMvcRequestBuilders.multipart(path);
        files.forEach((name, text) ->
                builder.file(new MockMultipartFile("file", name, null, text.getBytes(StandardCharsets.UTF_8))));
        return perform(builder);
    }

    /** Any call; a string is sent as it is, anything else as JSON. */
    public Answer call(HttpMethod method, String path, @Nullable Object body) {
        MockHttpServletRequestBuilder builder = request(method, path).contentType(MediaType.APPLICATION_JSON);
        if (body != null) {
            builder = builder.content(body instanceof String text ? text : JSON.writeValueAsString(body));
        }
        return perform(builder);
    }

    /** A request built by hand, with this person's token. */
    public Answer perform(AbstractMockHttpServletRequestBuilder<?> builder) {
        try {
            MvcResult result = mvc.perform(builder.header("Authorization", "Bearer " + token))
                    .andReturn();
            if (result.getRequest().isAsyncStarted()) {
                result = mvc.perform(MockMvcRequestBuilders.asyncDispatch(result))
                        .andReturn();
            }
            MockHttpServletResponse response = result.getResponse();
            return new Answer(response.getStatus(), response.getContentAsString(), response);
        } catch (Exception e) {
            throw new AssertionError(e);
        }
    }

    /** Opens a stream that stays open; what arrives is added to the response. */
    public MockHttpServletResponse listen(String path) {
        try {
            return mvc.perform(MockMvcRequestBuilders.get(path).header("Authorization", "Bearer " + token))
                    .andReturn()
                    .getResponse();
        } catch (Exception e) {
            throw new AssertionError(e);
        }
    }

    public MockMvc mvc() {
        return mvc;
    }
}
