package dev.parley.agreement;

import dev.parley.BenchTable;
import dev.parley.adjudication.AdjudicationBench;
import dev.parley.agreement.SpanF1.Mark;
import dev.parley.agreement.SpanF1.Rule;
import dev.parley.agreement.continuum.BestAlignment;
import dev.parley.agreement.continuum.Continuum;
import dev.parley.agreement.continuum.Continuum.Unit;
import dev.parley.agreement.continuum.Dissimilarity;
import dev.parley.agreement.continuum.Gamma;
import dev.parley.annotation.AnnotationSet;
import dev.parley.document.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.dkpro.statistics.agreement.coding.CodingAnnotationStudy;
import org.dkpro.statistics.agreement.coding.FleissKappaAgreement;
import org.dkpro.statistics.agreement.coding.KrippendorffAlphaAgreement;
import org.dkpro.statistics.agreement.distance.NominalDistanceFunction;
import org.dkpro.statistics.agreement.unitizing.KrippendorffAlphaUnitizingAgreement;
import org.dkpro.statistics.agreement.unitizing.UnitizingAnnotationStudy;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;
import org.openjdk.jmh.runner.RunnerException;

/** How long the measures take, beside DKPro Statistics 2.2.1 where it can do the same. {@code ./parley bench agreement} */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Fork(value = 1, jvmArgsAppend = "-Xmx1500m")
@Warmup(iterations = 2, time = 2)
@Measurement(iterations = 3, time = 2)
public class AgreementBench {

    private final Ratings<Integer> million = ratings(1_000_000);
    private final Continuum units100k = line(5, 20_000);
    private final Continuum units450k = line(5, 90_000);
    private final Continuum fiveTimes100 = readings(5, 100);
    private final Continuum fiveTimes500 = readings(5, 500);
    private final Continuum sevenTimes500 = readings(7, 500);
    private final Continuum twoTimes5000 = readings(2, 5_000);
    private final List<List<Mark>> spans = spans(50_000);
    private final List<Bootstrap.Counts> documents = counts(200);
    private List<AnnotationSet> sets = List.of();
    private List<AnnotationSet> edited = List.of();
    private Optional<Alignment> aligned = Optional.empty();
    private CodingAnnotationStudy coded = new CodingAnnotationStudy(5);
    private UnitizingAnnotationStudy unitized = new UnitizingAnnotationStudy(2, 0, 1);
    private final Fullness full = Fullness.of(2_000, 5);

    @Setup(Level.Trial)
    public void prepare() {
        sets = SyntheticReadings.sets(1, 5, 2_000);
        Readings.Reading first = Readings.by(sets.getFirst().annotator());
        sets.getFirst().mentions().forEach(first::mention);
        first.mention("new", "1001-1007", "ORG");
        edited = new ArrayList<>(sets);
        edited.set(0, first.handedIn());
        aligned = Optional.of(Alignment.of(Readings.document(), Readings.SCHEME, sets));
        coded = new CodingAnnotationStudy(5);
        Ratings<Integer> fewer = ratings(100_000);
        for (int item = 0; item < fewer.items(); item++) {
            int row = item;
            coded.addItem(IntStream.range(0, 5)
                    .mapToObj(rater -> (Object) fewer.at(row, rater))
                    .toArray());
        }
        Continuum few = line(2, 1_000);
        unitized = new UnitizingAnnotationStudy(2, 0, few.length());
        for (int unit = 0; unit < few.units(); unit++) {
            unitized.addUnit(few.begin()[unit], few.lengthOf(unit), few.annotator()[unit], few.label()[unit]);
        }
    }

    private static Ratings<Integer> ratings(int items) {
        Random random = new Random(1);
        int[] cells = new int[5 * items];
        for (int cell = 0; cell < cells.length; cell++) {
            cells[cell] = random.nextInt(10) < 7 ? cell / 5 % 5 : random.nextInt(5);
        }
        return Ratings.of(List.of(0, 1, 2, 3, 4), 5, cells);
    }

    private static Continuum line(int annotators, int units) {
        Random random = new Random(2);
        List<Unit> marked = new ArrayList<>();
        int end = 0;
        for (int annotator = 0; annotator < annotators; annotator++) {
            int at = 0;
            for (int unit = 0; unit < units; unit++) {
                at += random.nextInt(20);
                int length = 1 + random.nextInt(20);
                marked.add(new Unit(annotator, at, at + length, random.nextInt(4)));
                at += length;
            }
            end = Math.max(end, at);
        }
        return Continuum.of(annotators, end, marked);
    }

