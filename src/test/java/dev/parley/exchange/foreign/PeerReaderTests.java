package dev.parley.exchange.foreign;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.exchange.Articles;
import dev.parley.exchange.ExportOptions;
import dev.parley.exchange.ExportSource;
import dev.parley.exchange.Format;
import dev.parley.exchange.GeneratedSource;
import dev.parley.exchange.Selection;
import dev.parley.exchange.Story;
import dev.parley.exchange.Written;
import dev.parley.exchange.training.TrainingForms;
import java.io.ByteArrayInputStream;
import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import opennlp.tools.formats.Conll02NameSampleStream;
import opennlp.tools.formats.Conll03NameSampleStream;
import opennlp.tools.namefind.NameSample;
import opennlp.tools.util.Span;
import org.apache.uima.UIMAFramework;
import org.apache.uima.cas.ArrayFS;
import org.apache.uima.cas.CAS;
import org.apache.uima.cas.FeatureStructure;
import org.apache.uima.cas.Type;
import org.apache.uima.cas.impl.XmiCasDeserializer;
import org.apache.uima.cas.text.AnnotationFS;
import org.apache.uima.fit.factory.CollectionReaderFactory;
import org.apache.uima.fit.factory.JCasFactory;
import org.apache.uima.jcas.JCas;
import org.apache.uima.json.jsoncas2.JsonCas2Deserializer;
import org.apache.uima.util.CasCreationUtils;
import org.apache.uima.util.XMLInputSource;
import org.dkpro.core.io.brat.BratReader;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What we write, read by readers we did not write. */
class PeerReaderTests {

    private static final int EVERYTHING = Conll02NameSampleStream.GENERATE_PERSON_ENTITIES
            | Conll02NameSampleStream.GENERATE_ORGANIZATION_ENTITIES
            | Conll02NameSampleStream.GENERATE_LOCATION_ENTITIES
            | Conll02NameSampleStream.GENERATE_MISC_ENTITIES;
    private static final ExportOptions GOLD = new ExportOptions(new Selection.GoldOnly(), false, false);

    private static Map<String, byte[]> files(Format format, ExportSource source, ExportOptions options) {
        return Written.of(new ForeignForms(), format, source, options).unzipped();
    }

    /** An empty CAS with the types we write beside our XMI. */
    private static CAS cas() throws Exception {
        byte[] types = files(Format.XMI, Story.ferry().source(), GOLD).get("TypeSystem.xml");
        return CasCreationUtils.createCas(
                UIMAFramework.getXMLParser()
                        .parseTypeSystemDescription(new XMLInputSource(new ByteArrayInputStream(types), new File("."))),
                null,
                null);
    }

    private static CAS read(String name, byte[] file) throws Exception {
        CAS cas = cas();
        if (name.endsWith(".xmi")) {
            XmiCasDeserializer.deserialize(new ByteArrayInputStream(file), cas);
        } else {
            new JsonCas2Deserializer().deserialize(new ByteArrayInputStream(file), cas);
        }
        return cas;
    }

    @Test
    void uimaReadsOurXmiAndOurCasJson() throws Exception {
        for (Format format : List.of(Format.XMI, Format.CAS_JSON)) {
            var file = files(format, Story.ferry().source(), GOLD).entrySet().stream()
                    .filter(entry -> entry.getKey().startsWith("gold/"))
                    .findFirst()
                    .orElseThrow();

            CAS cas = read(file.getKey(), file.getValue());

            assertThat(covered(cas, Cas.ENTITY))
                    .containsExactly("Ilvend’s envoy Mara Ilvend", "Ilvend", "Mara Ilvend", "Monday");
            assertThat(covered(cas, Cas.CLAIM)).containsExactly("the ferry", "will sail");
            AnnotationFS claim = cas.<AnnotationFS>getAnnotationIndex(type(cas, Cas.CLAIM))
                    .iterator()
                    .next();
            assertThat(roles(cas, claim)).containsExactly("source Mara Ilvend", "cue said");
            assertThat(claim.getFeatureValueAsString(type(cas, Cas.CLAIM).getFeatureByBaseName("act")))
                    .isEqualTo("assert");
        }
    }

    @Test
    void uimaReadsOurXmiAndOurCasJsonOfAnyText() throws Exception {
        int read = 0;
        Set<String> texts = new HashSet<>();
        new GeneratedSource(10, Articles::random)
                .forEachArticle(article -> texts.add(article.text().value()));
        for (Format format : List.of(Format.XMI, Format.CAS_JSON)) {
            for (var file : files(format, new GeneratedSource(10, Articles::random), ExportOptions.DEFAULT)
                    .entrySet()) {
                if (file.getKey().contains("/")) {
                    CAS cas = read(file.getKey(), file.getValue());
                    assertThat(covered(cas, Cas.ENTITY)).isNotEmpty().doesNotContain("");
                    assertThat(texts).contains(cas.getDocumentText());
                    read++;
                }
            }
        }
        assertThat(read).isGreaterThan(40);
    }

