package dev.parley.exchange;

import dev.parley.annotation.Claim;
import dev.parley.annotation.Mention;
import dev.parley.annotation.Relation;
import dev.parley.document.Span;
import java.util.Comparator;
import java.util.stream.Stream;

/** The order in which annotations are written: by first offset, then id. Equal data gives equal bytes. */
public final class ExportOrder {

    public static final Comparator<Mention> MENTIONS = Comparator.comparing(
                    (Mention mention) -> mention.spans().getFirst())
            .thenComparing(Mention::id);

    public static final Comparator<Claim> CLAIMS =
            Comparator.comparingInt(ExportOrder::firstOffset).thenComparing(Claim::id);

    /** A relation has no place of its own. */
    public static final Comparator<Relation> RELATIONS = Comparator.comparing(Relation::id);

    private ExportOrder() {}

    private static int firstOffset(Claim claim) {
        return Stream.concat(claim.content().stream(), claim.cue().stream())
                .mapToInt(Span::start)
                .min()
                .orElse(Integer.MAX_VALUE);
    }
}
