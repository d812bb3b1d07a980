package dev.parley.exchange.intake;

import dev.parley.account.User;
import dev.parley.adjudication.MergeRule;
import dev.parley.adjudication.MergeRuleJson;
import dev.parley.adjudication.MergeRun;
import dev.parley.adjudication.Rules;
import dev.parley.adjudication.RulesJson;
import dev.parley.project.Guideline;
import dev.parley.project.Project;
import dev.parley.project.ProjectSettings;
import dev.parley.project.ProjectSettingsJson;
import dev.parley.scheme.SchemeService.Kept;
import dev.parley.scheme.SchemeVersion;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.MissingNode;

/**
 * Brings back how a project works. One that has documents keeps its own settings and gets the bundle's scheme as its next
 * version; one that has none becomes as the other was, version by version.
 */
final class SetupReader {

    private final Shared shared;

    private final JsonNode told;
    private final boolean fresh;
    private final Set<Integer> schemes = new HashSet<>();
    private final Map<String, UUID> merges = new HashMap<>();

    SetupReader(Shared shared) {
        this.shared = shared;
        this.told = shared.bundle().value("project.json").orElse(MissingNode.getInstance());
        this.fresh = shared.services().documents().count(shared.project()) == 0;
    }

    void run() {
        String scheme = shared.bundle().text("schema.yaml");
        if (!fresh) {
            shared.services().schemes().put(shared.actor(), shared.project(), scheme);
            shared.losses()
                    .add(
                            "settings of the shared.project(), which has documents and keeps its own",
                            told.path("name").asString(""));
        } else {
            restoreSchemes(scheme);
            restoreSettings();
        }
        restoreGuidelines();
        told.path("merges").forEach(this::restoreMerge);
    }

    private void restoreSchemes(String shipped) {
        List<Kept> versions = told.path("schemes")
                .valueStream()
                .map(version -> new Kept(
                        new SchemeVersion(
                                version.path("version").asInt(), who(version).id(), at(version, "at")),
                        version.path("source").asString("")))
                .toList();
        // before format 1.1 a bundle held the newest version only
        List<Kept> kept = versions.isEmpty()
                ? List.of(new Kept(
                        new SchemeVersion(shippedVersion(), shared.actor().id(), at(MissingNode.getInstance(), "")),
                        shipped))
                : versions;
        shared.services().schemes().restore(shared.actor(), shared.project(), kept);
        kept.forEach(version -> schemes.add(version.version().number()));
    }

    private int shippedVersion() {
        return Math.max(1, shared.bundle().manifest().at("/scheme/version").asInt(1));
    }

    /** The version a set was made under; absent for the newest. */
    @Nullable
    Integer schemeVersion(@Nullable JsonNode version, String place) {
        if (!fresh) {
            return null;
        }
        if (version == null || !version.isInt()) {
            return shippedVersion();
        }
        if (!schemes.contains(version.asInt())) {
            shared.losses()
                    .add("versions of the scheme that the bundle does not hold, under which sets were made", place);
            return shippedVersion();
        }
        return version.asInt();
    }

    private void restoreSettings() {
        if (told.has("settings")) {
            Project here = shared.services().projects().get(shared.project());
            shared.services()
                    .projects()
                    .change(
                            shared.actor(),
                            shared.project(),
                            here.name(),
                            ProjectSettingsJson.over(ProjectSettings.DEFAULT, told.get("settings")));
        }
        if (told.has("rules")) {
            Rules rules = RulesJson.over(Rules.DEFAULT, told.get("rules"));
            shared.services().rules().change(shared.actor(), shared.project(), _ -> rules);
        }
    }

    private void restoreGuidelines() {
        List<Guideline> versions = told.path("guidelines")
                .valueStream()
                .map(version -> new Guideline(
                        shared.project(),
                        version.path("version").asInt(),
                        version.path("text").asString(""),
                        version.path("news").isString() ? version.get("news").asString() : null,
                        who(version).id(),
                        at(version, "at")))
                .toList();
        String shipped = shared.bundle().text("guidelines.md");
        if (versions.isEmpty() && !shipped.isBlank()) {
            int number = Math.max(
                    1, shared.bundle().manifest().at("/guidelines/version").asInt(1));
            versions = List.of(new Guideline(
                    shared.project(), number, shipped, null, shared.actor().id(), at(MissingNode.getInstance(), "")));
        }
        if (shared.services().guidelines().current(shared.project()).isEmpty()) {
            shared.services().guidelines().restore(shared.actor(), shared.project(), versions);
        } else {
            shared.losses()
                    .add("versions of the guidelines, of which the project has its own", versions.size(), "guidelines");
        }
    }

    private void restoreMerge(JsonNode merge) {
        JsonNode rule = merge.path("rule");
        MergeRule read = MergeRuleJson.read(rule);
        String trusted = read.annotator();
        MergeRule here = trusted == null
                ? read
                : new MergeRule(
                        read.strategy(),
                        read.threshold(),
                        read.support(),
                        read.margin(),
                        shared.people().account(trusted).name(),
                        read.layer());
        addMerge(merge.path("id").asString(""), here, who(merge), at(merge, "begunAt"), merge);
    }

    private void addMerge(String id, MergeRule rule, User by, Instant begun, JsonNode merge) {
        UUID wanted = Objects.requireNonNullElseGet(BundleValues.uuid(id), UUID::randomUUID);
        int documents = merge.path("documents").asInt(0);
        MergeRun.State state =
                merge.path("state").asString("done").equals("undone") ? MergeRun.State.UNDONE : MergeRun.State.DONE;
        Instant ended = Stream.of(BundleValues.instant(merge.path("endedAt")), begun)
                .filter(Objects::nonNull)
                .findFirst()
                .orElse(begun);
        merges.put(
                id,
                shared.services()
                        .decisions()
                        .run(
                                shared.actor(),
                                new MergeRun(
                                        wanted,
                                        shared.project(),
                                        rule,
                                        state,
                                        documents,
                                        documents,
                                        0,
                                        0,
                                        by.id(),
                                        begun,
                                        ended)));
    }

    /** The run a decision was part of. Before format 1.1 a bundle did not tell of runs; its decisions make up one. */
    UUID merge(String id) {
        if (!merges.containsKey(id)) {
            MergeRule rule = MergeRule.of(MergeRule.Strategy.MAJORITY);
            addMerge(id, rule, shared.actor(), at(MissingNode.getInstance(), ""), MissingNode.getInstance());
            shared.losses()
                    .add(
                            "rules that decided, of which the bundle says no more than that they did",
                            id.isEmpty() ? "one" : id);
        }
        return Objects.requireNonNull(merges.get(id));
    }

    /** Which guidelines were in force, if they are here under the same number. */
    @Nullable
    Integer guidelines(JsonNode version) {
        String number = version.asString("");
        return fresh && number.matches("[0-9]{1,9}") ? Integer.valueOf(number) : null;
    }

    private User who(JsonNode told) {
        return told.path("by").isString()
                ? shared.people().account(told.get("by").asString())
                : shared.actor();
    }

    private Instant at(JsonNode told, String field) {
        Instant at = BundleValues.instant(told.path(field));
        return at == null ? BundleValues.instantOf(shared.bundle().manifest()) : at;
    }
}
