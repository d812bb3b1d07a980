package dev.parley.adjudication;

import dev.parley.BenchTable;
import dev.parley.adjudication.DawidSkene.Prior;
import dev.parley.adjudication.DawidSkene.Vote;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;
import org.openjdk.jmh.runner.RunnerException;

/** How long it takes to work out whom to trust. {@code ./parley bench adjudication}, and part of {@code agreement}. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Fork(value = 1, jvmArgsAppend = "-Xmx1500m")
@Warmup(iterations = 2, time = 2)
@Measurement(iterations = 3, time = 2)
public class AdjudicationBench {

    private static final int ITEMS = 100_000;
    private static final int ANNOTATORS = 5;
    private static final int CLASSES = 20;
    private static final Prior PRIOR = new Prior(10, 0.85);

    private final List<Vote> votes = votes();
    private final int[] unknown = new int[ITEMS];
    private final DawidSkene estimate;
    private int next;

    public AdjudicationBench() {
        Arrays.fill(unknown, DawidSkene.UNKNOWN);
        estimate = estimate();
    }

    /** Annotators are right in 90, 80, 70, 60 and 50 of 100, and else say anything. */
    private static List<Vote> votes() {
        Random random = new Random(1);
        List<Vote> votes = new ArrayList<>();
        for (int item = 0; item < ITEMS; item++) {
            int right = Math.min(random.nextInt(CLASSES), random.nextInt(CLASSES));
            for (int annotator = 0; annotator < ANNOTATORS; annotator++) {
                boolean hit = random.nextDouble() < 0.9 - annotator / 10.0;
                votes.add(new Vote(item, annotator, hit ? right : random.nextInt(CLASSES)));
            }
        }
        return votes;
    }

    private DawidSkene estimate() {
        return DawidSkene.estimate(ITEMS, ANNOTATORS, CLASSES, votes, unknown, PRIOR);
    }

    @Benchmark
    public Object dawidSkeneOf100000ItemsByFive() {
        return estimate();
    }

    /** One decision more, and every open item asked again. */
    @Benchmark
    public double dawidSkeneAfterOneDecision() {
        estimate.learn(next++ % ITEMS, next % CLASSES);
        double sure = 0;
        for (int item = 0; item < ITEMS; item++) {
            sure += estimate.posterior(item)[0];
        }
        return sure;
    }

    public static void main(String[] words) throws RunnerException {
        BenchTable.print(words, AdjudicationBench.class);
    }
}
