package dev.parley.adjudication;

import dev.parley.agreement.Alignment;
import dev.parley.agreement.Alignments;
import dev.parley.agreement.Revisions;
import dev.parley.annotation.AnnotationService;
import dev.parley.annotation.AnnotationSet;
import dev.parley.annotation.AnnotationSet.State;
import dev.parley.annotation.Progress;
import dev.parley.document.Document;
import dev.parley.document.DocumentId;
import dev.parley.document.DocumentService;
import dev.parley.project.ProjectId;
import dev.parley.registry.EntityService;
import dev.parley.scheme.Scheme;
import dev.parley.scheme.SchemeService;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
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

    /** Bytes an annotation takes in an alignment, measured on generated sets; a third of the memory is theirs. */
    private static final int BYTES = 600;

    private static final long MOST_ANNOTATIONS = Runtime.getRuntime().maxMemory() / 3 / BYTES;
    /** Documents that are read and aligned in one go. */
    private static final int PORTION = 8;

    private final AnnotationService annotations;
    private final DocumentService documents;
    private final SchemeService schemes;
    private final EntityService entities;
    /** The least recently used first. */
    private final Map<DocumentId, Kept> kept = new LinkedHashMap<>(16, 0.75f, true);

    private long weight;

    AlignedDocuments(
            AnnotationService annotations, DocumentService documents, SchemeService schemes, EntityService entities) {
        this.annotations = annotations;
        this.documents = documents;
        this.schemes = schemes;
        this.entities = entities;
    }

    /**
     * The documents of a project, as far as they were looked at.
     *
     * @param found in reading order
     * @param all how many there are
     */
    record SoFar(Map<DocumentId, Aligned> found, int all) {}

    /** What a reading came from: as long as it stays equal, so does the reading. */
    private record Source(String text, int schemeVersion, int redirects, List<Part> parts, int assigned) {

        record Part(
                DocumentId document,
                String annotator,
                long sequence,
                @Nullable Instant submittedAt) {}
    }

    /** @param others the documents its relations lead to */
    private record Kept(Source source, List<DocumentId> others, Aligned reading) {

        DocumentId document() {
            return reading.alignment().document().id();
        }
    }

    /** What a project is like now: what everything that is kept is compared with. */
    private record Now(Scheme scheme, int redirects, Function<DocumentId, List<Progress>> heads) {}

    /**
     * The sets that take part: once something is decided those it rests on, so that a late one does not shake what is
     * settled.
     */
    private static <T> List<T> taking(Collection<T> sets, Function<T, State> state) {
        List<T> locked =
                sets.stream().filter(set -> state.apply(set) == State.LOCKED).toList();
        return locked.isEmpty()
                ? sets.stream().filter(set -> state.apply(set).isHandedIn()).toList()
                : locked;
    }

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
            List<AnnotationSet> taking = taking(sets, AnnotationSet::state);
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
        Map<DocumentId, List<Progress>> read = new HashMap<>();
        Now now = now(document.project(), id -> read.computeIfAbsent(id, annotations::progress));
        Kept found = one(document, now, again);
        Map<DocumentId, Aligned> around = new LinkedHashMap<>();
        around.put(document.id(), found.reading);
        for (DocumentId other : found.others) {
            around.put(other, one(documents.get(other), now, again).reading);
        }
        return around;
    }

    private Kept one(Document document, Now now, boolean again) {
        return find(document, now).orElseGet(() -> {
            Kept fresh = align(List.of(document), now).getFirst();
            if (again) {
                keep(fresh, true);
            }
            return fresh;
        });
    }

    /** One document as this transaction sees it, of which nothing is kept: it may be taken back. */
    Aligned passing(Document document) {
        return align(List.of(document), now(document.project(), annotations::progress))
                .getFirst()
                .reading;
    }

    private Now now(ProjectId project, Function<DocumentId, List<Progress>> heads) {
        return new Now(schemes.current(project), entities.redirects(project).hashCode(), heads);
    }

    /** Whether two have handed in the same document. */
    boolean isAnythingComparable(ProjectId project) {
        Set<DocumentId> once = new HashSet<>();
        return annotations.progress(project).stream()
                .filter(head -> head.state().isHandedIn())
                .anyMatch(head -> !once.add(head.document()));
    }

    /** All documents of a project, in reading order. */
    Map<DocumentId, Aligned> of(ProjectId project) {
        return soFar(project, Long.MAX_VALUE, null).found();
    }

    /**
     * The documents of a project that are known or can be looked at in time. Documents are read in portions, so that nothing
     * is asked once for each annotation set.
     *
     * @param nanoseconds how long to look at documents nobody asked about yet
     * @param first to be among them whatever it takes
     */
    SoFar soFar(ProjectId project, long nanoseconds, @Nullable DocumentId first) {
        long begun = System.nanoTime();
        Map<DocumentId, List<Progress>> read =
                annotations.progress(project).stream().collect(Collectors.groupingBy(Progress::document));
        Now now = now(project, id -> read.getOrDefault(id, List.of()));
        List<Document> all = documents.all(project);
        Map<DocumentId, Aligned> found = new HashMap<>();
        List<Document> missing = new ArrayList<>();
        for (Document document : all) {
            find(document, now)
                    .ifPresentOrElse(kept -> found.put(document.id(), kept.reading), () -> missing.add(document));
        }
        missing.sort(Comparator.comparing(document -> !document.id().equals(first)));
        for (int done = 0; done < missing.size(); ) {
            boolean isFirst = done == 0 && missing.getFirst().id().equals(first);
            if (!isFirst && System.nanoTime() - begun > nanoseconds) {
                break;
            }
            int next = isFirst ? 1 : Math.min(missing.size(), done + PORTION);
            for (Kept fresh : align(missing.subList(done, next), now)) {
                keep(fresh, isFirst);
                found.put(fresh.document(), fresh.reading);
            }
            done = next;
        }
        Map<DocumentId, Aligned> ordered = new LinkedHashMap<>();
        for (Document document : all) {
            Aligned reading = found.get(document.id());
            if (reading != null) {
                ordered.put(document.id(), reading);
            }
        }
        return new SoFar(ordered, all.size());
    }

    private List<Kept> align(List<Document> wanted, Now now) {
        Map<DocumentId, List<AnnotationSet>> taking = new HashMap<>();
        annotations
                .sets(wanted.stream().map(Document::id).toList())
                .forEach((id, sets) -> taking.put(id, taking(sets, AnnotationSet::state)));
        List<Document> together = new ArrayList<>(wanted);
        for (Document document : wanted) {
            for (DocumentId other : others(taking.getOrDefault(document.id(), List.of()), now)) {
                if (!taking.containsKey(other)) {
                    taking.put(other, taking(annotations.sets(other), AnnotationSet::state));
                    together.add(documents.get(other));
                }
            }
        }
        Map<DocumentId, String> texts = together.stream().collect(Collectors.toMap(Document::id, Document::sha256));
        Map<DocumentId, Alignment> alignments =
                Alignments.of(together, now.scheme, taking, revisions(together), id -> before(id, texts.get(id)));
        return wanted.stream()
                .map(document -> {
                    List<DocumentId> others = others(taking.getOrDefault(document.id(), List.of()), now);
                    Alignment alignment = Objects.requireNonNull(alignments.get(document.id()));
                    int assigned = now.heads.apply(document.id()).size();
                    return new Kept(source(document, others, now), others, new Aligned(alignment, assigned));
                })
                .toList();
    }

    /** How a document was aligned last; after an edit most of it still holds. */
    private synchronized Optional<Alignment> before(DocumentId document, @Nullable String text) {
        return Optional.ofNullable(kept.get(document))
                .filter(found -> found.source.text.equals(text))
                .map(found -> found.reading.alignment());
    }

    /** What the scheme of these documents' project said earlier. */
    private Revisions revisions(List<Document> wanted) {
        return new Revisions(version -> schemes.at(wanted.getFirst().project(), version));
    }

    /** Documents in the trash have no heads. */
    private static List<DocumentId> others(List<AnnotationSet> sets, Now now) {
        return Alignments.othersNamedIn(sets).stream()
                .filter(other -> !now.heads.apply(other).isEmpty())
                .toList();
    }

    private static Source source(Document document, List<DocumentId> others, Now now) {
        List<Source.Part> parts = Stream.concat(Stream.of(document.id()), others.stream())
                .flatMap(id -> taking(now.heads.apply(id), Progress::state).stream())
                .map(head -> new Source.Part(head.document(), head.annotator(), head.sequence(), head.submittedAt()))
                .toList();
        return new Source(
                document.sha256(),
                now.scheme.version(),
                now.redirects,
                parts,
                now.heads.apply(document.id()).size());
    }

    private synchronized Optional<Kept> find(Document document, Now now) {
        return Optional.ofNullable(kept.get(document.id()))
                .filter(found -> found.source.equals(source(document, found.others, now)));
    }

    /**
     * @param makesRoom whether others may go for it; going through a project that does not fit would push out each document
     *     before it is asked for again
     */
    private synchronized void keep(Kept fresh, boolean makesRoom) {
        Kept before = kept.get(fresh.document());
        long added = fresh.reading.weight() - (before == null ? 0 : before.reading.weight());
        if (before == null && !makesRoom && weight + added > MOST_ANNOTATIONS) {
            return;
        }
        kept.put(fresh.document(), fresh);
        weight += added;
        Iterator<Kept> oldest = kept.values().iterator();
        while (weight > MOST_ANNOTATIONS && kept.size() > 1) {
            weight -= oldest.next().reading.weight();
            oldest.remove();
        }
    }
}
