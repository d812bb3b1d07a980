package dev.parley.scheme;

import static dev.parley.scheme.SchemeReaderTests.faults;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Every kind of fault, each planted alone in a scheme that is right otherwise. */
class SchemeFaultsTests {

    private static final String RIGHT = """
            parley-schema: 1
            id: right
            segments: [title, body, boilerplate]
            layers:
              entity:
                kind: span
                name: {en: Entity}
                span: {crossing: warn, snap: word}
                labels:
                  - {id: PERSON, key: p, colour: 1}
                  - {id: ORG, key: o, colour: 2}
                attributes:
                  - {id: level, type: choice, values: [NAM, NOM], default: NAM}
                  - {id: note, type: text, max-length: 50, show-when: {field: label, is: ORG}}
                  - {id: size, type: number}
                link: {registry: entities, required-when: {field: level, is: NAM}, confidence: [certain]}
              place:
                kind: span
                labels: [{id: CITY, key: t}]
                attributes: [{id: level, type: scale, values: [low, high]}]
              claim:
                kind: frame
                key: c
                roles:
                  - {id: content, type: span, min: 1, max: many, colour: 9, allow-empty-as: implicit}
                  - {id: cue, type: span, max: 2}
                  - {id: source, type: mention, layer: entity, labels: [PERSON], constants: [author]}
                  - {id: parent, type: frame, layer: claim, max: 1, acyclic: true, inside: content}
                attributes:
                  - {id: form, type: choice, values: [direct, indirect], required: true}
                  - {id: sure, type: flag, default: true}
            relations:
              - {id: same-as, from: claim, to: claim, symmetric: true}
            checks:
              - {id: quotes, severity: warn, when: {field: claim.form, is: direct}, require: {field: claim.content, starts-with: quote-mark}}
            agreement:
              match: {measure: iou, threshold: 0.5}
              exclude-segments: [boilerplate]
            mappings:
              conll4: {PERSON: PER}
            """;

    @Test
    void findsNothingInTheSchemeWithoutAFault() {
        assertThat(faults(RIGHT)).isEmpty();
    }

