package dev.parley.editor.api;

import dev.parley.account.CurrentUser;
import dev.parley.editor.OwnKeys;
import dev.parley.editor.OwnKeysService;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** One's own keys of the editor. */
@RestController
@RequestMapping("/api/v1/me/keys")
class OwnKeysController {

    private final OwnKeysService service;
    private final CurrentUser currentUser;

    OwnKeysController(OwnKeysService service, CurrentUser currentUser) {
        this.service = service;
        this.currentUser = currentUser;
    }

    /** @param keys by action; absent for the usual ones */
    record Keys(@Nullable Map<String, List<String>> keys) {}

    @GetMapping
    Keys read() {
        return new Keys(service.of(currentUser.get()).keys());
    }

    /** Replaces all of them; none brings the usual ones back. */
    @PutMapping
    Keys write(@RequestBody Keys body) {
        Map<String, List<String>> keys = body.keys();
        OwnKeys own = new OwnKeys(keys == null ? Map.of() : keys);
        service.change(currentUser.get(), own);
        return new Keys(own.keys());
    }
}
