package dev.parley.registry;

import dev.parley.Database;
import dev.parley.account.UserId;
import dev.parley.registry.Candidate.Place;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.function.Supplier;

/**
 * How long it takes to find entities by name in a registry of 50 000, on both databases: candidates for words of each kind,
 * and the list as one types. Names are made of syllables; first names are shared by hundreds, as among people.
 */
final class RegistryBench {

    private static final int ENTITIES = 50_000;
    private static final int ROUNDS = 100;
    private static final List<String> SYLLABLES = List.of(
            "ka", "vel", "mo", "ra", "tes", "lin", "or", "sa", "fjo", "den", "bri", "nu", "gar", "hol", "ti", "wen");

    private RegistryBench() {}

    /** Fills a registry in each database and prints the median and the 95th percentile for each question. */
    public static void main(String[] arguments) {
        for (Database database : Database.values()) {
            RegistryFixture fixture = new RegistryFixture(database);
            List<Entity> entities = fill(fixture);
            System.out.printf("%s, %,d entities%n", database, ENTITIES);
            Random random = new Random(11);
            Supplier<Entity> any = () -> entities.get(random.nextInt(ENTITIES));
            measure("exact name", () -> find(fixture, any.get().name()));
            measure("one rare word", () -> find(fixture, last(any.get().name())));
            measure(
                    "a first name shared by hundreds",
                    () -> find(fixture, first(any.get().name())));
            measure("misspelt name", () -> find(fixture, misspelt(any.get().name(), random)));
            measure("a name that is not there", () -> find(fixture, "Zzyzx Qwertz"));
            UserId viewer = fixture.user;
            measure("first page of a typed letter", () -> {
                EntityFilter typed = new EntityFilter(any.get().name().substring(0, 1), null, false);
                return fixture.entities
                        .byIds(fixture.index.slice(fixture.project, typed, viewer, true, 0, 50))
                        .size();
            });
            measure("first page of a typed word", () -> {
                EntityFilter typed = new EntityFilter(last(any.get().name()), null, false);
                return fixture.entities
                        .byIds(fixture.index.slice(fixture.project, typed, viewer, true, 0, 50))
                        .size();
            });
        }
        System.exit(0);
    }

    private static List<Entity> fill(RegistryFixture fixture) {
        Random random = new Random(7);
        List<String> firstNames = names(random, 120, 2);
        List<String> lastNames = names(random, 20_000, 4);
        List<Entity> entities = new ArrayList<>();
        for (int i = 0; i < ENTITIES; i++) {
            String last = lastNames.get(random.nextInt(lastNames.size()));
            String name = firstNames.get(random.nextInt(firstNames.size())) + " " + last;
            Entity entity = fixture.entity("e" + i, "PERSON", name, last);
            fixture.entities.insert(entity, RegistryFixture.NOW);
            entities.add(entity);
        }
        for (int i = 0; i < ENTITIES; i += 1_000) {
            fixture.index.add(entities.subList(i, i + 1_000));
        }
        return entities;
    }

    private static List<String> names(Random random, int count, int syllables) {
        List<String> names = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            StringBuilder name = new StringBuilder();
            for (int j = 0; j < syllables; j++) {
                name.append(SYLLABLES.get(random.nextInt(SYLLABLES.size())));
            }
            names.add(name.substring(0, 1).toUpperCase(Locale.ROOT) + name.substring(1));
        }
        return names;
    }

    private static int find(RegistryFixture fixture, String words) {
        return fixture.search
                .find(fixture.project, words, Place.ANYWHERE, _ -> Map.of(), _ -> true)
                .items()
                .size();
    }

    private static String first(String name) {
        return name.substring(0, name.indexOf(' '));
    }

    private static String last(String name) {
        return name.substring(name.indexOf(' ') + 1);
    }

    private static String misspelt(String name, Random random) {
        int at = 1 + random.nextInt(name.length() - 1);
        return name.substring(0, at) + "x" + name.substring(at);
    }

    private static void measure(String question, Supplier<Integer> work) {
        long[] nanos = new long[ROUNDS];
        int found = 0;
        for (int i = -ROUNDS / 4; i < ROUNDS; i++) {
            long start = System.nanoTime();
            found += work.get();
            if (i >= 0) {
                nanos[i] = System.nanoTime() - start;
            }
        }
        Arrays.sort(nanos);
        System.out.printf(
                "  %-34s median %6.1f ms, 95th %6.1f ms, %d found on average%n",
                question, nanos[ROUNDS / 2] / 1e6, nanos[ROUNDS * 95 / 100] / 1e6, found / (ROUNDS + ROUNDS / 4));
    }
}