    /** Right piece, wrong piece in its place, path and words of the fault. */
    @ParameterizedTest(name = "{1}")
    @CsvSource(delimiter = '¦', textBlock = """
                # the scheme itself
                id: right ¦ id: Right ¦ id ¦ "Right" is not an id for a scheme
                id: right ¦ id: ¦ id ¦ "id" is missing
                id: right ¦ id: [right] ¦ id ¦ not a list
                id: right ¦ id: right⏎id: left ¦ id ¦ The key "id" stands here a second time, first on line 2
                id: right ¦ id: right⏎colour: red ¦ colour ¦ The key "colour" is not known here
                id: right ¦ id: right⏎language: english ¦ language ¦ "english" is not a language tag
                id: right ¦ id: right⏎version: first ¦ version ¦ "first" is not a whole number
                parley-schema: 1 ¦ parley-schema: 2 ¦ parley-schema ¦ "2" is not known here; it can be 1
                parley-schema: 1⏎ ¦ '' ¦ parley-schema ¦ "parley-schema" is missing
                [title, body, boilerplate] ¦ [title, Body, boilerplate] ¦ segments[1] ¦ "Body" is not a segment
                [title, body, boilerplate] ¦ [title, title, boilerplate] ¦ segments[1] ¦ "title" is already taken
                # layers
                '  place:⏎' ¦ '  Place:⏎' ¦ layers.Place ¦ "Place" cannot be the id of a layer
                kind: frame ¦ kind: relation ¦ layers.claim.kind ¦ "relation" is not known here; it can be
                snap: word ¦ snap: token ¦ layers.entity.span.snap ¦ "token" is not known here
                crossing: warn ¦ crossings: warn ¦ layers.entity.span.crossings ¦ "crossings" is not known here; known are crossing,
                name: {en: Entity} ¦ name: {english: Entity} ¦ layers.entity.name.english ¦ "english" is not a language tag
                name: {en: Entity} ¦ name: {en: Entity, person} ¦ layers.entity.name.person ¦ needs quotation marks
                name: {en: Entity} ¦ name: {en: [x]} ¦ layers.entity.name.en ¦ not a list
                {id: CITY, key: t} ¦ CITY ¦ layers.place.labels[0] ¦ not "CITY"
                [{id: CITY, key: t}] ¦ [] ¦ layers.place.labels ¦ needs a label
                # labels and keys
                id: ORG, ¦ id: PERSON, ¦ layers.entity.labels[1].id ¦ The label id "PERSON" is already taken on line 10
                id: CITY, ¦ id: PERSON, ¦ layers.place.labels[0].id ¦ The label id "PERSON" is already taken on line 10
                id: ORG, ¦ id: a b, ¦ layers.entity.labels[1].id ¦ "a b" is not a label id
                {id: ORG, key: o ¦ {key: o ¦ layers.entity.labels[1].id ¦ "id" is missing
                key: o, ¦ key: P, ¦ layers.entity.labels[1].key ¦ The editor key "p" is already taken on line 10
                key: t ¦ key: p ¦ layers.place.labels[0].key ¦ The editor key "p" is already taken
                key: c⏎ ¦ key: p⏎ ¦ layers.claim.key ¦ The editor key "p" is already taken on line 10
                key: o, ¦ key: or, ¦ layers.entity.labels[1].key ¦ "or" is not one character
                key: o, ¦ key: "?", ¦ layers.entity.labels[1].key ¦ "?" is a key of the editor itself
                colour: 2} ¦ colour: 13} ¦ layers.entity.labels[1].colour ¦ "13" is not a whole number from 1 to 12
                colour: 2} ¦ colour: 0} ¦ layers.entity.labels[1].colour ¦ "0" is not a whole number from 1 to 12
                colour: 2} ¦ colour: red} ¦ layers.entity.labels[1].colour ¦ "red" is not a whole number
                # attributes
                id: note ¦ id: level ¦ layers.entity.attributes[1].id ¦ The attribute id "level" is already taken on line 13
                id: note ¦ id: label ¦ layers.entity.attributes[1] ¦ "label" has its own meaning here
                id: form ¦ id: cue ¦ layers.claim.attributes[0] ¦ "cue" has its own meaning here
                type: number ¦ type: date ¦ layers.entity.attributes[2].type ¦ "date" is not known here
                {id: size, type: number} ¦ {id: size} ¦ layers.entity.attributes[2].type ¦ "type" is missing
                default: NAM ¦ default: PRO ¦ layers.entity.attributes[0].default ¦ "PRO" is not among the values NAM, NOM
                [NAM, NOM] ¦ [NAM, NAM] ¦ layers.entity.attributes[0].values[1] ¦ The value "NAM" is already taken
                [low, high] ¦ [] ¦ layers.place.attributes[0].values ¦ no value to choose
                values: [low, high] ¦ values: low ¦ layers.place.attributes[0].values ¦ A list is expected here, not "low"
                , values: [low, high] ¦ '' ¦ layers.place.attributes[0].values ¦ "values" is missing
                type: number ¦ type: number, values: [1, 2] ¦ layers.entity.attributes[2].values ¦ Only choice, choices and scale have values, not number
                type: number ¦ type: number, max-length: 3 ¦ layers.entity.attributes[2].max-length ¦ Only text has a greatest length
                type: number ¦ type: number, default: many ¦ layers.entity.attributes[2].default ¦ "many" is not a number
                max-length: 50 ¦ max-length: -1 ¦ layers.entity.attributes[1].max-length ¦ "-1" is not a whole number
                default: true ¦ default: perhaps ¦ layers.claim.attributes[1].default ¦ "perhaps" is neither true nor false
                required: true ¦ required: true, optional: true ¦ layers.claim.attributes[0].optional ¦ required and optional at once
                required: true ¦ required: true, agreement: no ¦ layers.claim.attributes[0].agreement ¦ "no" is not known here
                # conditions
                {field: label, is: ORG} ¦ {field: label, is: GPE} ¦ layers.entity.attributes[1].show-when.is ¦ "GPE" is not among the values PERSON, ORG
                {field: label, is: ORG} ¦ {field: colour, is: ORG} ¦ layers.entity.attributes[1].show-when.field ¦ The layer entity has no field "colour"
                {field: label, is: ORG} ¦ {field: claim.form, is: direct} ¦ layers.entity.attributes[1].show-when.field ¦ only ask about its own layer entity
                {field: label, is: ORG} ¦ {field: label, equals: ORG} ¦ layers.entity.attributes[1].show-when ¦ needs one of is, in, exists
                {field: label, is: ORG} ¦ {field: size, is: big} ¦ layers.entity.attributes[1].show-when.is ¦ "big" is not a number
                {field: label, is: ORG} ¦ {field: size, in: [1], is: 2} ¦ layers.entity.attributes[1].show-when ¦ has one operator, not is, in
                {field: label, is: ORG} ¦ {field: label, in: []} ¦ layers.entity.attributes[1].show-when.in ¦ At least one value
                {field: label, is: ORG} ¦ {any: []} ¦ layers.entity.attributes[1].show-when.any ¦ At least one condition
                {field: label, is: ORG} ¦ {not: {field: label, is: X}} ¦ layers.entity.attributes[1].show-when.not.is ¦ "X" is not among the values
                {field: label, is: ORG} ¦ {all: [{field: label, is: ORG}], field: label} ¦ layers.entity.attributes[1].show-when ¦ either a field or one of all
                {field: label, is: ORG} ¦ always ¦ layers.entity.attributes[1].show-when ¦ not "always"
                {field: level, is: NAM} ¦ {field: level, is: low} ¦ layers.entity.link.required-when.is ¦ "low" is not among the values NAM, NOM
                confidence: [certain] ¦ confidence: [surely] ¦ layers.entity.link.confidence[0] ¦ "surely" is not among the values certain
                registry: entities ¦ registry: people ¦ layers.entity.link.registry ¦ "people" is not known here; it can be entities
                # roles
                id: cue, ¦ id: reason, ¦ layers.claim.roles[1].id ¦ "reason" is not among the values content, cue, source
                id: cue, ¦ id: content, ¦ layers.claim.roles[1].id ¦ The role "content" is already taken on line 25
                layer: entity, labels ¦ layer: person, labels ¦ layers.claim.roles[2].layer ¦ no layer of mentions "person"; there is entity, place
                layer: entity, labels ¦ layer: claim, labels ¦ layers.claim.roles[2].layer ¦ no layer of mentions "claim"
                type: mention ¦ type: span ¦ layers.claim.roles[2].type ¦ The type of "source" is mention, not span
                labels: [PERSON] ¦ labels: [CITY] ¦ layers.claim.roles[2].labels[0] ¦ "CITY" is not among the values PERSON, ORG
                labels: [PERSON] ¦ labels: [PERSON, PERSON] ¦ layers.claim.roles[2].labels[1] ¦ "PERSON" is already taken
                [author] ¦ [editor] ¦ layers.claim.roles[2].constants[0] ¦ "editor" is not among the values author, outlet, unspecified, uncertain
                max: 2} ¦ min: 3, max: 2} ¦ layers.claim.roles[1].min ¦ The least, 3, is more than the most, 2
                max: 2} ¦ max: lots} ¦ layers.claim.roles[1].max ¦ "lots" is not a whole number
                max: 2} ¦ layer: entity} ¦ layers.claim.roles[1].layer ¦ Spans stand in no layer
                max: 2} ¦ labels: [PERSON]} ¦ layers.claim.roles[1].labels ¦ Only parts filled by mentions have labels
                max: 2} ¦ allow-empty-as: implicit} ¦ layers.claim.roles[1].allow-empty-as ¦ Only the content
                colour: 9 ¦ colour: 99 ¦ layers.claim.roles[0].colour ¦ "99" is not a whole number from 1 to 12
                min: 1, max: many ¦ min: 0, max: many ¦ layers.claim.roles[0].min ¦ A claim needs content
                layer: claim, max: 1 ¦ layer: entity, max: 1 ¦ layers.claim.roles[3].layer ¦ The parent of a claim is a claim
                layer: claim, max: 1 ¦ layer: claim, max: many ¦ layers.claim.roles[3].max ¦ one parent at most
                acyclic: true ¦ acyclic: false ¦ layers.claim.roles[3].acyclic ¦ never be its own ancestor
                inside: content ¦ inside: source ¦ layers.claim.roles[3].inside ¦ "source" is not among the values content, cue
                # relations, checks, agreement, mappings
                from: claim ¦ from: claims ¦ relations[0].from ¦ There is no layer "claims"; there is entity, place, claim
                , to: claim ¦ '' ¦ relations[0].to ¦ "to" is missing
                id: same-as ¦ id: Same_As ¦ relations[0].id ¦ "Same_As" is not a relation id
                to: claim, symmetric ¦ to: entity, symmetric ¦ relations[0].symmetric ¦ both ends would have to be of one layer
                symmetric: true ¦ scope: world ¦ relations[0].scope ¦ "world" is not known here; it can be document, project
                severity: warn ¦ severity: fatal ¦ checks[0].severity ¦ "fatal" is not known here; it can be error, warn, hint
                field: claim.form ¦ field: claim.shape ¦ checks[0].when.field ¦ The layer claim has no field "shape"
                field: claim.form, is: direct ¦ field: level, is: low ¦ checks[0].when.field ¦ Several layers have a field "level"
                field: claim.form, is: direct ¦ field: nothing, is: low ¦ checks[0].when.field ¦ No layer has a field "nothing"
                field: claim.form, is: direct ¦ field: size, is: 3 ¦ checks[0] ¦ one annotation at a time, not at claim, entity
                starts-with: quote-mark ¦ is: quote-mark ¦ checks[0].require.is ¦ "claim.content" cannot be asked with "is"; it can be asked with exists, min, starts-with
                threshold: 0.5 ¦ threshold: 0 ¦ agreement.match.threshold ¦ above 0 and at most 1, not 0
                threshold: 0.5 ¦ threshold: 1.5 ¦ agreement.match.threshold ¦ above 0 and at most 1, not 1.5
                threshold: 0.5 ¦ threshold: half ¦ agreement.match.threshold ¦ "half" is not a number
                measure: iou ¦ measure: dice ¦ agreement.match.measure ¦ "dice" is not known here
                [boilerplate]⏎ ¦ [advert]⏎ ¦ agreement.exclude-segments[0] ¦ "advert" is not among the values title, body, boilerplate
                {PERSON: PER} ¦ {POET: PER} ¦ mappings.conll4.POET ¦ There is no label "POET" to map from
                {PERSON: PER} ¦ {PERSON: a b} ¦ mappings.conll4.PERSON ¦ "a b" is not a label id
                """)
    void namesTheFaultWithItsPathAndLine(String right, String wrong, String path, String message) {
        String rightLines = right.replace("⏎", "\n");
        assertThat(RIGHT).contains(rightLines);
        int position = RIGHT.indexOf(rightLines);
        String planted = RIGHT.substring(0, position)
                + wrong.replace("⏎", "\n")
                + RIGHT.substring(position + rightLines.length());

        assertThat(faults(planted)).anySatisfy(fault -> {
            assertThat(fault.path()).isEqualTo(path);
            assertThat(fault.message()).contains(message);
            assertThat(fault.line()).isBetween(1, (int) planted.lines().count());
        });
    }

