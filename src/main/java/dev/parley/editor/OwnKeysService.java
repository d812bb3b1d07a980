package dev.parley.editor;

import dev.parley.account.User;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** Keeps each person's keys with their account, so that they have them at every machine. */
@Service
@Transactional
public class OwnKeysService {

    private static final JsonMapper JSON = JsonMapper.shared();
    private static final TypeReference<Map<String, List<String>>> KEYS = new TypeReference<>() {};

    private final OwnKeysRepository repository;

    OwnKeysService(OwnKeysRepository repository) {
        this.repository = repository;
    }

    /** None if somebody works with the usual ones. */
    @Transactional(readOnly = true)
    public OwnKeys of(User user) {
        return new OwnKeys(repository
                .find(user.id())
                .map(json -> JSON.readValue(json, KEYS))
                .orElseGet(Map::of));
    }

    public void change(User user, OwnKeys keys) {
        repository.write(user.id(), JSON.writeValueAsString(keys.keys()));
    }
}
