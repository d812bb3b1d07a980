package dev.parley.adjudication;

import dev.parley.adjudication.AlignedMemory.Kept;
import dev.parley.agreement.Alignment;
import dev.parley.agreement.Alignments;
import dev.parley.agreement.Revisions;
import dev.parley.annotation.AnnotationService;
import dev.parley.annotation.AnnotationSet;
import dev.parley.annotation.Progress;
import dev.parley.document.Document;
import dev.parley.document.DocumentId;
import dev.parley.document.DocumentService;
import dev.parley.problem.ProblemException;
import dev.parley.project.ProjectId;
import dev.parley.registry.EntityService;
import dev.parley.scheme.Scheme;
import dev.parley.scheme.SchemeService;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * What the sets of documents have in common and where they differ. Aligning a long document takes a while and every
 * decision asks for it, so it is kept as long as the sets it came from stay as they are: their heads, a few bytes each,
 * are read every time and compared.
 */
@Component
class AlignedDocuments {

    /** Documents that are read and aligned in one go, and edits in them; a long document makes a portion of its own. */
    private static final int PORTION = 16;

    private static final long EDITS_IN_PORTION = 2_000;

    private final AnnotationService annotations;
    private final DocumentService documents;
    private final SchemeService schemes;
    private final EntityService entities;
    private final AlignedMemory memory = new AlignedMemory(Runtime.getRuntime().maxMemory());
    private final Turns turns = new Turns();

    AlignedDocuments(
            AnnotationService annotations, DocumentService documents, SchemeService schemes, EntityService entities) {
        this.annotations = annotations;
        this.documents = documents;
        this.schemes = schemes;
        this.entities = entities;
    }

    /**
     * The documents of a project that at least two have handed in, as far as they were looked at.
     *
     * @param found in reading order
     * @param all how many there are
     * @param isFull whether the others do not fit into the memory
     */
    record SoFar(Map<DocumentId, Aligned> found, int all, boolean isFull) {}

    /** One document first, then those its relations lead to. */
    Map<DocumentId, Aligned> around(Document document) {
        return around(document, true);
    }

    /** The same for somebody who goes through a whole project once, and would fill the memory with what nobody asks again. */
    Map<DocumentId, Aligned> aroundOnce(Document document) {
        return around(document, false);
    }

    /**
     * Documents whose sets somebody has read, for once. Those that relations lead out of are left out: they need others.
     *
     * @param read all sets of each, those not handed in too
     */
    Map<DocumentId, Aligned> once(ProjectId project, Map<Document, List<AnnotationSet>> read) {
        Scheme scheme = schemes.current(project);
        Revisions revisions = new Revisions(version -> schemes.at(project, version));
        Map<DocumentId, Aligned> once = new HashMap<>();
        read.forEach((document, sets) -> {
            List<AnnotationSet> taking = Heads.taking(sets, AnnotationSet::state);
            if (Alignments.othersNamedIn(taking).isEmpty()) {
                once.put(
                        document.id(),
                        new Aligned(
                                Alignment.of(document, scheme, taking, Alignment.Elsewhere.UNKNOWN, revisions),
                                sets.size()));
            }
        });
        return once;
    }

    private Map<DocumentId, Aligned> around(Document document, boolean again) {
        Heads now = oneByOne(document.project());
        Kept found = one(document, now, again);
        Map<DocumentId, Aligned> around = new LinkedHashMap<>();
        around.put(document.id(), found.reading());
        for (DocumentId other : found.others()) {
            around.put(other, one(documents.get(other), now, again).reading());
        }
        return around;
    }

    private Kept one(Document document, Heads now, boolean again) {
        Optional<Kept> known = find(document, now);
        if (known.isPresent()) {
            return known.get();
        }
        boolean mine = turns.take(document.project(), Long.MAX_VALUE);
        try {
            return find(document, now).orElseGet(() -> {
                Kept fresh = align(List.of(document), now).getFirst();
                if (again) {
                    memory.keep(fresh, true);
                }
                return fresh;
            });
        } finally {
            turns.leave(document.project(), mine);
        }
    }

    /** One document as this transaction sees it, of which nothing is kept: it may be taken back. */
    Aligned passing(Document document) {
        return align(List.of(document), oneByOne(document.project())).getFirst().reading();
    }

    /** For a whole project. */
    private Heads handedIn(ProjectId project) {
        Map<DocumentId, List<Progress>> heads = annotations.handedIn(project).stream()
                .collect(Collectors.groupingBy(Progress::document, LinkedHashMap::new, Collectors.toList()));
        return new Heads(schemes.current(project), entities.redirects(project).hashCode(), heads, id -> List.of());
    }

    /** For a few documents, read when they are asked for. */
    private Heads oneByOne(ProjectId project) {
        return new Heads(
                schemes.current(project),
                entities.redirects(project).hashCode(),
                new LinkedHashMap<>(),
                annotations::progress);
    }

    /** How many documents of a project two have handed in. */
    int compared(ProjectId project) {
        return handedIn(project).compared().size();
    }

