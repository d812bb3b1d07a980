package dev.parley.exchange.training;

import dev.parley.exchange.Bundle;
import dev.parley.exchange.Form;
import dev.parley.exchange.Format;
import dev.parley.exchange.JsonOutput;
import dev.parley.exchange.Losses;
import dev.parley.exchange.Outgoing;
import dev.parley.exchange.words.Segmenter;
import dev.parley.scheme.Label;
import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Every training view in one zip, with the order of the tags and, for each view, what it lost. */
final class AllViews implements Form {

    private final List<Form> views;

    AllViews(List<Form> views) {
        this.views = List.copyOf(views);
    }

    @Override
    public Format format() {
        return Format.VIEWS;
    }

    @Override
    public void write(Outgoing project, OutputStream out, Losses losses) throws IOException {
        Bundle zip = new Bundle(out);
        Map<String, Object> lost = new LinkedHashMap<>();
        for (Form view : views) {
            Losses own = new Losses();
            zip.add(
                    "%s.%s".formatted(view.format().id(), view.format().extension()),
                    entry -> view.write(project, entry, own));
            own.report()
                    .forEach(loss -> losses.add(
                            view.format().id() + ": " + loss.what(),
                            loss.count(),
                            loss.examples().getFirst()));
            lost.put(
                    view.format().id(),
                    own.report().stream()
                            .map(loss -> {
                                Map<String, Object> line = new LinkedHashMap<>();
                                line.put("what", loss.what());
                                line.put("count", loss.count());
                                line.put("examples", loss.examples());
                                return line;
                            })
                            .toList());
        }
        zip.add(
                "labels.json",
                entry -> JsonOutput.writePretty(entry, json -> JsonOutput.writeValue(json, tags(project))));
        lost.put("segmenter", Segmenter.version());
        lost.put("offsetUnit", "unicode-code-point");
        zip.add("losses.json", entry -> JsonOutput.writePretty(entry, json -> JsonOutput.writeValue(json, lost)));
        zip.finish();
    }

    /** The tags of each scheme in the order that gives them their number: O first, then label by label. */
    private static Map<String, List<String>> tags(Outgoing project) {
        Map<String, List<String>> tags = new LinkedHashMap<>();
        for (Tagging tagging : Tagging.values()) {
            List<String> order = new ArrayList<>(List.of("O"));
            project.source().definition().spanLayers().stream()
                    .flatMap(layer -> layer.labels().stream())
                    .map(Label::id)
                    .forEach(label ->
                            tagging.letters().chars().forEach(letter -> order.add((char) letter + "-" + label)));
            tags.put(tagging.id(), order);
        }
        return tags;
    }
}
