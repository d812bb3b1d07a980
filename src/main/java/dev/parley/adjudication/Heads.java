package dev.parley.adjudication;

import dev.parley.agreement.Alignments;
import dev.parley.annotation.AnnotationSet;
import dev.parley.annotation.AnnotationSet.State;
import dev.parley.annotation.Progress;
import dev.parley.document.Document;
import dev.parley.document.DocumentId;
import dev.parley.scheme.Scheme;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** How far everybody is now: what everything that is kept is compared with. */
final class Heads {

    private final Scheme scheme;
    private final int redirects;
    private final Map<DocumentId, List<Progress>> known;
    private final Function<DocumentId, List<Progress>> further;

    /**
     * @param redirects tells one state of the registry's merges from another
     * @param known by document, in reading order
     * @param further asked once for each document that is not known
     */
    Heads(
            Scheme scheme,
            int redirects,
            Map<DocumentId, List<Progress>> known,
            Function<DocumentId, List<Progress>> further) {
        this.scheme = scheme;
        this.redirects = redirects;
        this.known = known;
        this.further = further;
    }

    /** What a reading came from: as long as it stays equal, so does the reading. */
    record Source(String text, int schemeVersion, int redirects, List<Part> parts, int assigned) {

        record Part(
                DocumentId document,
                String annotator,
                long sequence,
                @Nullable Instant submittedAt) {}
    }

    Scheme scheme() {
        return scheme;
    }

    List<Progress> of(DocumentId document) {
        return known.computeIfAbsent(document, further);
    }

    /** How many edits were made in a document, which tells how long it takes to look at. */
    long edits(DocumentId document) {
        return of(document).stream().mapToLong(Progress::sequence).sum();
    }

    /** The documents that at least two have handed in, of those that were known from the beginning. */
    List<DocumentId> compared() {
        return known.entrySet().stream()
                .filter(document -> document.getValue().stream()
                                .filter(head -> head.state().isHandedIn())
                                .count()
                        > 1)
                .map(Map.Entry::getKey)
                .toList();
    }

    /**
     * The sets that take part: once something is decided those it rests on, so that a late one does not shake what is
     * settled.
     */
    static <T> List<T> taking(Collection<T> sets, Function<T, State> state) {
        List<T> locked =
                sets.stream().filter(set -> state.apply(set) == State.LOCKED).toList();
        return locked.isEmpty()
                ? sets.stream().filter(set -> state.apply(set).isHandedIn()).toList()
                : locked;
    }

    /** The other documents that relations lead to; those in the trash have no heads. */
    List<DocumentId> others(List<AnnotationSet> sets) {
        return Alignments.othersNamedIn(sets).stream()
                .filter(other -> !of(other).isEmpty())
                .toList();
    }

    /** @param others the documents its relations lead to */
    Source source(Document document, List<DocumentId> others) {
        List<Source.Part> parts = Stream.concat(Stream.of(document.id()), others.stream())
                .flatMap(id -> taking(of(id), Progress::state).stream())
                .map(head -> new Source.Part(head.document(), head.annotator(), head.sequence(), head.submittedAt()))
                .toList();
        return new Source(
                document.sha256(),
                scheme.version(),
                redirects,
                parts,
                of(document.id()).size());
    }
}
