package dev.parley.agreement;

import dev.parley.document.DocumentId;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * What one document adds to measures, each number worked out once and kept for as long as its sets stay as they are. The
 * alignment behind them is made when a number is missing and let go afterwards, as it is a thousand times larger.
 */
final class DocumentSamples {

    private final DocumentId document;
    private final List<String> annotators;
    private final @Nullable Instant handedIn;
    private final Map<String, Measure.Sample> samples;
    private final Map<String, OpenAlpha.Tally> tallies;
    private final Supplier<Alignment> source;
    private @Nullable Alignment alignment;
    private volatile boolean complete;

    private DocumentSamples(
            DocumentId document,
            List<String> annotators,
            @Nullable Instant handedIn,
            Map<String, Measure.Sample> samples,
            Map<String, OpenAlpha.Tally> tallies,
            Supplier<Alignment> source) {
        this.document = document;
        this.annotators = List.copyOf(annotators);
        this.handedIn = handedIn;
        this.samples = samples;
        this.tallies = tallies;
        this.source = source;
    }

    /**
     * @param annotators those who handed in
     * @param handedIn when the last of them did
     * @param source asked when a number is missing
     */
    static DocumentSamples of(
            DocumentId document, List<String> annotators, @Nullable Instant handedIn, Supplier<Alignment> source) {
        return new DocumentSamples(
                document, annotators, handedIn, new ConcurrentHashMap<>(), new ConcurrentHashMap<>(), source);
    }

    static DocumentSamples of(Alignment alignment) {
        return of(alignment.document().id(), alignment.annotators(), null, () -> alignment);
    }

    /** The same numbers, with another way to what is missing. */
    DocumentSamples from(Supplier<Alignment> other) {
        DocumentSamples same = new DocumentSamples(document, annotators, handedIn, samples, tallies, other);
        same.complete = complete;
        return same;
    }

    DocumentId document() {
        return document;
    }

    List<String> annotators() {
        return annotators;
    }

    @Nullable
    Instant handedIn() {
        return handedIn;
    }

    Measure.Sample sample(String key, Function<Alignment, Measure.Sample> draw) {
        Measure.Sample known = samples.get(key);
        if (known == null) {
            known = draw.apply(alignment());
            samples.put(key, known);
        }
        return known;
    }

    /** Answers that nobody has listed beforehand, such as entities. */
    OpenAlpha.Tally tally(String key, Function<Alignment, OpenAlpha.Tally> count) {
        OpenAlpha.Tally known = tallies.get(key);
        if (known == null) {
            known = count.apply(alignment());
            tallies.put(key, known);
        }
        return known;
    }

    private Alignment alignment() {
        Alignment present = alignment;
        if (present == null) {
            present = Objects.requireNonNull(source.get());
            alignment = present;
        }
        return present;
    }

    /** Whether all that the usual report asks for was worked out. */
    boolean isComplete() {
        return complete;
    }

    void complete() {
        complete = true;
    }

    /** Lets the alignment go. */
    void release() {
        alignment = null;
    }

    /** The samples whose key begins like this. */
    Map<String, Measure.Sample> samples(String beginning) {
        Map<String, Measure.Sample> found = new HashMap<>();
        samples.forEach((key, sample) -> {
            if (key.startsWith(beginning)) {
                found.put(key, sample);
            }
        });
        return found;
    }

    /** Takes over what was worked out earlier. */
    void remember(Map<String, Measure.Sample> earlier) {
        earlier.forEach(samples::putIfAbsent);
    }
}
