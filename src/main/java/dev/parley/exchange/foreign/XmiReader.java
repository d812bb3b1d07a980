package dev.parley.exchange.foreign;

import dev.parley.exchange.foreign.CasReading.Structure;
import dev.parley.problem.ProblemException;
import java.io.ByteArrayInputStream;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Stream;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/** Reads UIMA's XMI without its type system: what an attribute refers to is told by its name. */
final class XmiReader {

    private static final String XMI = "http://www.omg.org/XMI";
    private static final Set<String> SINGLE = Set.of("Governor", "Dependent", "target");

    private XmiReader() {}

    static void read(ForeignFile file, Consumer<RawDocument> found) {
        file.entries(name -> name.endsWith(".xmi"), entry -> found.accept(document(entry.name(), entry.bytes())));
    }

    private static RawDocument document(String name, byte[] bytes) {
        XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        String text = null;
        String language = "";
        List<Structure> structures = new ArrayList<>();
        try {
            XMLStreamReader xml = factory.createXMLStreamReader(new ByteArrayInputStream(bytes));
            while (xml.hasNext()) {
                if (xml.next() != XMLStreamConstants.START_ELEMENT || xml.getAttributeValue(XMI, "id") == null) {
                    continue;
                }
                if (xml.getLocalName().equals("Sofa")) {
                    text = xml.getAttributeValue(null, "sofaString");
                    continue;
                }
                Structure structure = structure(xml);
                structures.add(structure);
                language = structure.features().getOrDefault("language", language);
            }
        } catch (XMLStreamException | NumberFormatException e) {
            throw ProblemException.invalid("“%s” is not XMI that can be read: %s; nothing was imported."
                    .formatted(
                            name,
                            String.valueOf(e.getMessage()).lines().findFirst().orElse("")));
        }
        if (text == null) {
            throw ProblemException.invalid("“%s” holds no text (sofaString); nothing was imported.".formatted(name));
        }
        return CasReading.document(name, text, language, structures);
    }

    private static Structure structure(XMLStreamReader xml) {
        Map<String, String> features = new LinkedHashMap<>();
        Map<String, List<Integer>> references = new LinkedHashMap<>();
        for (int i = 0; i < xml.getAttributeCount(); i++) {
            String feature = xml.getAttributeLocalName(i);
            String value = xml.getAttributeValue(i);
            if (XMI.equals(xml.getAttributeNamespace(i))) {
                continue;
            }
            if (SINGLE.contains(feature)
                    || (value.matches("\\d+( \\d+)*")
                            && !feature.equals("begin")
                            && !feature.equals("end")
                            && !feature.equals("sofa"))) {
                references.put(
                        feature,
                        Stream.of(value.split(" ")).map(Integer::valueOf).toList());
            }
            if (!SINGLE.contains(feature) && !feature.equals("roles")) {
                features.put(feature, value);
            }
        }
        return new Structure(
                Integer.parseInt(xml.getAttributeValue(XMI, "id")), xml.getLocalName(), features, references);
    }
}
