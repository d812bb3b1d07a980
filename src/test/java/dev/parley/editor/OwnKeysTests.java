package dev.parley.editor;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.Api;
import dev.parley.Api.Answer;
import dev.parley.ParleyTest;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.MockMvc;

@ParleyTest
class OwnKeysTests {

    private static final String KEYS = "/api/v1/me/keys";

    @Autowired
    MockMvc mvc;

    @Test
    void keepsThemWithTheAccount() {
        Api admin = Api.admin(mvc);
        Api ann = admin.newUser("ann-" + UUID.randomUUID().toString().substring(0, 8));
        Api ben = admin.newUser("ben-" + UUID.randomUUID().toString().substring(0, 8));
        assertThat(ann.get(KEYS).json()).hasToString("{\"keys\":{}}");

        ann.put(KEYS, Map.of("keys", Map.of("next-mark", List.of("Alt-n"))));
        ann.put(KEYS, Map.of("keys", Map.of("next-mark", List.of("Alt-m", "F7"), "delete", List.of("\\"))));

        assertThat(ann.get(KEYS).json())
                .hasToString("{\"keys\":{\"delete\":[\"\\\\\"],\"next-mark\":[\"Alt-m\",\"F7\"]}}");
        assertThat(ben.get(KEYS).json()).hasToString("{\"keys\":{}}");
        ann.put(KEYS, Map.of());
        assertThat(ann.get(KEYS).json()).hasToString("{\"keys\":{}}");
    }

    @Test
    void refusesWhatNoEditorSends() {
        Api admin = Api.admin(mvc);

        Answer name = admin.put(KEYS, Map.of("keys", Map.of("Next mark", List.of("n"))));
        Answer none = admin.put(KEYS, Map.of("keys", Map.of("next-mark", List.of())));
        Answer text = admin.put(KEYS, Map.of("keys", "all"));

        assertThat(name.status()).isEqualTo(400);
        assertThat(name.text("/detail")).isEqualTo("“Next mark” is no name of an action.");
        assertThat(none.text("/detail"))
                .isEqualTo("The action next-mark has 1 to 5 keys of 1 to 40 characters, not [].");
        assertThat(text.status()).isEqualTo(400);
    }
}