    @Test
    void refusesASecondLayerOfClaims() {
        String twice = RIGHT.replace(
                "relations:", "  second:\n    kind: frame\n    roles: [{id: content, type: span}]\nrelations:");

        assertThat(faults(twice))
                .anySatisfy(fault -> assertThat(fault.message()).contains("one layer of claims"));
    }

    @Test
    void refusesClaimsWithoutContent() {
        String without = RIGHT.replaceFirst("  *- \\{id: content.*\n", "");

        assertThat(faults(without))
                .anySatisfy(fault -> assertThat(fault.message()).contains("The role \"content\" is missing"));
    }

    static Stream<Arguments> hostileTexts() {
        StringBuilder bomb = new StringBuilder("a0: &a0 [x, x, x, x, x, x, x, x, x, x]\n");
        for (int i = 1; i < 10; i++) {
            bomb.append("a%d: &a%d [%s]\n".formatted(i, i, ("*a" + (i - 1) + ", ").repeat(5) + "x"));
        }
        return Stream.of(
                arguments("", 1, "empty"),
                arguments("# nothing but a comment\n", 1, "empty"),
                arguments("parley-schema: 1\nid: [a, b\nlayers: {}\n", 3, "not YAML"),
                arguments("id: a\n\tlayers: b", 2, "TAB"),
                arguments("a: 1\n---\nb: 2\n", 2, "single document"),
                arguments("id: a\nlayers: *nowhere\n", 2, "undefined alias"),
                arguments("id: a\nx: !!javax.script.ScriptEngineManager [x]\n", 2, "tag:yaml.org,2002:javax"),
                arguments("id: a\nx: !own y\n", 2, "The tag !own"),
                arguments("x: &x {all: [*x]}\n", 1, "unfold into too much, or into themselves"),
                arguments(bomb.toString(), 1, "unfold into too much"),
                arguments("[".repeat(200), 1, "Nesting Depth"),
                arguments("id: a\nb: \u0007\n", 2, "U+0007"),
                arguments("x".repeat(YamlText.MOST_CHARACTERS + 1), 1, "a scheme may have 200,000"));
    }

    @ParameterizedTest
    @MethodSource("hostileTexts")
    void answersHostileTextsWithOneSentence(String yaml, int line, String message) {
        assertThat(faults(yaml)).singleElement().satisfies(fault -> {
            assertThat(fault.message()).contains(message);
            assertThat(fault.line()).isGreaterThanOrEqualTo(line);
        });
    }
}