    @Test
    void openNlpReadsEveryOutermostMentionFromOurConll() throws Exception {
        Story story = new Story("Mara Ilvend's envoy met Odra in Lower Sarn's port. Brin slept.")
                .mention("m1", "PER", "Mara Ilvend")
                .mention("m2", "PER", "Odra")
                .mention("m3", "LOC", "Lower Sarn")
                .mention("m4", "LOC", "Brin");
        for (Format format : List.of(Format.CONLL_2003, Format.CONLL_2003_IOB1)) {
            byte[] file = Written.of(new TrainingForms(), format, story.source(), GOLD)
                    .bytes();
            List<String> names = new ArrayList<>();

            try (var samples = new Conll03NameSampleStream(
                    Conll03NameSampleStream.LANGUAGE.EN, () -> new ByteArrayInputStream(file), EVERYTHING)) {
                for (NameSample sample = samples.read(); sample != null; sample = samples.read()) {
                    names.addAll(List.of(Span.spansToStrings(sample.getNames(), sample.getSentence())));
                }
            }

            assertThat(names).containsExactly("Mara Ilvend", "Odra", "Lower Sarn", "Brin");
        }
    }

    @Test
    void dkproReadsOurBratOnTextOfTheBasicPlane(@TempDir Path folder) throws Exception {
        Story story = new Story("Mara Ilvend, envoy of Lower Sarn, said the ferry sails.")
                .bare("m1", "PERSON", "Mara Ilvend")
                .bare("m2", "ORG", "envoy of Lower Sarn")
                .bare("m3", "GPE", "Lower Sarn");
        for (var file : files(Format.BRAT, story.source(), GOLD).entrySet()) {
            Path path = folder.resolve(file.getKey());
            Files.createDirectories(path.getParent());
            Files.write(path, file.getValue());
        }
        JCas jcas = JCasFactory.createJCas();

        CollectionReaderFactory.createReader(
                        BratReader.class,
                        "sourceLocation",
                        folder.resolve("gold").toString(),
                        "patterns",
                        "*.ann",
                        "language",
                        "en",
                        "textAnnotationTypeMappings",
                        new String[] {".* -> " + Cas.ENTITY})
                .getNext(jcas.getCas());

        assertThat(covered(jcas.getCas(), Cas.ENTITY))
                .containsExactlyInAnyOrder("Mara Ilvend", "envoy of Lower Sarn", "Lower Sarn");
    }

    @Test
    void dkproReadsEveryOutermostMentionFromOurConll(@TempDir Path folder) throws Exception {
        Story story = new Story("Mara Ilvend's envoy met Odra in Lower Sarn's port. Brin slept.")
                .mention("m1", "PER", "Mara Ilvend")
                .mention("m2", "PER", "Odra")
                .mention("m3", "LOC", "Lower Sarn")
                .mention("m4", "LOC", "Brin");
        for (Format format : List.of(Format.CONLL_2003, Format.CONLL_2003_IOB1)) {
            Files.write(
                    folder.resolve("story.conll"),
                    Written.of(new TrainingForms(), format, story.source(), GOLD)
                            .bytes());

            assertThat(OlderSpring.call(DkproConll.class, folder.toString()))
                    .isEqualTo(List.of("Mara Ilvend", "Odra", "Lower Sarn", "Brin"));
        }
    }

    private static Type type(CAS cas, String name) {
        return cas.getTypeSystem().getType(name);
    }

    private static List<String> covered(CAS cas, String type) {
        List<String> words = new ArrayList<>();
        cas.<AnnotationFS>getAnnotationIndex(type(cas, type))
                .forEach(annotation -> words.add(annotation.getCoveredText()));
        return words;
    }

    private static List<String> roles(CAS cas, AnnotationFS claim) {
        List<String> roles = new ArrayList<>();
        ArrayFS<?> array =
                (ArrayFS<?>) claim.getFeatureValue(type(cas, Cas.CLAIM).getFeatureByBaseName("roles"));
        Type link = type(cas, Cas.LINK);
        for (FeatureStructure role : array.toArray()) {
            AnnotationFS target = (AnnotationFS) role.getFeatureValue(link.getFeatureByBaseName("target"));
            roles.add(role.getStringValue(link.getFeatureByBaseName("role")) + " " + target.getCoveredText());
        }
        return roles;
    }
}
