package dev.parley.document;

import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Supplier;

/** Texts that were asked for lately, by their hash. They never change, so the only question is how many to hold. */
final class RecentTexts {

    /** In UTF-16 units: some 32 MB of heap at worst. */
    private static final long MOST = 16_000_000;

    private final Map<String, DocumentText> texts = new LinkedHashMap<>(16, 0.75f, true);
    private long held;

    DocumentText get(String sha256, Supplier<DocumentText> load) {
        synchronized (texts) {
            DocumentText text = texts.get(sha256);
            if (text != null) {
                return text;
            }
        }
        DocumentText loaded = load.get();
        synchronized (texts) {
            if (texts.putIfAbsent(sha256, loaded) == null) {
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
