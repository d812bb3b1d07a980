package dev.parley.exchange.parquet;

import java.util.List;

/** One field of a row. */
sealed interface Column {

    String name();

    /** A value; absent values are null. */
    record Leaf(String name, Kind kind) implements Column {}

    /** Several values of a kind, under the key in a row a list. */
    record ListOf(String name, Column element) implements Column {}

    /** Fields that belong together; absent if null. */
    record Struct(String name, List<Column> fields) implements Column {

        public Struct {
            fields = List.copyOf(fields);
        }
    }

    enum Kind {
        TEXT,
        NUMBER,
        FRACTION
    }

    static Column text(String name) {
        return new Leaf(name, Kind.TEXT);
    }

    static Column number(String name) {
        return new Leaf(name, Kind.NUMBER);
    }

    static Column fraction(String name) {
        return new Leaf(name, Kind.FRACTION);
    }

    static Column list(String name, Column element) {
        return new ListOf(name, element);
    }

    static Column texts(String name) {
        return new ListOf(name, text("element"));
    }

    static Column structs(String name, Column... fields) {
        return new ListOf(name, new Struct("element", List.of(fields)));
    }
}
