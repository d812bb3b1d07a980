package dev.parley.exchange.foreign;

import dev.parley.document.DocumentText;
import dev.parley.document.Span;
import dev.parley.exchange.foreign.RawDocument.RawMark;
import dev.parley.exchange.foreign.RawDocument.RawSet;
import dev.parley.exchange.foreign.Survey.FoundDocument;
import dev.parley.exchange.foreign.Survey.FoundSet;
import dev.parley.problem.ProblemException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Puts the marks of a document where its words stand, once it is known what its file counts. */
final class Placing {

    private Placing() {}

    /** @throws ProblemException invalid for an id that is given twice, and a tie that leads nowhere */
    static FoundDocument of(RawDocument document, OffsetUnit unit) {
        int[] positions = unit.positions(document.text());
        return new FoundDocument(
                document.place(),
                document.name(),
                document.title(),
                document.language(),
                DocumentText.of(OffsetUnit.kept(document.text())),
                document.sets().stream()
                        .map(set -> placed(document, set, positions))
                        .toList());
    }

    private static FoundSet placed(RawDocument document, RawSet set, int[] positions) {
        Set<String> ids = new HashSet<>();
        List<Mark> marks = new ArrayList<>();
        for (RawMark mark : set.marks()) {
            if (!ids.add(mark.id())) {
                throw ProblemException.invalid(
                        "%s: the id “%s” is given twice; nothing was imported.".formatted(document.place(), mark.id()));
            }
            marks.add(new Mark(
                    mark.id(),
                    mark.label(),
                    mark.spans().stream()
                            .map(span -> new Span(positions[span.start()], positions[span.end()]))
                            .sorted()
                            .toList(),
                    mark.attributes(),
                    mark.link(),
                    mark.flags()));
        }
        for (Tie tie : set.ties()) {
            if (!ids.contains(tie.from()) || !ids.contains(tie.to())) {
                throw ProblemException.invalid(
                        "%s: the relation “%s” leads from “%s” to “%s”, and one of them is not there; nothing was imported."
                                .formatted(document.place(), tie.type(), tie.from(), tie.to()));
            }
        }
        return new FoundSet(set.annotator(), new Marks(marks, set.ties()));
    }
}
