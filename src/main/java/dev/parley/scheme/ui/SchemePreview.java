package dev.parley.scheme.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.Text;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import dev.parley.page.Note;
import dev.parley.page.PageSection;
import dev.parley.page.PlainTable;
import dev.parley.scheme.Attribute;
import dev.parley.scheme.Check;
import dev.parley.scheme.FrameLayer;
import dev.parley.scheme.FrameRole;
import dev.parley.scheme.Label;
import dev.parley.scheme.Layer;
import dev.parley.scheme.RelationType;
import dev.parley.scheme.Scheme;
import dev.parley.scheme.SpanLayer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What a scheme says, for people who read no YAML. */
class SchemePreview extends Composite<Div> {

    private final Note behind = new Note("This is how it stood before the faults.");

    SchemePreview() {
        behind.setVisible(false);
        getContent().addClassName("scheme-preview");
    }

    void show(Scheme scheme) {
        getContent().removeAll();
        getContent().add(behind);
        scheme.spanLayers().forEach(layer -> getContent().add(labels(layer)));
        scheme.frame().ifPresent(frame -> getContent().add(claims(frame)));
        if (!scheme.relations().isEmpty()) {
            getContent().add(relations(scheme.relations()));
        }
        if (!scheme.checks().isEmpty()) {
            getContent().add(checks(scheme.checks()));
        }
    }

    /** Says whether the text has moved on to something that cannot be shown. */
    void setBehind(boolean isBehind) {
        behind.setVisible(isBehind);
        getContent().setClassName("behind", isBehind);
    }

    private static PageSection labels(SpanLayer layer) {
        PlainTable table = new PlainTable("Labels", List.of("Label", "Key", "Marks"));
        for (Label label : layer.labels()) {
            table.addRow(
                    named(label.name(), label.id(), label.colour()),
                    key(label.key()),
                    new Text(text(label.hint(), "")));
        }
        PageSection section = new PageSection(text(layer.name(), layer.id()), table);
        addAttributes(section, layer);
        return section;
    }

    private static PageSection claims(FrameLayer frame) {
        PlainTable table = new PlainTable("Parts of a claim", List.of("Part", "How many", "Filled by"));
        for (FrameRole role : frame.roles()) {
            table.addRow(named(role.name(), role.id(), role.colour()), new Text(count(role)), new Text(fillers(role)));
        }
        PageSection section = new PageSection(text(frame.name(), frame.id()));
        if (frame.key() != null) {
            section.add(new Note("The key %s starts one.".formatted(frame.key())));
        }
        section.add(table);
        addAttributes(section, frame);
        return section;
    }

    private static void addAttributes(PageSection section, Layer layer) {
        if (layer.attributes().isEmpty()) {
            return;
        }
        PlainTable table = new PlainTable("Attributes", List.of("Attribute", "Values", "Rules"));
        for (Attribute attribute : layer.attributes()) {
            table.addRow(
                    named(attribute.name(), attribute.id(), null),
                    new Text(values(attribute)),
                    new Text(rules(attribute)));
        }
        section.add(table);
    }

    private static PageSection relations(List<RelationType> relations) {
        PlainTable table = new PlainTable("Relations", List.of("Relation", "Ties", "Within"));
        for (RelationType relation : relations) {
            table.addRow(
                    named(relation.name(), relation.id(), null),
                    new Text("%s %s %s".formatted(relation.from(), relation.symmetric() ? "↔" : "→", relation.to())),
                    new Text(relation.scope() == RelationType.Scope.PROJECT ? "the project" : "one document"));
        }
        return new PageSection("Relations", table);
    }

    private static PageSection checks(List<Check> checks) {
        PlainTable table = new PlainTable("Checks", List.of("Check", "Before submission", "Looks at"));
        for (Check check : checks) {
            String when = check.when()
                    .map(ConditionWords::of)
                    .map(words -> "When " + words + ": ")
                    .orElse("");
            table.addRow(
                    new Text(text(check.name(), check.id())),
                    new Text(
                            switch (check.severity()) {
                                case ERROR -> "blocks";
                                case WARN -> "asks once";
                                case HINT -> "is shown";
                            }),
                    new Text(when + ConditionWords.of(check.require())));
        }
        return new PageSection("Checks", table);
    }

    private static Component named(Map<String, String> name, String id, @Nullable Integer colour) {
        Span words = new Span(text(name, id));
        if (colour != null) {
            words.addClassNames("scheme-hue", "scheme-hue-" + colour);
        }
        Span named = new Span(words);
        named.addClassName("scheme-name");
        if (!text(name, id).equals(id)) {
            Span code = new Span(id);
            code.addClassName("scheme-id");
            named.add(code);
        }
        return named;
    }

    private static Component key(@Nullable String key) {
        Span span = new Span(key == null ? "" : key);
        if (key != null) {
            span.addClassName("scheme-key");
        }
        return span;
    }

    private static String count(FrameRole role) {
        String most = role.max() == Integer.MAX_VALUE ? "or more" : "to " + role.max();
        String count = role.max() == role.min() ? "" + role.min() : "%d %s".formatted(role.min(), most);
        return role.allowEmptyAsImplicit() ? count + ", or understood" : count;
    }

    private static String fillers(FrameRole role) {
        String filler = switch (role.type()) {
            case SPAN -> "words of the text";
            case MENTION -> role.labels().isEmpty() ? "any mention" : String.join(", ", role.labels());
            case FRAME -> "another claim";
        };
        return role.constants().isEmpty() ? filler : "%s; or %s".formatted(filler, String.join(", ", role.constants()));
    }

    private static String values(Attribute attribute) {
        return attribute.values().isEmpty()
                ? attribute.type().name().toLowerCase(Locale.ROOT)
                : String.join(attribute.type() == Attribute.Type.SCALE ? " < " : ", ", attribute.values());
    }

    private static String rules(Attribute attribute) {
        List<String> rules = new ArrayList<>();
        if (attribute.type() == Attribute.Type.CHOICES) {
            rules.add("several may be chosen");
        }
        if (attribute.required()) {
            rules.add("required");
        }
        if (attribute.defaultValue() != null) {
            rules.add("usually " + attribute.defaultValue());
        }
        if (attribute.maxLength() != null) {
            rules.add("at most %d characters".formatted(attribute.maxLength()));
        }
        attribute.showWhen().ifPresent(condition -> rules.add("asked when " + ConditionWords.of(condition)));
        if (!attribute.inAgreement()) {
            rules.add("not compared");
        }
        return String.join("; ", rules);
    }

    private static String text(Map<String, String> byLanguage, String otherwise) {
        String english = byLanguage.get("en");
        return english != null
                ? english
                : byLanguage.values().stream().findFirst().orElse(otherwise);
    }
}
