package dev.parley.adjudication;

import dev.parley.agreement.Alignment;
import dev.parley.agreement.Alignments;
import dev.parley.agreement.Disagreement;
import dev.parley.agreement.Disagreements;
import dev.parley.agreement.Revisions;
import dev.parley.annotation.AnnotationService;
import dev.parley.annotation.AnnotationSet;
import dev.parley.annotation.AnnotationSet.State;
import dev.parley.annotation.Progress;
import dev.parley.document.Document;
import dev.parley.document.DocumentId;
import dev.parley.document.DocumentService;
import dev.parley.project.ProjectId;
import dev.parley.scheme.Scheme;
import dev.parley.scheme.SchemeService;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.Iterator;
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

    /** Kept at most, in annotations; some 40 MB. */
    private static final int MOST_ANNOTATIONS = 150_000;
    /** From here on one query for the whole project is cheaper than one for each document. */
    private static final int FEW = 8;

    private final AnnotationService annotations;
    private final DocumentService documents;
    private final SchemeService schemes;
    /** The least recently used first. */
    private final Map<DocumentId, Kept> kept = new LinkedHashMap<>(16, 0.75f, true);

    private int weight;

    AlignedDocuments(AnnotationService annotations, DocumentService documents, SchemeService schemes) {
        this.annotations = annotations;
        this.documents = documents;
        this.schemes = schemes;
    }

    /**
     * One document, read by several.
     *
     * @param disagreements by id, in reading order
     * @param assigned how many annotators were asked
     */
    record Aligned(Alignment alignment, Map<String, Disagreement> disagreements, GoldIds ids, int assigned) {

        static Aligned of(Alignment alignment, int assigned) {
            Map<String, Disagreement> found = Disagreements.in(alignment).stream()
                    .collect(Collectors.toMap(
                            Disagreement::id, Function.identity(), (one, other) -> one, LinkedHashMap::new));
            return new Aligned(alignment, found, new GoldIds(alignment), assigned);
        }
    }

    /** What a reading came from: as long as it stays equal, so does the reading. */
    private record Source(int schemeVersion, List<Part> parts, int assigned) {

        record Part(
                DocumentId document,
                String annotator,
                long sequence,
                @Nullable Instant submittedAt) {}
    }

    /** @param others the documents its relations lead to */
    private record Kept(Source source, List<DocumentId> others, Aligned reading) {

        DocumentId document() {
            return reading.alignment.document().id();
        }

        int weight() {
            return 1
                    + reading.alignment.sets().stream()
                            .mapToInt(set -> set.mentions().size()
                                    + set.claims().size()
                                    + set.relations().size())
                            .sum();
        }
    }

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
        Scheme scheme = schemes.current(document.project());
        Map<DocumentId, List<Progress>> read = new HashMap<>();
        Function<DocumentId, List<Progress>> heads = id -> read.computeIfAbsent(id, annotations::progress);
        Kept found = find(document.id(), scheme, heads)
                .orElseGet(() -> align(List.of(document), scheme, heads, annotations::sets)
                        .getFirst());
        Map<DocumentId, Aligned> around = new LinkedHashMap<>();
        around.put(document.id(), found.reading);
        for (DocumentId other : found.others) {
            Kept next = find(other, scheme, heads)
                    .orElseGet(() -> align(List.of(documents.get(other)), scheme, heads, annotations::sets)
                            .getFirst());
            around.put(other, next.reading);
        }
        return around;
    }

    /** All documents of a project, in reading order. Nothing is asked once for each document unless few are new. */
    Map<DocumentId, Aligned> of(ProjectId project) {
        Scheme scheme = schemes.current(project);
        Map<DocumentId, List<Progress>> read =
                annotations.progress(project).stream().collect(Collectors.groupingBy(Progress::document));
        Function<DocumentId, List<Progress>> heads = id -> read.getOrDefault(id, List.of());
        Map<DocumentId, Aligned> found = new HashMap<>();
        List<Document> all = documents.all(project);
        List<Document> missing = new ArrayList<>();
        for (Document document : all) {
            find(document.id(), scheme, heads)
                    .ifPresentOrElse(kept -> found.put(document.id(), kept.reading), () -> missing.add(document));
        }
        if (!missing.isEmpty()) {
            Map<DocumentId, List<AnnotationSet>> sets =
                    missing.size() > FEW ? annotations.sets(project) : new HashMap<>();
            align(missing, scheme, heads, id -> sets.computeIfAbsent(id, this::setsIfAny))
                    .forEach(kept -> found.put(kept.document(), kept.reading));
        }
        Map<DocumentId, Aligned> ordered = new LinkedHashMap<>();
        all.forEach(document -> ordered.put(document.id(), Objects.requireNonNull(found.get(document.id()))));
        return ordered;
    }

    private List<AnnotationSet> setsIfAny(DocumentId document) {
        return annotations.sets(document);
    }

    private List<Kept> align(
            List<Document> wanted,
            Scheme scheme,
            Function<DocumentId, List<Progress>> heads,
            Function<DocumentId, List<AnnotationSet>> sets) {
        Map<DocumentId, List<AnnotationSet>> taking = new HashMap<>();
        wanted.forEach(document -> taking.put(document.id(), taking(sets.apply(document.id()), AnnotationSet::state)));
        List<Document> together = new ArrayList<>(wanted);
        for (Document document : wanted) {
            for (DocumentId other : others(taking.getOrDefault(document.id(), List.of()), heads)) {
                if (!taking.containsKey(other)) {
                    taking.put(other, taking(sets.apply(other), AnnotationSet::state));
                    together.add(documents.get(other));
                }
            }
        }
        Map<DocumentId, Alignment> alignments = Alignments.of(together, scheme, taking, revisions(together));
        return wanted.stream()
                .map(document -> {
                    List<DocumentId> others = others(taking.getOrDefault(document.id(), List.of()), heads);
                    Alignment alignment = Objects.requireNonNull(alignments.get(document.id()));
                    Aligned reading =
                            Aligned.of(alignment, heads.apply(document.id()).size());
                    return keep(new Kept(source(document.id(), others, scheme, heads), others, reading));
                })
                .toList();
    }

    /** What the scheme of these documents' project said earlier. */
    private Revisions revisions(List<Document> wanted) {
        return new Revisions(version -> schemes.at(wanted.getFirst().project(), version));
    }

    /** Documents in the trash have no heads. */
    private static List<DocumentId> others(List<AnnotationSet> sets, Function<DocumentId, List<Progress>> heads) {
        return Alignments.othersNamedIn(sets).stream()
                .filter(other -> !heads.apply(other).isEmpty())
                .toList();
    }

    private static Source source(
            DocumentId document, List<DocumentId> others, Scheme scheme, Function<DocumentId, List<Progress>> heads) {
        List<Source.Part> parts = Stream.concat(Stream.of(document), others.stream())
                .flatMap(id -> taking(heads.apply(id), Progress::state).stream())
                .map(head -> new Source.Part(head.document(), head.annotator(), head.sequence(), head.submittedAt()))
                .toList();
        return new Source(scheme.version(), parts, heads.apply(document).size());
    }

    private synchronized Optional<Kept> find(
            DocumentId document, Scheme scheme, Function<DocumentId, List<Progress>> heads) {
        return Optional.ofNullable(kept.get(document))
                .filter(found -> found.source.equals(source(document, found.others, scheme, heads)));
    }

    private synchronized Kept keep(Kept fresh) {
        Kept before = kept.put(fresh.document(), fresh);
        weight += fresh.weight() - (before == null ? 0 : before.weight());
        Iterator<Kept> oldest = kept.values().iterator();
        while (weight > MOST_ANNOTATIONS && kept.size() > 1) {
            weight -= oldest.next().weight();
            oldest.remove();
        }
        return fresh;
    }
}
