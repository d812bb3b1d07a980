package dev.parley.exchange.foreign;

import dev.parley.exchange.foreign.Cas.Reference;
import dev.parley.exchange.foreign.Cas.Structure;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * Writes XMI, UIMA's XML: an element per structure, named by its type, and the type system as a file of its own. By hand,
 * because the platform's writer leaves line ends in attributes as they are, and every reader makes blanks of those.
 */
final class XmiWriter {

    private static final String HEAD = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n";

    private final Writer out;

    private XmiWriter(OutputStream out) throws IOException {
        this.out = new BufferedWriter(new OutputStreamWriter(out, StandardCharsets.UTF_8));
        this.out.write(HEAD);
    }

    static void write(Cas cas, OutputStream out) throws IOException {
        new XmiWriter(out).write(cas);
    }

    static void writeTypes(Map<String, Map<String, String>> types, OutputStream out) throws IOException {
        new XmiWriter(out).write(types);
    }

    private void write(Cas cas) throws IOException {
        Map<String, String> prefixes = prefixes(cas);
        out.write("<xmi:XMI xmlns:xmi=\"http://www.omg.org/XMI\"");
        for (var prefix : prefixes.entrySet()) {
            attribute(
                    "xmlns:" + prefix.getValue(),
                    "http:///%s.ecore".formatted(prefix.getKey().replace('.', '/')));
        }
        attribute("xmi:version", "2.0");
        out.write("><cas:NULL xmi:id=\"0\"/>");
        for (Structure structure : cas.structures()) {
            write(structure, prefixes);
        }
        out.write("<cas:Sofa xmi:id=\"1\" sofaNum=\"1\" sofaID=\"_InitialView\" mimeType=\"text\"");
        attribute("sofaString", cas.text().value());
        out.write("/><cas:View sofa=\"1\"");
        attribute(
                "members",
                cas.structures().stream()
                        .filter(structure -> !structure.type().equals(Cas.LINK))
                        .map(structure -> String.valueOf(structure.id()))
                        .collect(Collectors.joining(" ")));
        out.write("/></xmi:XMI>\n");
        out.flush();
    }

    private static Map<String, String> prefixes(Cas cas) {
        Map<String, String> prefixes = new LinkedHashMap<>();
        prefixes.put("uima.cas", "cas");
        for (Structure structure : cas.structures()) {
            String space = structure.type().substring(0, structure.type().lastIndexOf('.'));
            prefixes.computeIfAbsent(space, _ -> "t" + prefixes.size());
        }
        return prefixes;
    }

    private void write(Structure structure, Map<String, String> prefixes) throws IOException {
        int dot = structure.type().lastIndexOf('.');
        String prefix = prefixes.getOrDefault(structure.type().substring(0, dot), "cas");
        out.write("<%s:%s".formatted(prefix, structure.type().substring(dot + 1)));
        attribute("xmi:id", Integer.toString(structure.id()));
        if (!structure.type().equals(Cas.LINK)) {
            attribute("sofa", "1");
        }
        for (var feature : structure.features().entrySet()) {
            attribute(feature.getKey(), value(feature.getValue()));
        }
        out.write("/>");
    }

    private static String value(Object value) {
        return switch (value) {
            case Reference(int id) -> Integer.toString(id);
            case List<?> many -> many.stream().map(XmiWriter::value).collect(Collectors.joining(" "));
            default -> String.valueOf(value);
        };
    }

    private void write(Map<String, Map<String, String>> types) throws IOException {
        out.write(
                "<typeSystemDescription xmlns=\"http://uima.apache.org/resourceSpecifier\"><name>Parley</name><types>\n");
        for (var type : types.entrySet()) {
            out.write("<typeDescription><name>%s</name><supertypeName>%s</supertypeName><features>\n"
                    .formatted(type.getKey(), Cas.supertype(type.getKey())));
            for (var feature : type.getValue().entrySet()) {
                out.write("<featureDescription><name>%s</name><rangeTypeName>%s</rangeTypeName>"
                        .formatted(feature.getKey(), feature.getValue()));
                if (feature.getValue().equals("uima.cas.FSArray")) {
                    out.write("<elementType>%s</elementType>".formatted(Cas.LINK));
                }
                out.write("</featureDescription>\n");
            }
            out.write("</features></typeDescription>\n");
        }
        out.write("</types></typeSystemDescription>\n");
        out.flush();
    }

    private void attribute(String name, String value) throws IOException {
        out.write(' ');
        out.write(name);
        out.write("=\"");
        out.write(value.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;")
                .replace("\t", "&#9;")
                .replace("\n", "&#10;"));
        out.write('"');
    }
}
