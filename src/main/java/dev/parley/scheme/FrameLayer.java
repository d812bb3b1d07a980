package dev.parley.scheme;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The layer of claims: who says what, in which words, to and about whom.
 *
 * @param key the key that starts a claim in the editor
 * @param roles the parts of a claim, in the order shown
 */
public record FrameLayer(
        String id, Map<String, String> name, @Nullable String key, List<FrameRole> roles, List<Attribute> attributes)
        implements Layer {

    public Optional<FrameRole> role(String roleId) {
        return roles.stream().filter(role -> role.id().equals(roleId)).findFirst();
    }
}
