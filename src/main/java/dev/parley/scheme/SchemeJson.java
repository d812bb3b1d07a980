package dev.parley.scheme;

import java.util.regex.Pattern;
import org.yaml.snakeyaml.DumperOptions;
import org.yaml.snakeyaml.DumperOptions.FlowStyle;
import org.yaml.snakeyaml.Yaml;
import tools.jackson.databind.json.JsonMapper;

/**
 * Writes a scheme with its defaults filled in, in the structure of its YAML form: keys with hyphens, {@code layers} an object
 * by layer id. The same scheme gives the same bytes. {@link SchemeReader} reads it back.
 */
public final class SchemeJson {

    private static final JsonMapper MAPPER = JsonMapper.builder().build();

    /** A backslash before a slash that is not itself escaped. */
    private static final Pattern ESCAPED_SLASH = Pattern.compile("(?<!\\\\)((?:\\\\\\\\)*+)\\\\/");

    private SchemeJson() {}

    public static String write(Scheme scheme) {
        return MAPPER.writeValueAsString(SchemeTree.of(scheme));
    }

    /** The same as YAML, one entry a line, for people who sent JSON and want to read it. */
    public static String writeYaml(Scheme scheme) {
        DumperOptions options = new DumperOptions();
        options.setDefaultFlowStyle(FlowStyle.BLOCK);
        options.setSplitLines(false);
        return new Yaml(options).dump(SchemeTree.of(scheme));
    }

    static boolean isJson(String text) {
        return text.stripLeading().startsWith("{");
    }

    /**
     * JSON as the reader can take it. YAML 1.1 knows no tabs between things, where JSON has them only there, and no
     * escaped slash. Lines stay what they are.
     */
    static String readable(String json) {
        return ESCAPED_SLASH.matcher(json.replace('\t', ' ')).replaceAll("$1/");
    }
}
