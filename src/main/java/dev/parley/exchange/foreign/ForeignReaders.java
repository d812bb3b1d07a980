package dev.parley.exchange.foreign;

import dev.parley.problem.ProblemException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.springframework.stereotype.Component;

/** The foreign formats that can be read. */
@Component
public class ForeignReaders {

    private final Map<String, Function<ForeignFile, List<RawDocument>>> readers = new LinkedHashMap<>();

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

    /** @throws ProblemException invalid, naming file, record and field */
    public Found read(String format, ForeignFile file) {
        Function<ForeignFile, List<RawDocument>> reader = readers.get(format);
        if (reader == null) {
            throw ProblemException.invalid("The format “%s” cannot be imported; known ones are bundle, %s."
                    .formatted(format, String.join(", ", formats())));
        }
        List<RawDocument> documents = reader.apply(file);
        if (documents.isEmpty()) {
            throw ProblemException.invalid(
                    "“%s” holds no document of the format %s; nothing was imported.".formatted(file.name(), format));
        }
        return OffsetFinder.find(documents);
    }
}
