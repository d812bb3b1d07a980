package dev.parley.exchange.foreign;

import dev.parley.exchange.foreign.Survey.FoundDocument;
import dev.parley.problem.ProblemException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.springframework.stereotype.Component;

/** The foreign formats that can be read. */
@Component
public class ForeignReaders {

    private final Map<String, Reader> readers = new LinkedHashMap<>();

    /** Hands over the documents of a file, one at a time. */
    private interface Reader {
        void read(ForeignFile file, Consumer<RawDocument> found);
    }

    public ForeignReaders() {
        readers.put("label-studio", LabelStudioReader::read);
        readers.put("doccano", LinesReader::doccano);
        readers.put("doccano-relations", LinesReader::doccano);
        readers.put("spans", LinesReader::spans);
        readers.put("prodigy", LinesReader::prodigy);
        readers.put("brat", BratFiles::read);
        readers.put("conll2003", ConllReader::read);
        readers.put("webanno-tsv", WebAnnoTsvReader::read);
        readers.put("xmi", XmiReader::read);
        readers.put("cas-json", CasJsonReader::read);
        readers.put("w3c", WebAnnotationReader::read);
    }

    /** Ids as in the HTTP contract. */
    public List<String> formats() {
        return List.copyOf(readers.keySet());
    }

    /**
     * Goes through a file to see what it holds and what it counts.
     *
     * @throws ProblemException invalid, naming file, record and field
     */
    public Survey survey(String format, ForeignFile file) {
        OffsetFinder finder = new OffsetFinder();
        reader(format).read(file, finder::look);
        return finder.found(file.name(), format);
    }

    /**
     * Hands over the documents of a file, with every span where its words stand.
     *
     * @param unit as {@link #survey} found it
     */
    public void read(String format, ForeignFile file, OffsetUnit unit, Consumer<FoundDocument> found) {
        reader(format).read(file, document -> found.accept(Placing.of(document, unit)));
    }

    /** @throws ProblemException invalid, naming the formats that are known */
    public void requireKnown(String format) {
        reader(format);
    }

    private Reader reader(String format) {
        Reader reader = readers.get(format);
        if (reader == null) {
            throw ProblemException.invalid("The format “%s” cannot be imported; known ones are bundle, %s."
                    .formatted(format, String.join(", ", formats())));
        }
        return reader;
    }
}
