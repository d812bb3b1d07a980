package dev.parley.scheme;

import java.io.StringReader;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.error.Mark;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;
import org.yaml.snakeyaml.nodes.Tag;
import org.yaml.snakeyaml.reader.ReaderException;

/**
 * Turns a YAML text into nodes and refuses what could harm: too much of it, too deep, too often repeated, or with tags
 * that ask for Java types. Only the composer is used, never the constructor, so no object is ever made from the text.
 */
final class YamlText {

    static final int MOST_CHARACTERS = 200_000;
    private static final int DEEPEST = 30;
    private static final int MOST_ALIASES = 50;
    /** Aliases repeat what they point to; counted as often as it is repeated. */
    private static final int MOST_NODES = 50_000;

    private static final Set<Tag> PLAIN_TAGS = Set.of(
            Tag.MAP, Tag.SEQ, Tag.STR, Tag.INT, Tag.FLOAT, Tag.BOOL, Tag.NULL, Tag.TIMESTAMP, Tag.MERGE, Tag.YAML);

    private final String source;
    private final Faults faults;
    private int nodes;

    private YamlText(String source, Faults faults) {
        this.source = source.startsWith("\uFEFF") ? source.substring(1) : source;
        this.faults = faults;
    }

    /** The root of the text; absent, with a fault, if there is none that may be read. */
    static Optional<YamlValue> root(String source, Faults faults) {
        return new YamlText(source, faults).root();
    }

    private Optional<YamlValue> root() {
        if (source.length() > MOST_CHARACTERS) {
            faults.add(
                    1,
                    "",
                    "The text has %,d characters; a scheme may have %,d.".formatted(source.length(), MOST_CHARACTERS));
            return Optional.empty();
        }
        Node root = compose();
        if (root == null || !isHarmless(root, 1)) {
            if (faults.none()) {
                faults.add(1, "", "The text is empty; a scheme begins with \"parley-schema: 1\".");
            }
            return Optional.empty();
        }
        return Optional.of(new YamlValue(root, "", faults));
    }

    private @Nullable Node compose() {
        LoaderOptions options = new LoaderOptions();
        options.setNestingDepthLimit(DEEPEST);
        options.setMaxAliasesForCollections(MOST_ALIASES);
        try {
            return new Yaml(options).compose(new StringReader(source));
        } catch (MarkedYAMLException e) {
            faults.add(lineOf(e), "", sentence(e));
        } catch (ReaderException e) {
            faults.add(
                    lineAt(e.getPosition()),
                    "",
                    "The character U+%04X may not stand in YAML.".formatted(e.getCodePoint()));
        } catch (YAMLException e) {
            faults.add(1, "", "This YAML cannot be read: %s.".formatted(e.getMessage()));
        }
        return null;
    }

    private static int lineOf(MarkedYAMLException e) {
        Mark mark = e.getProblemMark() != null ? e.getProblemMark() : e.getContextMark();
        return mark == null ? 1 : mark.getLine() + 1;
    }

    private static String sentence(MarkedYAMLException e) {
        String problem = e.getProblem() == null ? "it ends too early" : e.getProblem();
        return e.getContext() == null
                ? "This is not YAML: %s.".formatted(problem)
                : "This is not YAML: %s, %s.".formatted(e.getContext(), problem);
    }

    private int lineAt(int position) {
        return 1
                + (int) source.codePoints()
                        .limit(position)
                        .filter(c -> c == '\n')
                        .count();
    }

    private boolean isHarmless(Node node, int depth) {
        if (depth > DEEPEST || ++nodes > MOST_NODES) {
            refuse(node, "The aliases here unfold into too much, or into themselves; write it out once.");
            return false;
        }
        if (!PLAIN_TAGS.contains(node.getTag())) {
            refuse(node, "The tag %s is not read here.".formatted(node.getTag().getValue()));
            return false;
        }
        return switch (node) {
            case MappingNode mapping -> areHarmless(mapping, depth);
            case SequenceNode sequence -> sequence.getValue().stream().allMatch(item -> isHarmless(item, depth + 1));
            case ScalarNode _ -> true;
            default -> false;
        };
    }

    private boolean areHarmless(MappingNode mapping, int depth) {
        for (NodeTuple entry : mapping.getValue()) {
            if (!isHarmless(entry.getKeyNode(), depth + 1) || !isHarmless(entry.getValueNode(), depth + 1)) {
                return false;
            }
        }
        return true;
    }

    private void refuse(Node node, String message) {
        faults.add(node.getStartMark().getLine() + 1, "", message);
    }
}
