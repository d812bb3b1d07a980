package dev.parley.exchange;

import dev.parley.document.DocumentText;
import dev.parley.document.Span;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import tools.jackson.databind.JsonNode;

/** What a schema cannot say about a record: texts equal slices, ids are unique, references lead somewhere. */
final class SecondPass {

    private final JsonNode record;
    private final DocumentText text;
    private final List<String> faults = new ArrayList<>();

    private SecondPass(JsonNode record) {
        this.record = record;
        this.text = DocumentText.of(record.get("text").asString());
    }

    /** The faults found; none if the record is sound. */
    static List<String> faults(JsonNode record) {
        return new SecondPass(record).check();
    }

    private List<String> check() {
        expect(text.sha256().equals(record.get("textSha256").asString()), "hash of the text");
        expect(text.codePoints() == record.at("/length/codePoints").asInt(), "length in code points");
        expect(text.utf16() == record.at("/length/utf16").asInt(), "length in UTF-16 units");
        if (!record.get("gold").isNull()) {
            checkLayers(record.get("gold"));
        }
        record.get("annotations").forEach(this::checkLayers);
        return faults;
    }

    private void checkLayers(JsonNode layers) {
        Set<String> mentions = ids(layers.get("mentions"));
        Set<String> claims = ids(layers.get("claims"));
        layers.get("mentions").forEach(mention -> mention.get("spans").forEach(this::checkSpan));
        for (JsonNode claim : layers.get("claims")) {
            claim.path("content").forEach(this::checkSpan);
            claim.path("cue").forEach(this::checkSpan);
            for (String role : List.of("source", "addressee", "target", "via")) {
                for (JsonNode party : claim.path(role)) {
                    expect(
                            !party.has("mention")
                                    || mentions.contains(party.get("mention").asString()),
                            role + " " + party);
                }
            }
            expect(!claim.has("parent") || claims.contains(claim.get("parent").asString()), "parent of " + claim);
        }
        for (JsonNode relation : layers.get("relations")) {
            for (String end : List.of("from", "to")) {
                JsonNode at = relation.get(end);
                expect(at.has("document") || claims.contains(at.get("claim").asString()), "end of " + relation);
            }
        }
        for (JsonNode support : layers.path("support")) {
            String item = support.get("item").asString();
            expect(
                    mentions.contains(item)
                            || claims.contains(item)
                            || ids(layers.get("relations")).contains(item),
                    "support of " + item);
        }
    }

    private void checkSpan(JsonNode span) {
        int start = span.get("start").asInt();
        int end = span.get("end").asInt();
        boolean inText = start < end && end <= text.codePoints();
        expect(inText, "span " + span);
        if (!inText) {
            return;
        }
        expect(text.slice(new Span(start, end)).equals(span.get("text").asString()), "words of " + span);
        expect(span.has("utf16") == text.hasAstral(), "UTF-16 offsets of " + span);
        if (span.has("utf16")) {
            String byUtf16 = text.value()
                    .substring(span.at("/utf16/0").asInt(), span.at("/utf16/1").asInt());
            expect(byUtf16.equals(span.get("text").asString()), "UTF-16 slice of " + span);
        }
    }

    private Set<String> ids(JsonNode items) {
        Set<String> ids = new HashSet<>();
        items.forEach(item -> expect(ids.add(item.get("id").asString()), "id twice in " + item));
        return ids;
    }

    private void expect(boolean holds, String what) {
        if (!holds) {
            faults.add(what);
        }
    }
}
