package dev.parley.registry.api;

import dev.parley.account.CurrentUser;
import dev.parley.account.User;
import dev.parley.problem.ProblemException;
import dev.parley.registry.CurationService;
import dev.parley.registry.CurationService.MergePreview;
import dev.parley.registry.CurationService.Part;
import dev.parley.registry.Entity;
import dev.parley.registry.EntityChange;
import dev.parley.registry.EntityService;
import dev.parley.registry.EntityUse;
import dev.parley.registry.EntityUse.Occurrence;
import dev.parley.registry.EntityUse.SourcedClaim;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Merging and splitting, and where an entity is mentioned. */
@RestController
@RequestMapping("/api/v1/entities/{entity}")
class CurationController {

    private static final int MOST = 500;

    private final CurationService curation;
    private final EntityService entities;
    private final ObjectProvider<EntityUse> use;
    private final CurrentUser currentUser;

    CurationController(
            CurationService curation, EntityService entities, ObjectProvider<EntityUse> use, CurrentUser currentUser) {
        this.curation = curation;
        this.entities = entities;
        this.use = use;
        this.currentUser = currentUser;
    }

    record MergeBody(@Nullable String into) {}

    record PartBody(
            @Nullable String name,
            @Nullable String type,
            @Nullable List<String> aliases,
            @Nullable List<String> externalIds,
            @Nullable List<String> facts) {}

    record Preview(EntityJson winner, EntityJson loser, int links, boolean sameType) {}

    record Change(
            String kind,
            String entity,
            @Nullable String other,
            String by,
            Instant at,
            @Nullable String undoneBy,
            @Nullable Instant undoneAt,
            @Nullable String settledBy) {}

    record History(List<Change> items) {}

    record Place(
            String document,
            String title,
            String annotator,
            String mention,
            int start,
            int end,
            String before,
            String words,
            String after,
            boolean toCheck) {}

    record Places(List<Place> items, @Nullable String next) {}

    record Claim(
            String document,
            String title,
            String annotator,
            String claim,
            int start,
            int end,
            String words,
            String cue) {}

    record Claims(List<Claim> items, @Nullable String next) {}

    /**
     * Merges the entity into another, which gains its names; links to it are read as links to the other from then on.
     *
     * @param preview only say what it would do
     */
    @PostMapping("/merge")
    Object merge(
            @PathVariable String entity,
            @RequestBody MergeBody body,
            @RequestParam(defaultValue = "false") boolean preview) {
        String into = body.into();
        if (into == null || into.isBlank()) {
            // who may not merge is told that, whatever they sent
            curation.requireCurator(currentUser.get(), entity);
            throw ProblemException.invalid("“into” names the entity to merge into.");
        }
        if (preview) {
            MergePreview seen = curation.preview(currentUser.get(), entity, into);
            return new Preview(
                    EntityJson.of(seen.winner()), EntityJson.of(seen.loser()), seen.links(), seen.sameType());
        }
        return EntityJson.of(curation.merge(currentUser.get(), entity, into));
    }

    /** Takes back the merge that made this entity a redirect. */
    @DeleteMapping("/merge")
    EntityJson unmerge(@PathVariable String entity) {
        return EntityJson.of(curation.unmerge(currentUser.get(), entity));
    }

    /** Makes a new entity of a part of this one and answers it; the links to this one are to be checked. */
    @PostMapping("/split")
    @ResponseStatus(HttpStatus.CREATED)
    EntityJson split(@PathVariable String entity, @RequestBody PartBody body) {
        User actor = currentUser.get();
        Entity whole = entities.require(actor, entity);
        return EntityJson.of(curation.split(
                actor,
                entity,
                new Part(
                        Objects.requireNonNullElse(body.name(), ""),
                        Objects.requireNonNullElse(body.type(), whole.type()),
                        Objects.requireNonNullElse(body.aliases(), List.of()),
                        Objects.requireNonNullElse(body.externalIds(), List.of()),
                        Objects.requireNonNullElse(body.facts(), List.of()))));
    }

    /** Takes back the split that made this entity, and answers the one it was made of. */
    @DeleteMapping("/split")
    EntityJson unsplit(@PathVariable String entity) {
        return EntityJson.of(curation.unsplit(currentUser.get(), entity));
    }

    /** Says that the links which a split left to be checked, and nobody looked at again, are right. */
    @DeleteMapping("/checks")
    ResponseEntity<Void> settle(@PathVariable String entity) {
        curation.settle(currentUser.get(), entity);
        return ResponseEntity.noContent().build();
    }

    /** Who merged, split or promoted the entity when, latest first. */
    @GetMapping("/history")
    History history(@PathVariable String entity) {
        return new History(curation.history(currentUser.get(), entity).stream()
                .map(CurationController::json)
                .toList());
    }

    /**
     * Where the entity is mentioned, as far as the caller may see it.
     *
     * @param check only links to be checked after a split
     */
    @GetMapping("/occurrences")
    Places occurrences(
            @PathVariable String entity,
            @RequestParam(defaultValue = "false") boolean check,
            @RequestParam(defaultValue = "100") int limit,
            @RequestParam(defaultValue = "0") int cursor) {
        requirePage(limit, cursor);
        User viewer = currentUser.get();
        Entity found = entities.require(viewer, entity);
        List<Occurrence> page = use.stream()
                .flatMap(known -> known.occurrences(viewer, found, check, cursor, limit + 1).stream())
                .toList();
        return new Places(
                page.stream().limit(limit).map(CurationController::json).toList(),
                page.size() > limit ? Integer.toString(cursor + limit) : null);
    }

    /**
     * What the entity says, as far as the caller may see it.
     *
     * @param limit of documents, 1 to 100: a page holds all claims of so many documents
     * @param cursor number of documents to skip, as the page before said
     */
    @GetMapping("/claims")
    Claims claims(
            @PathVariable String entity,
            @RequestParam(defaultValue = "20") int limit,
            @RequestParam(defaultValue = "0") int cursor) {
        requirePage(limit, cursor);
        User viewer = currentUser.get();
        Entity found = entities.require(viewer, entity);
        EntityUse known = use.getObject();
        EntityUse.ClaimPage page = known.claims(viewer, found, cursor, Math.min(limit, 100));
        return new Claims(
                page.items().stream().map(CurationController::json).toList(),
                page.more() ? Integer.toString(cursor + Math.min(limit, 100)) : null);
    }

    private static void requirePage(int limit, int cursor) {
        if (limit < 1 || limit > MOST || cursor < 0) {
            throw ProblemException.invalid("A page has 1 to 500 items and starts at 0 or later.");
        }
    }

    private static Change json(EntityChange change) {
        return new Change(
                change.kind().name().toLowerCase(Locale.ROOT),
                change.entity(),
                change.other(),
                change.by(),
                change.at(),
                change.undoneBy(),
                change.undoneAt(),
                change.settledBy());
    }

    private static Place json(Occurrence place) {
        return new Place(
                place.document().toString(),
                place.title(),
                place.annotator(),
                place.mention(),
                place.span().start(),
                place.span().end(),
                place.before(),
                place.words(),
                place.after(),
                place.toCheck());
    }

    private static Claim json(SourcedClaim claim) {
        return new Claim(
                claim.document().toString(),
                claim.title(),
                claim.annotator(),
                claim.claim(),
                claim.span().start(),
                claim.span().end(),
                claim.words(),
                claim.cue());
    }
}
