package dev.parley.annotation;

import dev.parley.account.User;
import dev.parley.annotation.Claim.MentionParty;
import dev.parley.annotation.LinkRepository.Placed;
import dev.parley.annotation.LinkRepository.Sight;
import dev.parley.document.DocumentId;
import dev.parley.document.DocumentService;
import dev.parley.document.DocumentText;
import dev.parley.document.Span;
import dev.parley.project.AccessPolicy;
import dev.parley.project.ProjectId;
import dev.parley.registry.Entity;
import dev.parley.registry.EntityUse;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Tells the registry where its entities are mentioned and what they claim, as far as the viewer may see. */
@Component
@Transactional(readOnly = true)
class EntityOccurrences implements EntityUse {

    /** Code points shown on either side of a mention. */
    private static final int CONTEXT = 60;

    private final LinkRepository links;
    private final DocumentService documents;
    private final AccessPolicy policy;

    EntityOccurrences(LinkRepository links, DocumentService documents, AccessPolicy policy) {
        this.links = links;
        this.documents = documents;
        this.policy = policy;
    }

    @Override
    public Map<String, Integer> counts(User viewer, ProjectId project, Collection<String> entities) {
        return entities.isEmpty() ? Map.of() : links.counts(sight(viewer, project), project, entities);
    }

    @Override
    public Map<String, Integer> lastLinked(User reader, DocumentId document, int before, Collection<String> entities) {
        return entities.isEmpty() ? Map.of() : links.last(reader.id(), document, before, entities);
    }

    @Override
    public List<Occurrence> occurrences(User viewer, Entity entity, boolean onlyToCheck, int offset, int limit) {
        return links.links(sight(viewer, entity.project()), entity.id(), onlyToCheck, offset, limit).stream()
                .map(this::occurrence)
                .toList();
    }

    private Occurrence occurrence(Placed placed) {
        Mention mention = (Mention) placed.annotation();
        DocumentText text = documents.text(placed.document());
        Span span = around(mention.spans());
        int before = Math.max(0, span.start() - CONTEXT);
        int after = Math.min(text.codePoints(), span.end() + CONTEXT);
        return new Occurrence(
                placed.document(),
                placed.title(),
                placed.annotator(),
                mention.id(),
                span,
                before == 0 ? words(text, 0, span.start()) : fromAWord(words(text, before, span.start())),
                text.slice(span),
                after == text.codePoints() ? words(text, span.end(), after) : toAWord(words(text, span.end(), after)),
                placed.toCheck());
    }

    @Override
    public ClaimPage claims(User viewer, Entity entity, int firstDocument, int most) {
        Sight sight = sight(viewer, entity.project());
        List<DocumentId> found = links.documents(sight, entity.id(), firstDocument, most + 1);
        List<DocumentId> page = found.stream().limit(most).toList();
        if (page.isEmpty()) {
            return new ClaimPage(List.of(), false);
        }
        Map<UUID, Set<String>> mentions = links.links(sight, entity.id(), page).stream()
                .collect(Collectors.groupingBy(
                        Placed::set,
                        Collectors.mapping(placed -> placed.annotation().id(), Collectors.toSet())));
        List<SourcedClaim> claims = links.claims(sight, page).stream()
                .filter(placed -> isSaidBy((Claim) placed.annotation(), mentions.getOrDefault(placed.set(), Set.of())))
                .map(this::claim)
                .sorted(Comparator.<SourcedClaim>comparingInt(claim -> page.indexOf(claim.document()))
                        .thenComparingInt(claim -> claim.span().start())
                        .thenComparing(SourcedClaim::annotator))
                .toList();
        return new ClaimPage(claims, found.size() > most);
    }

    private static boolean isSaidBy(Claim claim, Set<String> mentions) {
        boolean hasWords = !claim.content().isEmpty() || !claim.cue().isEmpty();
        return hasWords
                && claim.source().stream()
                        .anyMatch(party -> party instanceof MentionParty(String id) && mentions.contains(id));
    }

    private SourcedClaim claim(Placed placed) {
        Claim claim = (Claim) placed.annotation();
        DocumentText text = documents.text(placed.document());
        return new SourcedClaim(
                placed.document(),
                placed.title(),
                placed.annotator(),
                claim.id(),
                around(claim.content().isEmpty() ? claim.cue() : claim.content()),
                words(text, claim.content()),
                words(text, claim.cue()));
    }

    /** Without what is left of a word that was cut through. */
    private static String fromAWord(String words) {
        return words.substring(words.indexOf(' ') + 1);
    }

    private static String toAWord(String words) {
        int end = words.lastIndexOf(' ');
        return end < 0 ? words : words.substring(0, end);
    }

    private Sight sight(User viewer, ProjectId project) {
        return new Sight(policy.seesOthers(viewer, project), viewer.id());
    }

    private static Span around(List<Span> spans) {
        return new Span(spans.getFirst().start(), spans.getLast().end());
    }

    private static String words(DocumentText text, List<Span> spans) {
        return spans.stream().map(text::slice).collect(Collectors.joining(" … "));
    }

    private static String words(DocumentText text, int start, int end) {
        return end > start ? text.slice(new Span(start, end)) : "";
    }
}
