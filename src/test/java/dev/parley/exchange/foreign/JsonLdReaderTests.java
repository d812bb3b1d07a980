package dev.parley.exchange.foreign;

import static org.assertj.core.api.Assertions.assertThat;

import com.apicatalog.jsonld.JsonLd;
import com.apicatalog.jsonld.JsonLdOptions.ProcessingPolicy;
import com.apicatalog.jsonld.document.Document;
import com.apicatalog.jsonld.document.JsonDocument;
import dev.parley.document.DocumentText;
import dev.parley.document.Span;
import dev.parley.exchange.Articles;
import dev.parley.exchange.ExportOptions;
import dev.parley.exchange.Format;
import dev.parley.exchange.GeneratedSource;
import dev.parley.exchange.Written;
import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;

/** Our Web Annotations as statements, made by titanium, which has not seen our code. No network: the context lies beside. */
class JsonLdReaderTests {

    private static final String ANNOTATION = "http://www.w3.org/ns/oa#";
    private static final String TYPE = "http://www.w3.org/1999/02/22-rdf-syntax-ns#type";
    private static final String VALUE = "http://www.w3.org/1999/02/22-rdf-syntax-ns#value";
    private static final GeneratedSource SOURCE = new GeneratedSource(12, Articles::random);

    /** By subject and predicate. */
    private final Map<String, Map<String, List<String>>> statements = new HashMap<>();

    private static Document context() throws Exception {
        try (InputStream in = Objects.requireNonNull(
                JsonLdReaderTests.class.getResourceAsStream("/exchange/web-annotation-context.json"))) {
            return JsonDocument.of(in);
        }
    }

    private void read() throws Exception {
        byte[] file = Written.of(new ForeignForms(), Format.WEB_ANNOTATION, SOURCE, ExportOptions.DEFAULT)
                .bytes();
        JsonLd.expand(JsonDocument.of(new ByteArrayInputStream(file)))
                .loader((url, options) -> load())
                .undefinedTermsPolicy(ProcessingPolicy.Fail)
                .get();
        JsonLd.toRdf(JsonDocument.of(new ByteArrayInputStream(file)))
                .loader((url, options) -> load())
                .provide(new com.apicatalog.rdf.api.RdfQuadConsumer() {
                    @Override
                    public com.apicatalog.rdf.api.RdfQuadConsumer quad(
                            String subject,
                            String predicate,
                            String object,
                            String datatype,
                            String language,
                            String direction,
                            String graph) {
                        statements
                                .computeIfAbsent(subject, _ -> new HashMap<>())
                                .computeIfAbsent(predicate, _ -> new ArrayList<>())
                                .add(object);
                        return this;
                    }
                });
    }

    private static Document load() {
        try {
            return context();
        } catch (Exception e) {
            throw new AssertionError(e);
        }
    }

    private List<String> said(String subject, String predicate) {
        return statements.getOrDefault(subject, Map.of()).getOrDefault(predicate, List.of());
    }

    private String one(String subject, String predicate) {
        assertThat(said(subject, predicate)).as("%s of %s", predicate, subject).hasSize(1);
        return said(subject, predicate).getFirst();
    }

    @Test
    void titaniumKnowsEveryTermAndFindsEveryQuotedWordWhereItStands() throws Exception {
        Map<String, DocumentText> texts = new HashMap<>();
        int[] marks = new int[1];
        SOURCE.forEachArticle(article -> {
            texts.put("urn:parley:document:" + article.document().id(), article.text());
            article.layers(ExportOptions.DEFAULT)
                    .forEach(layers -> marks[0] += layers.mentions().size());
        });

        read();

        int quoted = 0;
        for (String target : List.copyOf(statements.keySet())) {
            List<String> selectors = said(target, ANNOTATION + "hasSelector");
            if (selectors.isEmpty()) {
                continue;
            }
            String exact = selectors.stream()
                    .flatMap(selector -> said(selector, ANNOTATION + "exact").stream())
                    .findFirst()
                    .orElseThrow();
            String place = selectors.stream()
                    .filter(selector -> !said(selector, ANNOTATION + "start").isEmpty())
                    .findFirst()
                    .orElseThrow();
            Span span = new Span(
                    Integer.parseInt(one(place, ANNOTATION + "start")),
                    Integer.parseInt(one(place, ANNOTATION + "end")));
            DocumentText text = texts.get(one(target, ANNOTATION + "hasSource"));
            assertThat(text.slice(span)).isEqualTo(exact);
            quoted++;
        }
        assertThat(quoted).isGreaterThanOrEqualTo(marks[0]).isPositive();
    }

    @Test
    void titaniumSeesAnnotationsWithTheirTagsAndWhoMadeThem() throws Exception {
        read();

        List<String> annotations = statements.keySet().stream()
                .filter(subject -> said(subject, TYPE).contains(ANNOTATION + "Annotation"))
                .toList();
        assertThat(annotations).hasSizeGreaterThan(50);
        for (String annotation : annotations) {
            if (!said(annotation, ANNOTATION + "motivatedBy").contains(ANNOTATION + "describing")) {
                assertThat(said(annotation, ANNOTATION + "hasTarget")).isNotEmpty();
                assertThat(said(one(annotation, "http://purl.org/dc/terms/creator"), "http://xmlns.com/foaf/0.1/nick"))
                        .isNotEmpty();
                assertThat(said(annotation, ANNOTATION + "hasBody").stream()
                                .filter(body ->
                                        said(body, ANNOTATION + "hasPurpose").contains(ANNOTATION + "tagging"))
                                .flatMap(body -> said(body, VALUE).stream()))
                        .hasSize(1);
            }
        }
    }
}
