package dev.parley.exchange.foreign;

import dev.parley.exchange.foreign.Cas.Reference;
import dev.parley.exchange.foreign.Cas.Structure;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

/** Writes XMI, UIMA's XML: an element per structure, named by its type, and the type system as a file of its own. */
final class XmiWriter {

    private static final XMLOutputFactory FACTORY = XMLOutputFactory.newDefaultFactory();
    private static final String XMI = "http://www.omg.org/XMI";
    private static final String NAMESPACE = "http:///%s.ecore";

    private XmiWriter() {}

    static void write(Cas cas, OutputStream out) throws IOException {
        try {
            Map<String, String> prefixes = prefixes(cas);
            XMLStreamWriter xml = FACTORY.createXMLStreamWriter(out, StandardCharsets.UTF_8.name());
            xml.writeStartDocument("UTF-8", "1.0");
            xml.writeStartElement("xmi", "XMI", XMI);
            xml.writeNamespace("xmi", XMI);
            for (var prefix : prefixes.entrySet()) {
                xml.writeNamespace(
                        prefix.getValue(), NAMESPACE.formatted(prefix.getKey().replace('.', '/')));
            }
            xml.writeAttribute("xmi", XMI, "version", "2.0");
            empty(xml, "cas", "NULL", 0);
            for (Structure structure : cas.structures()) {
                write(xml, structure, prefixes);
            }
            empty(xml, "cas", "Sofa", 1);
            xml.writeAttribute("sofaNum", "1");
            xml.writeAttribute("sofaID", "_InitialView");
            xml.writeAttribute("mimeType", "text");
            xml.writeAttribute("sofaString", cas.text().value());
            xml.writeEmptyElement("cas", "View", NAMESPACE.formatted("uima/cas"));
            xml.writeAttribute("sofa", "1");
            xml.writeAttribute(
                    "members",
                    cas.structures().stream()
                            .filter(structure -> !structure.type().equals(Cas.LINK))
                            .map(structure -> String.valueOf(structure.id()))
                            .collect(Collectors.joining(" ")));
            xml.writeEndElement();
            xml.writeEndDocument();
            xml.flush();
        } catch (XMLStreamException e) {
            throw new IOException(e);
        }
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

    private static void empty(XMLStreamWriter xml, String prefix, String name, int id) throws XMLStreamException {
        xml.writeEmptyElement(prefix, name, NAMESPACE.formatted("uima/cas"));
        xml.writeAttribute("xmi", XMI, "id", Integer.toString(id));
    }

    private static void write(XMLStreamWriter xml, Structure structure, Map<String, String> prefixes)
            throws XMLStreamException {
        int dot = structure.type().lastIndexOf('.');
        String space = structure.type().substring(0, dot);
        xml.writeEmptyElement(
                prefixes.getOrDefault(space, ""),
                structure.type().substring(dot + 1),
                NAMESPACE.formatted(space.replace('.', '/')));
        xml.writeAttribute("xmi", XMI, "id", Integer.toString(structure.id()));
        if (!structure.type().equals(Cas.LINK)) {
            xml.writeAttribute("sofa", "1");
        }
        for (var feature : structure.features().entrySet()) {
            xml.writeAttribute(feature.getKey(), value(feature.getValue()));
        }
    }

    private static String value(Object value) {
        return switch (value) {
            case Reference(int id) -> Integer.toString(id);
            case List<?> many -> many.stream().map(XmiWriter::value).collect(Collectors.joining(" "));
            default -> String.valueOf(value);
        };
    }

    static void writeTypes(Map<String, Map<String, String>> types, OutputStream out) throws IOException {
        try {
            XMLStreamWriter xml = FACTORY.createXMLStreamWriter(out, StandardCharsets.UTF_8.name());
            xml.writeStartDocument("UTF-8", "1.0");
            xml.writeStartElement("typeSystemDescription");
            xml.writeDefaultNamespace("http://uima.apache.org/resourceSpecifier");
            element(xml, "name", "Parley");
            xml.writeStartElement("types");
            for (var type : types.entrySet()) {
                xml.writeStartElement("typeDescription");
                element(xml, "name", type.getKey());
                element(xml, "supertypeName", Cas.supertype(type.getKey()));
                xml.writeStartElement("features");
                for (var feature : type.getValue().entrySet()) {
                    xml.writeStartElement("featureDescription");
                    element(xml, "name", feature.getKey());
                    element(xml, "rangeTypeName", feature.getValue());
                    if (feature.getValue().equals("uima.cas.FSArray")) {
                        element(xml, "elementType", Cas.LINK);
                    }
                    xml.writeEndElement();
                }
                xml.writeEndElement();
                xml.writeEndElement();
            }
            xml.writeEndElement();
            xml.writeEndElement();
            xml.writeEndDocument();
            xml.flush();
        } catch (XMLStreamException e) {
            throw new IOException(e);
        }
    }

    private static void element(XMLStreamWriter xml, String name, String text) throws XMLStreamException {
        xml.writeStartElement(name);
        xml.writeCharacters(text);
        xml.writeEndElement();
    }
}
