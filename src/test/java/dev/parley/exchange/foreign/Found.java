package dev.parley.exchange.foreign;

import dev.parley.exchange.foreign.Survey.FoundDocument;
import java.util.ArrayList;
import java.util.List;

/** All that is in a file, for tests that compare it whole. */
record Found(List<FoundDocument> documents, OffsetUnit unit, String evidence) {

    private static final ForeignReaders READERS = new ForeignReaders();

    static Found in(String format, ForeignFile file) {
        try (file) {
            Survey survey = READERS.survey(format, file);
            List<FoundDocument> documents = new ArrayList<>();
            READERS.read(format, file, survey.unit(), documents::add);
            return new Found(documents, survey.unit(), survey.evidence());
        }
    }
}
