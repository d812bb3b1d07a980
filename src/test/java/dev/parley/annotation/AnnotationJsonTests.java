package dev.parley.annotation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.parley.annotation.Annotation.Kind;
import dev.parley.annotation.AnnotationJson.Quote;
import dev.parley.document.DocumentId;
import dev.parley.document.Span;
import dev.parley.problem.ProblemException;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class AnnotationJsonTests {

    private static final JsonMapper MAPPER = JsonMapper.builder().build();

    @Test
    void givesBackAMentionAsItWas() {
        Mention mention = new Mention(
                "m-1",
                "PERSON",
                List.of(new Span(0, 4), new Span(9, 12)),
                Map.of("level", "NAM", "sure", true, "age", 7L, "share", 0.5, "traits", List.of("old", "new")),
                new Mention.Link(null, Mention.Confidence.LIKELY),
                List.of("to check"));

        assertThat(AnnotationJson.read(Kind.MENTION, AnnotationJson.write(mention)))
                .isEqualTo(mention);
        assertThat(AnnotationJson.parse(Kind.MENTION, AnnotationJson.text(mention)))
                .isEqualTo(mention);
    }

    @Test
    void givesBackAClaimAsItWas() {
        Claim claim = new Claim(
                "c1",
                List.of(new Span(5, 9)),
                List.of(new Span(0, 2)),
                List.of(TinyArticle.party("m1"), TinyArticle.party("author")),
                List.of(TinyArticle.party("m2")),
                List.of(TinyArticle.party("uncertain")),
                List.of(TinyArticle.party("outlet")),
                "c0",
                Map.of("form", "direct"),
                false,
                List.of("odd"));

        assertThat(AnnotationJson.read(Kind.CLAIM, AnnotationJson.write(claim))).isEqualTo(claim);
    }

    @Test
    void givesBackARelationAsItWas() {
        Relation relation = new Relation(
                "r1",
                "same-as",
                new Relation.End(Kind.CLAIM, "c1", null),
                new Relation.End(Kind.CLAIM, "c2", DocumentId.random()));

        assertThat(AnnotationJson.read(Kind.RELATION, AnnotationJson.write(relation)))
                .isEqualTo(relation);
    }

    @Test
    void ordersFieldsAndAttributesAlwaysTheSameWay() {
        Mention mention = (Mention) AnnotationJson.read(
                Kind.MENTION,
                json("{'attributes':{'b':1,'a':'x'},'spans':[{'end':4,'start':0}],'label':'GPE','id':'m'}"));

        assertThat(AnnotationJson.text(mention))
                .isEqualTo(
                        "{\"id\":\"m\",\"label\":\"GPE\",\"spans\":[{\"start\":0,\"end\":4}],\"attributes\":{\"a\":\"x\",\"b\":1},\"link\":null}");
    }

    @Test
    void takesMissingFieldsAsNothingSaid() {
        Claim claim =
                (Claim) AnnotationJson.read(Kind.CLAIM, json("{'id':'c','parent':null,'attributes':{'form':null}}"));

        assertThat(claim)
                .isEqualTo(new Claim(
                        "c", List.of(), List.of(), List.of(), List.of(), List.of(), List.of(), null, Map.of(), false,
                        List.of()));
    }

    @Test
    void collectsTheWordsASenderReadAtItsSpans() {
        JsonNode json = json("{'id':'c','content':[{'start':2,'end':4,'text':'ab'}],'cue':[{'start':0,'end':1}]}");

        AnnotationJson.read(Kind.CLAIM, json);

        assertThat(AnnotationJson.quotes(json)).containsExactly(new Quote(new Span(2, 4), "ab"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            MENTION  | []                                                                  | $ must be an object
            MENTION  | {'label':'A','spans':[]}                                            | needs the field “id”
            MENTION  | {'id':'-x','label':'A'}                                             | $.id must be 1 to 128 letters
            MENTION  | {'id':7,'label':'A'}                                                | $.id must be a string, not “7”
            MENTION  | {'id':'m'}                                                          | needs the field “label”
            MENTION  | {'id':'m','label':'A','colour':1}                                   | does not know the field “colour”
            MENTION  | {'id':'m','label':'A','spans':{}}                                   | $.spans must be a list
            MENTION  | {'id':'m','label':'A','spans':[{'start':5,'end':5}]}                | $.spans[0] is empty
            MENTION  | {'id':'m','label':'A','spans':[{'start':5,'end':4}]}                | $.spans[0] is empty
            MENTION  | {'id':'m','label':'A','spans':[{'start':-1,'end':4}]}               | $.spans[0].start must be a whole number
            MENTION  | {'id':'m','label':'A','spans':[{'start':0.5,'end':4}]}              | not “0.5”
            MENTION  | {'id':'m','label':'A','spans':[{'start':'0','end':4}]}              | $.spans[0].start must be a whole number
            MENTION  | {'id':'m','label':'A','spans':[{'start':0,'end':99999999999}]}      | $.spans[0].end must be a whole number
            MENTION  | {'id':'m','label':'A','attributes':{'a':{}}}                        | $.attributes.a must be a string, number
            MENTION  | {'id':'m','label':'A','attributes':{'a':[1]}}                       | $.attributes.a[0] must be a string
            MENTION  | {'id':'m','label':'A','attributes':{'a':'\\u0000'}}                 | U+0000
            MENTION  | {'id':'m','label':'A','attributes':{'a':'\\ud800'}}                 | U+D800
            MENTION  | {'id':'m','label':'A','link':{'entity':'e','confidence':'sure'}}    | $.link.confidence must be one of certain, likely, possible, not “sure”
            MENTION  | {'id':'m','label':'A','link':'e'}                                   | $.link must be an object
            CLAIM    | {'id':'c','source':[{'constant':'me'}]}                             | $.source[0].constant must be one of author
            CLAIM    | {'id':'c','source':[{'mention':'m','constant':'author'}]}           | either “mention” or “constant”
            CLAIM    | {'id':'c','implicit':1}                                             | $.implicit must be true or false
            RELATION | {'id':'r','type':'x','from':{},'to':{'claim':'c'}}                  | $.from must have either “mention” or “claim”
            RELATION | {'id':'r','type':'x','from':{'claim':'c','document':'d'},'to':{}}   | $.from.document must be the id of a document
            """)
    void refusesWithThePathAndTheValue(Kind kind, String json, String sentence) {
        ProblemException refused =
                catchThrowableOfType(ProblemException.class, () -> AnnotationJson.read(kind, json(json)));

        assertThat(refused).hasMessageContaining(sentence);
        assertThat(refused.problem().faults()).hasSize(1);
    }

    private static JsonNode json(String singleQuoted) {
        return MAPPER.readTree(singleQuoted.replace('\'', '"'));
    }
}
