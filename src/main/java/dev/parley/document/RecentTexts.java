package dev.parley.document;

import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Function;

/** Texts that were asked for lately. They never change, so the only question is how many to hold. */
final class RecentTexts {

    /** In UTF-16 units: some 32 MB of heap at worst. */
    private static final long MOST = 16_000_000;

    private final Map<DocumentId, DocumentText> texts = new LinkedHashMap<>(16, 0.75f, true);
    private long held;

    DocumentText get(DocumentId id, Function<DocumentId, DocumentText> load) {
        synchronized (texts) {
            DocumentText text = texts.get(id);
            if (text != null) {
                return text;
            }
        }
        DocumentText loaded = load.apply(id);
        synchronized (texts) {
            if (texts.putIfAbsent(id, loaded) == null) {
                held += loaded.utf16();
                dropOldest();
            }
        }
        return loaded;
    }

    private void dropOldest() {
        Iterator<DocumentText> oldest = texts.values().iterator();
        while (held > MOST && texts.size() > 1 && oldest.hasNext()) {
            held -= oldest.next().utf16();
            oldest.remove();
        }
    }
}
