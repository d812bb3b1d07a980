package dev.parley.adjudication;

import dev.parley.document.DocumentId;
import dev.parley.project.ProjectId;
import java.util.HashMap;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The aligned documents at hand, the least recently used first. They may take a third of the memory. */
final class AlignedMemory {

    /** Bytes an annotation takes in an alignment, measured on generated sets. */
    private static final int BYTES = 600;

    /** A project beyond this share of the room is not gone on with: what is left is for single documents. */
    private static final double FULL = 0.95;

    private final long most;
    private final Map<DocumentId, Kept> kept = new LinkedHashMap<>(16, 0.75f, true);
    private final Map<ProjectId, Long> weights = new HashMap<>();
    private long weight;

    /** @param bytes there are for everything */
    AlignedMemory(long bytes) {
        most = bytes / 3 / BYTES;
    }

    /**
     * One document.
     *
     * @param source what the reading came from
     * @param others the documents its relations lead to
     */
    record Kept(Heads.Source source, List<DocumentId> others, Aligned reading) {

        DocumentId document() {
            return reading.alignment().document().id();
        }

        private ProjectId project() {
            return reading.alignment().document().project();
        }
    }

    /** How a document was looked at last, whatever changed since. */
    synchronized Optional<Kept> find(DocumentId document) {
        return Optional.ofNullable(kept.get(document));
    }

    /** Whether more of this project would be kept. */
    synchronized boolean hasRoom(ProjectId project) {
        return weights.getOrDefault(project, 0L) < FULL * most;
    }

    /**
     * Keeps a document, if need be instead of documents of other projects.
     *
     * @param makesRoom whether documents of its own project may go for it, too; going through a project that does not fit
     *     would push out each document before it is asked for again
     */
    synchronized void keep(Kept fresh, boolean makesRoom) {
        Optional.ofNullable(kept.remove(fresh.document())).ifPresent(before -> add(before, -1));
        long needed = fresh.reading.weight();
        if (!makesRoom && weights.getOrDefault(fresh.project(), 0L) + needed > most) {
            return;
        }
        Iterator<Kept> oldest = kept.values().iterator();
        while (weight + needed > most && oldest.hasNext()) {
            Kept one = oldest.next();
            if (makesRoom || !one.project().equals(fresh.project())) {
                oldest.remove();
                add(one, -1);
            }
        }
        kept.put(fresh.document(), fresh);
        add(fresh, 1);
    }

    private void add(Kept one, int sign) {
        long change = sign * (long) one.reading.weight();
        weight += change;
        weights.merge(one.project(), change, Long::sum);
    }
}