    /** 12 % missed, 30 % of the boundaries moved, 12 % of the labels mistaken, a quarter of the targets nested. */
    private static Continuum readings(int annotators, int targets) {
        Random random = new Random(3);
        List<Unit> marked = new ArrayList<>();
        int at = 0;
        for (int target = 0; target < targets; target++) {
            boolean nested = random.nextInt(4) == 0;
            at += nested ? 2 : 20 + random.nextInt(20);
            int length = 5 + random.nextInt(15);
            int label = random.nextInt(5);
            for (int annotator = 0; annotator < annotators; annotator++) {
                if (random.nextDouble() > 0.12) {
                    int begin = Math.max(0, at + (random.nextDouble() < 0.3 ? random.nextInt(5) - 2 : 0));
                    int end = at + length + (random.nextDouble() < 0.3 ? random.nextInt(5) - 2 : 0);
                    int given = random.nextDouble() < 0.12 ? random.nextInt(5) : label;
                    marked.add(new Unit(annotator, begin, Math.max(begin + 1, end), given));
                }
            }
        }
        return Continuum.of(annotators, at + 50, marked);
    }

    private static List<List<Mark>> spans(int each) {
        Continuum line = line(2, each);
        List<List<Mark>> marks = List.of(new ArrayList<>(), new ArrayList<>());
        for (int unit = 0; unit < line.units(); unit++) {
            Span span = new Span(line.begin()[unit], line.end()[unit]);
            marks.get(line.annotator()[unit]).add(new Mark(List.of(span), "label " + line.label()[unit]));
        }
        return marks;
    }

    private static List<Bootstrap.Counts> counts(int documents) {
        Random random = new Random(4);
        return IntStream.range(0, documents)
                .mapToObj(document -> Bootstrap.Counts.of(
                        random.ints(36, 1, 20).asDoubleStream().toArray()))
                .toList();
    }

    @Benchmark
    public Outcome alphaOfAMillionItemsByFive() {
        return KrippendorffAlpha.of(million, Distance.NOMINAL);
    }

    @Benchmark
    public Outcome fleissOfAMillionItemsByFive() {
        return FleissKappa.of(million);
    }

    @Benchmark
    public Outcome kappaOfAMillionItems() {
        return CohenKappa.of(million, 0, 1);
    }

    @Benchmark
    public double dkproAlphaOfAHundredThousandItemsByFive() {
        return new KrippendorffAlphaAgreement(coded, new NominalDistanceFunction()).calculateAgreement();
    }

    @Benchmark
    public double dkproFleissOfAHundredThousandItemsByFive() {
        return new FleissKappaAgreement(coded).calculateAgreement();
    }

    @Benchmark
    public Outcome alphaUOf100000Units() {
        return AlphaU.of(units100k);
    }

    @Benchmark
    public Outcome alphaUOf450000Units() {
        return AlphaU.of(units450k);
    }

    @Benchmark
    public Object uAlphaFamilyOf450000Units() {
        return UAlpha.of(units450k);
    }

    @Benchmark
    public double dkproAlphaUOf2000Units() {
        return new KrippendorffAlphaUnitizingAgreement(unitized).calculateAgreement();
    }

    @Benchmark
    public SpanF1 overlapF1Of100000Spans() {
        return SpanF1.of(spans.get(0), spans.get(1), new Rule(0.5, false));
    }

    @Benchmark
    public BestAlignment gammaAlignment5Times100() {
        return BestAlignment.of(Dissimilarity.USUAL.graph(fiveTimes100));
    }

    @Benchmark
    public BestAlignment gammaAlignment5Times500() {
        return BestAlignment.of(Dissimilarity.USUAL.graph(fiveTimes500));
    }

    @Benchmark
    public BestAlignment gammaAlignment7Times500() {
        return BestAlignment.of(Dissimilarity.USUAL.graph(sevenTimes500));
    }

    @Benchmark
    public BestAlignment gammaAlignment2Times5000() {
        return BestAlignment.of(Dissimilarity.USUAL.graph(twoTimes5000));
    }

    @Benchmark
    public Gamma gammaOf5Times500() {
        return Gamma.of(fiveTimes500, Gamma.Settings.USUAL, Gamma.Listener.NOBODY);
    }

    @Benchmark
    public Alignment aligning5Times2000Spans() {
        return Alignment.of(Readings.document(), Readings.SCHEME, sets);
    }

    @Benchmark
    public Alignment aligningAgainAfterAnEdit() {
        return aligned.orElseThrow().after(edited);
    }

    /** Relations, attributes, links, coreference and the parts of claims, on sets that are aligned already. */
    @Benchmark
    public Object everythingOn5Times2000Marks() {
        return full.measure();
    }

    @Benchmark
    public Optional<Interval> intervalOver200Documents() {
        return Bootstrap.interval(
                documents,
                36,
                sums -> KrippendorffAlpha.of(
                                LayerMeasures.matrix(List.of("a", "b", "c", "d", "e", "f"), sums), Distance.NOMINAL)
                        .orNaN());
    }

    /** Words choose benchmarks by name; {@code short} is enough for a look. */
    public static void main(String[] words) throws RunnerException {
        BenchTable.print(words, AgreementBench.class, AdjudicationBench.class);
    }
}