    /**
     * All documents of a project that two have handed in, in reading order.
     *
     * @throws ProblemException conflict if they do not fit into the memory
     */
    Map<DocumentId, Aligned> of(ProjectId project) {
        SoFar all = soFar(project, Long.MAX_VALUE, null);
        if (all.isFull) {
            throw ProblemException.conflict(
                    "Only %d of %d documents fit into this server's memory. Ask for one document, or start Parley with more memory."
                            .formatted(all.found.size(), all.all));
        }
        return all.found;
    }

    /**
     * The documents of a project that are known or can be looked at in time. Documents are read in portions, so that nothing
     * is asked once for each annotation set.
     *
     * @param nanoseconds how long to look at documents nobody asked about yet; at least one portion is looked at
     * @param first to be among them whatever it takes
     */
    SoFar soFar(ProjectId project, long nanoseconds, @Nullable DocumentId first) {
        long begun = System.nanoTime();
        Heads now = handedIn(project);
        List<DocumentId> compared = now.compared();
        Map<DocumentId, Document> all =
                documents.some(compared).stream().collect(Collectors.toMap(Document::id, Function.identity()));
        Map<DocumentId, Aligned> found = new HashMap<>();
        List<Document> missing = missing(compared.stream().flatMap(id -> Stream.ofNullable(all.get(id))), now, found);
        missing.sort(Comparator.comparing(document -> !document.id().equals(first)));
        boolean isFull = false;
        for (int done = 0; done < missing.size() && !isFull; ) {
            boolean isFirst = done == 0 && missing.getFirst().id().equals(first);
            long left = nanoseconds - (System.nanoTime() - begun);
            boolean isNeeded = isFirst || found.isEmpty();
            if (!isNeeded && left <= 0) {
                break;
            }
            int next = isFirst ? 1 : endOfPortion(missing, done, now);
            boolean mine = turns.take(project, isNeeded ? Long.MAX_VALUE : left);
            if (!mine && !isNeeded && nanoseconds < Long.MAX_VALUE) {
                break;
            }
            try {
                // whoever had the lock may have found some of them
                List<Document> portion = missing(missing.subList(done, next).stream(), now, found);
                isFull = !isFirst && !portion.isEmpty() && !memory.hasRoom(project);
                if (!portion.isEmpty() && !isFull) {
                    for (Kept fresh : align(portion, now)) {
                        memory.keep(fresh, isFirst);
                        found.put(fresh.document(), fresh.reading());
                    }
                }
            } finally {
                turns.leave(project, mine);
            }
            done = next;
        }
        Map<DocumentId, Aligned> ordered = new LinkedHashMap<>();
        compared.forEach(id -> Optional.ofNullable(found.get(id)).ifPresent(reading -> ordered.put(id, reading)));
        return new SoFar(ordered, all.size(), isFull);
    }

    private static int endOfPortion(List<Document> missing, int from, Heads now) {
        int end = from;
        for (long edits = 0; end < missing.size() && end < from + PORTION && edits < EDITS_IN_PORTION; end++) {
            edits += now.edits(missing.get(end).id());
        }
        return end;
    }

    /** Those of which nothing that still holds is known; the others are put where they were looked for. */
    private List<Document> missing(Stream<Document> wanted, Heads now, Map<DocumentId, Aligned> found) {
        List<Document> missing = new ArrayList<>();
        wanted.forEach(document -> find(document, now)
                .ifPresentOrElse(kept -> found.put(document.id(), kept.reading()), () -> missing.add(document)));
        return missing;
    }

    private List<Kept> align(List<Document> wanted, Heads now) {
        Map<DocumentId, List<AnnotationSet>> taking = new HashMap<>();
        annotations
                .sets(wanted.stream().map(Document::id).toList())
                .forEach((id, sets) -> taking.put(id, Heads.taking(sets, AnnotationSet::state)));
        List<Document> together = new ArrayList<>(wanted);
        for (Document document : wanted) {
            for (DocumentId other : now.others(taking.getOrDefault(document.id(), List.of()))) {
                if (!taking.containsKey(other)) {
                    taking.put(other, Heads.taking(annotations.sets(other), AnnotationSet::state));
                    together.add(documents.get(other));
                }
            }
        }
        Map<DocumentId, String> texts = together.stream().collect(Collectors.toMap(Document::id, Document::sha256));
        Map<DocumentId, Alignment> alignments =
                Alignments.of(together, now.scheme(), taking, revisions(together), id -> before(id, texts.get(id)));
        return wanted.stream()
                .map(document -> {
                    List<DocumentId> others = now.others(taking.getOrDefault(document.id(), List.of()));
                    Alignment alignment = Objects.requireNonNull(alignments.get(document.id()));
                    int assigned = now.of(document.id()).size();
                    return new Kept(now.source(document, others), others, new Aligned(alignment, assigned));
                })
                .toList();
    }

    /** How a document was aligned last; after an edit most of it still holds. */
    private Optional<Alignment> before(DocumentId document, @Nullable String text) {
        return memory.find(document)
                .filter(found -> found.source().text().equals(text))
                .map(found -> found.reading().alignment());
    }

    /** What the scheme of these documents' project said earlier. */
    private Revisions revisions(List<Document> wanted) {
        return new Revisions(version -> schemes.at(wanted.getFirst().project(), version));
    }

    private Optional<Kept> find(Document document, Heads now) {
        return memory.find(document.id()).filter(found -> found.source().equals(now.source(document, found.others())));
    }
}
