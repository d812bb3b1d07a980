package dev.parley.agreement;

import static dev.parley.agreement.Figures.figure;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.parley.agreement.continuum.Continuum;
import dev.parley.agreement.continuum.Continuum.Unit;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.dkpro.statistics.agreement.unitizing.KrippendorffAlphaUnitizingAgreement;
import org.dkpro.statistics.agreement.unitizing.UnitizingAnnotationStudy;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** α_U and the uα family: against DKPro Statistics 2.2.1 on random lines, and what must hold for any line. */
class UnitizingTests {

    private static final int LENGTH = 2_000;

    /** Units of one annotator never overlap; two labels. */
    private static List<Unit> random(long seed, int annotators) {
        Random random = new Random(seed);
        List<Unit> units = new ArrayList<>();
        for (int annotator = 0; annotator < annotators; annotator++) {
            for (int at = random.nextInt(40); at < LENGTH - 60; at += random.nextInt(60)) {
                int end = at + 1 + random.nextInt(40);
                units.add(new Unit(annotator, at, end, random.nextInt(2)));
                at = end;
            }
        }
        return units;
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6})
    void agreesWithAnIndependentImplementation(long seed) {
        int annotators = 2 + (int) (seed % 3);
        List<Unit> units = random(seed, annotators);
        UnitizingAnnotationStudy study = new UnitizingAnnotationStudy(annotators, 0, LENGTH);
        units.forEach(unit -> study.addUnit(unit.begin(), unit.end() - unit.begin(), unit.annotator(), unit.label()));

        Continuum continuum = Continuum.of(annotators, LENGTH, units);

        assertThat(figure(AlphaU.of(continuum)))
                .isEqualTo(new KrippendorffAlphaUnitizingAgreement(study).calculateAgreement(), within(1e-9));
    }

    @ParameterizedTest
    @ValueSource(longs = {11, 12, 13, 14})
    void doesNotCareForOrderNamesOrWhoIsWho(long seed) {
        List<Unit> units = random(seed, 3);
        List<Unit> changed = new ArrayList<>();
        units.forEach(unit -> changed.add(new Unit(2 - unit.annotator(), unit.begin(), unit.end(), 1 - unit.label())));
        Collections.shuffle(changed, new Random(seed));
        Continuum before = Continuum.of(3, LENGTH, units);
        Continuum after = Continuum.of(3, LENGTH, changed);

        assertThat(figure(AlphaU.of(after))).isEqualTo(figure(AlphaU.of(before)), within(1e-12));
        assertThat(figure(read(after).all())).isEqualTo(figure(read(before).all()), within(1e-12));
        assertThat(figure(read(after).relevance()))
                .isEqualTo(figure(read(before).relevance()), within(1e-12));
        assertThat(figure(read(after).labels())).isEqualTo(figure(read(before).labels()), within(1e-12));
        assertThat(figure(read(after).label(1))).isEqualTo(figure(read(before).label(0)), within(1e-12));
    }

    @Test
    void givesOneToACopy() {
        List<Unit> units = new ArrayList<>(random(3, 1));
        List.copyOf(units).forEach(unit -> units.add(new Unit(1, unit.begin(), unit.end(), unit.label())));
        Continuum continuum = Continuum.of(2, LENGTH, units);

        assertThat(figure(AlphaU.of(continuum))).isEqualTo(1);
        assertThat(figure(read(continuum).all())).isEqualTo(1);
        assertThat(figure(read(continuum).relevance())).isEqualTo(1);
        assertThat(figure(read(continuum).labels())).isEqualTo(1);
        assertThat(read(continuum).coverage()).isBetween(0.0, 1.0);
    }

    @Test
    void countsWhoMarkedNothing() {
        List<Unit> units = random(5, 2);

        assertThat(figure(AlphaU.of(Continuum.of(3, LENGTH, units))))
                .isLessThan(figure(AlphaU.of(Continuum.of(2, LENGTH, units))) + 0.2)
                .isLessThan(0.5);
    }

    @Test
    void saysWhyThereIsNoFigure() {
        Unit unit = new Unit(0, 5, 9, 0);

        assertThat(reason(1, unit)).isEqualTo(Outcome.Reason.ONE_ANNOTATOR);
        assertThat(reason(0)).isEqualTo(Outcome.Reason.NO_DATA);
        assertThat(reason(2)).isEqualTo(Outcome.Reason.NO_UNITS);
        assertThat(reason(2, new Unit(0, 5, 5, 0))).isEqualTo(Outcome.Reason.NO_MASS);
        assertThat(reason(2, unit, new Unit(0, 8, 12, 0))).isEqualTo(Outcome.Reason.OVERLAP_NOT_SUPPORTED);
        assertThat(figure(AlphaU.of(Continuum.of(2, 50, List.of(unit, new Unit(0, 8, 12, 1))))))
                .isLessThan(0.1);
        assertThat(UAlpha.of(Continuum.of(2, 50, List.of(unit, new Unit(0, 8, 12, 1)))))
                .isEqualTo(new UAlpha.Reading.Refused(Outcome.Reason.OVERLAP_NOT_SUPPORTED));
    }

    @Test
    void staysExactOnAVeryLongLine() {
        int length = 2_000_000_000;
        List<Unit> units = List.of(
                new Unit(0, 100, 900_000_000, 0),
                new Unit(1, 100, 900_000_000, 0),
                new Unit(1, 1_900_000_000, length, 0));

        assertThat(figure(AlphaU.of(Continuum.of(2, length, units)))).isBetween(0.5, 1.0);
    }

    private static Outcome.Reason reason(int annotators, Unit... units) {
        return AlphaU.of(Continuum.of(annotators, 50, List.of(units))) instanceof Outcome.Undefined undefined
                ? undefined.reason()
                : null;
    }

    static UAlpha read(Continuum continuum) {
        return switch (UAlpha.of(continuum)) {
            case UAlpha.Reading.Read(UAlpha parts) -> parts;
            case UAlpha.Reading.Refused(Outcome.Reason reason) -> throw new AssertionError("refused: " + reason);
        };
    }
}
