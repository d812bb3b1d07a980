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
 * @param cues words that bring a claim, by the act they perform, for texts whose verbs of saying the editor does not know
 */
public record FrameLayer(
        String id,
        Map<String, String> name,
        @Nullable String key,
        List<FrameRole> roles,
        List<Attribute> attributes,
        Map<String, List<String>> cues)
        implements Layer {

    public Optional<FrameRole> role(String roleId) {
        return roles.stream().filter(role -> role.id().equals(roleId)).findFirst();
    }
}
