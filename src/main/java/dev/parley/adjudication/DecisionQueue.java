package dev.parley.adjudication;

import dev.parley.agreement.Disagreement;
import dev.parley.document.DocumentId;
import dev.parley.document.DocumentText;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;

/** All disagreements of a project, with what makes one more urgent than another. */
final class DecisionQueue {

    private record Entry(Docket docket, Disagreement disagreement, QueueItem.Place place, Aligned.Look look) {}

    private final List<Entry> entries = new ArrayList<>();
    private final Map<String, Entry> byId = new HashMap<>();
    private final Map<Likeness, Integer> openAlike = new HashMap<>();
    private final Map<String, Question> questions;
    private final Beliefs beliefs;
    private final Pace pace;

    /**
     * @param dockets in the order of reading
     * @param beliefs about all of them
     * @param texts asked only for documents that have disagreements, and only once
     * @param questions those that stand, by disagreement
     */
    DecisionQueue(
            Collection<Docket> dockets,
            Beliefs beliefs,
            Function<DocumentId, DocumentText> texts,
            Map<String, Question> questions) {
        this.questions = questions;
        this.beliefs = beliefs;
        this.pace = new Pace(
                dockets.stream().flatMap(docket -> docket.decisions().stream()).toList());
        int document = 0;
        for (Docket docket : dockets) {
            Map<String, Aligned.Look> looks =
                    docket.looks(() -> texts.apply(docket.document().id()));
            int inDocument = 0;
            for (Disagreement disagreement : docket.disagreements()) {
                Aligned.Look look = Objects.requireNonNull(looks.get(disagreement.id()));
                Entry entry = new Entry(docket, disagreement, new QueueItem.Place(document, inDocument++), look);
                entries.add(entry);
                byId.put(disagreement.id(), entry);
                if (docket.decision(disagreement.id()).isEmpty()) {
                    look.likeness().ifPresent(found -> openAlike.merge(found, 1, Integer::sum));
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
                : entry.look
                        .likeness()
                        .map(likeness -> openAlike.getOrDefault(likeness, 1))
                        .orElse(1);
        double wrong = beliefs.wrong(disagreement);
        return new QueueItem(
                disagreement,
                entry.place,
                entry.look.words(),
                wrong,
                wrong * (1 + entry.look.dependents()) * alike / pace.seconds(disagreement.cause()),
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

    /** The open ones that look like this one, itself left out. */
    List<Disagreement> alike(Disagreement disagreement) {
        Optional<Likeness> likeness =
                Optional.ofNullable(byId.get(disagreement.id())).flatMap(entry -> entry.look.likeness());
        return entries.stream()
                .filter(entry -> likeness.isPresent() && entry.look.likeness().equals(likeness))
                .filter(entry -> entry.docket.decision(entry.disagreement.id()).isEmpty())
                .map(Entry::disagreement)
                .filter(other -> !other.id().equals(disagreement.id()))
                .toList();
    }
}
