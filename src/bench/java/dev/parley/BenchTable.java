package dev.parley;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;

/** Measures with JMH and prints a table for the page of benchmarks. */
public final class BenchTable {

    private BenchTable() {}

    /** @param words choose benchmarks by name; {@code short} measures for a second only, enough for a look */
    public static void print(String[] words, Class<?>... benchmarks) throws RunnerException {
        List<String> names = new ArrayList<>(List.of(words));
        OptionsBuilder options = new OptionsBuilder();
        if (names.remove("short")) {
            options.warmupIterations(1);
            options.warmupTime(TimeValue.seconds(1));
            options.measurementIterations(1);
            options.measurementTime(TimeValue.seconds(1));
        }
        String every = names.isEmpty() ? "" : names.stream().collect(Collectors.joining("|", "(", ")"));
        options.include(Stream.of(benchmarks)
                .map(benchmark -> benchmark.getSimpleName() + ".*" + every)
                .collect(Collectors.joining("|")));
        Collection<RunResult> results = new Runner(options.build()).run();
        System.out.println("\n| what | ms |\n|---|---|");
        results.forEach(result -> System.out.printf(
                Locale.ROOT,
                "| %s | %.1f |%n",
                result.getPrimaryResult().getLabel(),
                result.getPrimaryResult().getScore()));
    }
}
