package dev.parley.scheme.ui;

import dev.parley.scheme.Condition;
import java.util.Collection;
import java.util.stream.Collectors;

/** Says a condition as a person would. */
final class ConditionWords {

    private ConditionWords() {}

    static String of(Condition condition) {
        return switch (condition) {
            case Condition.Is is -> "%s is %s".formatted(is.field(), is.value());
            case Condition.In in -> "%s is %s".formatted(in.field(), joined(in.values(), " or "));
            case Condition.Exists exists -> exists.field() + (exists.expected() ? " is given" : " is not given");
            case Condition.Min min -> "%s has at least %d".formatted(min.field(), min.count());
            case Condition.StartsWith starts ->
                "%s begins with %s"
                        .formatted(
                                starts.field(),
                                starts.prefix().equals("quote-mark") ? "a quotation mark" : starts.prefix());
            case Condition.All all -> parts(all.conditions(), " and ");
            case Condition.Any any -> parts(any.conditions(), " or ");
            case Condition.Not not -> "not (%s)".formatted(of(not.condition()));
        };
    }

    private static String parts(Collection<Condition> conditions, String joint) {
        return conditions.stream().map(ConditionWords::of).collect(Collectors.joining(joint));
    }

    private static String joined(Collection<?> values, String joint) {
        return values.stream().map(Object::toString).collect(Collectors.joining(joint));
    }
}
