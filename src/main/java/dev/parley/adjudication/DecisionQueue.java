package dev.parley.adjudication;

import dev.parley.agreement.Disagreement;
import dev.parley.document.DocumentId;
import dev.parley.document.DocumentText;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** All disagreements of a project, with what makes one more urgent than another. */
final class DecisionQueue {

    private record Entry(
            Docket docket, Disagreement disagreement, QueueItem.Place place, Optional<Likeness> likeness) {}

    private final List<Entry> entries = new ArrayList<>();
    private final Map<String, Entry> byId = new HashMap<>();
    private final Map<Likeness, Integer> openAlike = new HashMap<>();
    private final Map<DocumentId, Dependents> dependents = new HashMap<>();
    private final Function<DocumentId, DocumentText> texts;
    private final Map<String, Question> questions;
    private final Beliefs beliefs;
    private final Pace pace;

    /**
     * @param dockets in the order of reading
     * @param texts asked only for documents that have disagreements
     * @param questions those that stand, by disagreement
     */
    DecisionQueue(
            Collection<Docket> dockets, Function<DocumentId, DocumentText> texts, Map<String, Question> questions) {
        this.texts = texts;
        this.questions = questions;
        this.beliefs = Beliefs.of(dockets);
        this.pace = new Pace(
                dockets.stream().flatMap(docket -> docket.decisions().stream()).toList());
        int document = 0;
        for (Docket docket : dockets) {
            int inDocument = 0;
            for (Disagreement disagreement : docket.disagreements()) {
                DocumentText text = texts.apply(docket.document().id());
                Optional<Likeness> likeness = Likeness.of(disagreement, text);
                Entry entry = new Entry(docket, disagreement, new QueueItem.Place(document, inDocument++), likeness);
                entries.add(entry);
                byId.put(disagreement.id(), entry);
                if (docket.decision(disagreement.id()).isEmpty()) {
                    likeness.ifPresent(found -> openAlike.merge(found, 1, Integer::sum));
                }
            }
            document++;
        }
    }

    List<QueueItem> items(QueueFilter filter) {
        return entries.stream()
                .map(this::item)
                .filter(filter::includes)
                .sorted(filter.comparator())
                .toList();
    }

    Optional<QueueItem> item(String id) {
        return Optional.ofNullable(byId.get(id)).map(this::item);
    }

    private QueueItem item(Entry entry) {
        Disagreement disagreement = entry.disagreement;
        Optional<Decision> decision = entry.docket.decision(disagreement.id());
        int alike = decision.isPresent()
                ? 1
                : entry.likeness
                        .map(likeness -> openAlike.getOrDefault(likeness, 1))
                        .orElse(1);
        int resting = dependents
                .computeIfAbsent(disagreement.document(), id -> Dependents.of(entry.docket.alignment()))
                .count(disagreement.id());
        double wrong = beliefs.wrong(disagreement);
        return new QueueItem(
                disagreement,
                entry.place,
                Likeness.words(disagreement, texts.apply(disagreement.document())),
                wrong,
                wrong * (1 + resting) * alike / pace.seconds(disagreement.cause()),
                alike,
                decision,
                Optional.ofNullable(questions.get(disagreement.id())));
    }

    /** Over everything that is open in the project. */
    ErrorsLeft errorsLeft() {
        return ErrorsLeft.of(entries.stream()
                .filter(entry -> entry.docket.decision(entry.disagreement.id()).isEmpty())
                .map(entry -> beliefs.wrong(entry.disagreement))
                .toList());
    }

    int open() {
        return entries.size() - decided();
    }

    int decided() {
        return (int) entries.stream()
                .filter(entry -> entry.docket.decision(entry.disagreement.id()).isPresent())
                .count();
    }

    Beliefs beliefs() {
        return beliefs;
    }

    /** The open ones that look like this one, itself left out. */
    List<Disagreement> alike(Disagreement disagreement) {
        Optional<Likeness> likeness = Likeness.of(disagreement, texts.apply(disagreement.document()));
        return entries.stream()
                .filter(entry -> likeness.isPresent() && entry.likeness.equals(likeness))
                .filter(entry -> entry.docket.decision(entry.disagreement.id()).isEmpty())
                .map(Entry::disagreement)
                .filter(other -> !other.id().equals(disagreement.id()))
                .toList();
    }
}
