package dev.parley.registry;

import dev.parley.problem.Problem.Fault;
import dev.parley.problem.ProblemException;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.IllformedLocaleException;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Whether an entity is fit to be kept. Nothing is looked up elsewhere: an external id is held against its pattern only. */
final class EntityChecks {

    private static final int LONGEST_NAME = 200;
    private static final int LONGEST_TYPE = 64;
    private static final int LONGEST_EXTERNAL_ID = 200;
    private static final int MOST = 200;
    private static final Pattern EXTERNAL_ID = Pattern.compile("[a-z][a-z0-9-]*:\\S+");
    private static final Pattern WIKIDATA = Pattern.compile("wikidata:Q[1-9][0-9]{0,11}");
    private static final Pattern DAY = Pattern.compile("[0-9]{4}(-[0-9]{2}(-[0-9]{2})?)?");

    private final List<Fault> faults = new ArrayList<>();

    private EntityChecks() {}

    /** @throws ProblemException invalid, naming every fault */
    static Entity checked(Entity entity) {
        EntityChecks checks = new EntityChecks();
        checks.entity(entity);
        List<Fault> faults = checks.faults;
        if (!faults.isEmpty()) {
            throw ProblemException.invalid(
                    "%s %s."
                            .formatted(
                                    faults.getFirst().field(), faults.getFirst().message()),
                    faults);
        }
        return entity;
    }

    private void entity(Entity entity) {
        text("type", entity.type(), LONGEST_TYPE);
        text("name", entity.name(), LONGEST_NAME);
        few("aliases", entity.aliases());
        few("externalIds", entity.externalIds());
        few("facts", entity.facts());
        for (int i = 0; i < entity.aliases().size(); i++) {
            alias("aliases[%d]".formatted(i), entity.aliases().get(i));
        }
        Set<String> known = new HashSet<>();
        for (int i = 0; i < entity.externalIds().size(); i++) {
            externalId("externalIds[%d]".formatted(i), entity.externalIds().get(i), known);
        }
        for (int i = 0; i < entity.facts().size(); i++) {
            fact("facts[%d]".formatted(i), entity.facts().get(i));
        }
    }

    private void few(String field, List<?> items) {
        if (items.size() > MOST) {
            fault(field, "has %d items; at most %d are kept".formatted(items.size(), MOST));
        }
    }

    private void alias(String field, Alias alias) {
        text(field, alias.form(), LONGEST_NAME);
        String language = alias.language();
        if (language != null && !isLanguageTag(language)) {
            fault(field + ".language", "is no language tag: “%s”".formatted(language));
        }
    }

    private static boolean isLanguageTag(String tag) {
        try {
            return !new Locale.Builder()
                            .setLanguageTag(tag)
                            .build()
                            .getLanguage()
                            .isEmpty()
                    && tag.length() <= 35;
        } catch (IllformedLocaleException e) {
            return false;
        }
    }

    private void externalId(String field, String id, Set<String> known) {
        if (id.length() > LONGEST_EXTERNAL_ID || !EXTERNAL_ID.matcher(id).matches()) {
            fault(field, "is a scheme, a colon and an id without blanks, such as wikidata:Q42, not “%s”".formatted(id));
        } else if (id.startsWith("wikidata:") && !WIKIDATA.matcher(id).matches()) {
            fault(field, "is no Wikidata id: “%s” should look like wikidata:Q42".formatted(id));
        } else if (!known.add(id)) {
            fault(field, "is there twice: “%s”".formatted(id));
        }
    }

    private void fact(String field, Fact fact) {
        text(field + ".role", fact.role(), LONGEST_NAME);
        boolean days = day(field + ".from", fact.from()) & day(field + ".to", fact.to());
        String from = fact.from();
        String to = fact.to();
        if (days && from != null && to != null) {
            int common = Math.min(from.length(), to.length());
            if (from.substring(0, common).compareTo(to.substring(0, common)) > 0) {
                fault(field, "ends before it begins: %s is after %s".formatted(from, to));
            }
        }
    }

    private boolean day(String field, @Nullable String day) {
        if (day == null || isDay(day)) {
            return true;
        }
        fault(field, "is a year, a month or a day such as 2024, 2024-11 or 2024-11-24, not “%s”".formatted(day));
        return false;
    }

    private static boolean isDay(String day) {
        if (!DAY.matcher(day).matches()) {
            return false;
        }
        try {
            if (day.length() == 7) {
                YearMonth.parse(day);
            } else if (day.length() == 10) {
                LocalDate.parse(day);
            }
            return true;
        } catch (DateTimeException e) {
            return false;
        }
    }

    private void text(String field, String value, int longest) {
        if (value.isBlank() || value.length() > longest) {
            fault(
                    field,
                    "has 1 to %d characters, not %d"
                            .formatted(longest, value.strip().length()));
        } else if (value.codePoints().anyMatch(EntityChecks::isUnfit)) {
            fault(field, "holds a character that text cannot carry");
        }
    }

    private static boolean isUnfit(int codePoint) {
        return Character.isISOControl(codePoint) || Character.getType(codePoint) == Character.SURROGATE;
    }

    private void fault(String field, String message) {
        faults.add(new Fault(field, message));
    }
}
