package dev.parley.annotation;

import dev.parley.annotation.CarryRepository.Step;
import dev.parley.document.DocumentId;
import dev.parley.document.DocumentText;
import dev.parley.document.RevisionService;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** Knows which of a document's texts the edits of a set speak of. */
@Component
class LogTexts {

    private final CarryRepository carries;
    private final RevisionService revisions;

    LogTexts(CarryRepository carries, RevisionService revisions) {
        this.carries = carries;
        this.revisions = revisions;
    }

    /** Edits as people read them, each with the words it was about. */
    List<HistoryEntry> inWords(UUID set, DocumentId document, DocumentText now, List<LogEntry> entries) {
        List<Step> steps = carries.steps(set);
        Map<Integer, DocumentText> texts = new HashMap<>();
        return entries.stream()
                .map(entry -> entry.inWords(steps.stream()
                        .filter(step -> speaksOf(entry, step))
                        .findFirst()
                        .map(step -> texts.computeIfAbsent(step.left(), left -> revisions.text(document, left)))
                        .orElse(now)))
                .toList();
    }

    /** Whether an edit was made before a text was left; one that took a mark out when it was left has its words there too. */
    private static boolean speaksOf(LogEntry entry, Step step) {
        return entry.sequence() <= (entry.after() == null ? step.carried() : step.last());
    }
}
