package dev.parley.exchange.foreign;

import de.tudarmstadt.ukp.dkpro.core.api.ner.type.NamedEntity;
import java.util.List;
import java.util.function.Function;
import org.apache.uima.fit.factory.CollectionReaderFactory;
import org.apache.uima.fit.factory.JCasFactory;
import org.apache.uima.fit.util.JCasUtil;
import org.apache.uima.jcas.JCas;
import org.dkpro.core.io.conll.Conll2003Reader;

/** Tells the named entities that DKPro's reader finds in the CoNLL files of a folder. */
public final class DkproConll implements Function<String, List<String>> {

    @Override
    public List<String> apply(String folder) {
        try {
            JCas jcas = JCasFactory.createJCas();
            CollectionReaderFactory.createReader(
                            Conll2003Reader.class,
                            "sourceLocation",
                            folder,
                            "patterns",
                            "*.conll",
                            "language",
                            "en",
                            "readPOS",
                            false,
                            "readChunk",
                            false)
                    .getNext(jcas.getCas());
            return JCasUtil.select(jcas, NamedEntity.class).stream()
                    .map(NamedEntity::getCoveredText)
                    .toList();
        } catch (Exception e) {
            throw new AssertionError(e);
        }
    }
}
