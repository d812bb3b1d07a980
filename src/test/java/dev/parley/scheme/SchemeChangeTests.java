package dev.parley.scheme;

import static dev.parley.scheme.SchemeReaderTests.readable;
import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.scheme.Reading.Fault;
import dev.parley.scheme.SchemeChange.Use;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class SchemeChangeTests {

    private static final String BEFORE = """
            parley-schema: 1
            id: tiny
            layers:
              name:
                kind: span
                labels: [{id: PERSON, key: p}, {id: PLACE}]
                attributes: [{id: level, type: choice, values: [NAM, NOM]}]
              claim:
                kind: frame
                roles: [{id: content}, {id: source, layer: name, constants: [author, outlet]}]
            relations: [{id: denies, from: claim, to: claim}]
            """;

    private static final SchemeItem PLACE = SchemeItem.label("name", "PLACE");
    private static final SchemeItem NAM = SchemeItem.value("name", "level", "NAM");
    private static final SchemeItem LEVEL = SchemeItem.attribute("name", "level");

    @Test
    void findsNothingWhereNothingChanged() {
        SchemeChange change = change(BEFORE, Set.of(PLACE));

        assertThat(change).isEqualTo(new SchemeChange(1, List.of(), List.of(), List.of(), 0, List.of()));
    }

    @Test
    void tellsWhatIsNewGoneAndDifferent() {
        SchemeChange change =
                change(BEFORE.replace("{id: PLACE}", "{id: RIVER}").replace("key: p", "key: q"));

        assertThat(change.added()).containsExactly(new Use(SchemeItem.label("name", "RIVER"), 0));
        assertThat(change.removed()).containsExactly(new Use(PLACE, 0));
        assertThat(change.changed()).containsExactly(new Use(SchemeItem.label("name", "PERSON"), 0));
        assertThat(change.isRefused()).isFalse();
    }

    @Test
    void refusesToRemoveWhatIsInUse() {
        SchemeChange change = change(
                BEFORE.replace(", {id: PLACE}", "").replace("[NAM, NOM]", "[NOM]"),
                Set.of(PLACE, LEVEL, NAM),
                Set.of(SchemeItem.label("name", "PERSON"), LEVEL, NAM),
                Set.of(SchemeItem.label("name", "PERSON")));

        assertThat(change.annotationsAffected()).isEqualTo(2);
        assertThat(change.refusals())
                .containsExactly(
                        new Fault(
                                0, "layers.name.labels.PLACE", "The label PLACE is removed, but 1 annotation uses it."),
                        new Fault(
                                0,
                                "layers.name.attributes.level.values.NAM",
                                "The value NAM of name.level is removed, but 2 annotations use it."));
    }

    @Test
    void refusesAnotherTypeForAnAttributeInUseUnlessItHoldsTheSame() {
        assertThat(change(BEFORE.replace("choice, values: [NAM, NOM]", "text"), Set.of(LEVEL))
                        .refusals())
                .singleElement()
                .extracting(Fault::message)
                .isEqualTo("The attribute name.level gets another type, but 1 annotation uses it.");
        assertThat(change(BEFORE.replace("choice, values", "scale, values"), Set.of(LEVEL))
                        .isRefused())
                .isFalse();
    }

    @Test
    void knowsRolesConstantsAndRelations() {
        SchemeChange change = change(
                BEFORE.replace("[author, outlet]", "[author]").replace("id: denies", "id: supports"),
                Set.of(SchemeItem.constant("claim", "source", "outlet")),
                Set.of(SchemeItem.relation("denies")));

        assertThat(change.refusals())
                .extracting(Fault::path)
                .containsExactly("layers.claim.roles.source.constants.outlet", "relations.denies");
    }

    @SafeVarargs
    private static SchemeChange change(String after, Set<SchemeItem>... annotations) {
        return SchemeChange.between(
                readable(BEFORE), readable(after), tally -> List.of(annotations).forEach(tally));
    }
}
