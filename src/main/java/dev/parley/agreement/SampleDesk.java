package dev.parley.agreement;

import dev.parley.agreement.AgreementService.Scope;
import dev.parley.annotation.AnnotationService;
import dev.parley.annotation.AnnotationSet;
import dev.parley.annotation.Progress;
import dev.parley.document.Document;
import dev.parley.document.DocumentId;
import dev.parley.document.DocumentService;
import dev.parley.project.ProjectId;
import dev.parley.registry.EntityService;
import dev.parley.scheme.Scheme;
import dev.parley.scheme.SchemeService;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Keeps what each document adds to measures while its sets stay as they are. A document is looked up by what tells its
 * numbers: its text, the scheme's version, merged entities and the revision of every set handed in, so nothing has to be
 * thrown away when a set changes. Kept in memory, as it can be worked out again; the oldest go first.
 */
@Component
class SampleDesk {

    private static final int MOST_DOCUMENTS = 20_000;
    /** From this many new documents on, one query for some of them is cheaper than one for each. */
    private static final int MANY = 20;
    /** So many documents' sets are read in one query and held at a time. */
    private static final int PORTION = 64;

    private final AnnotationService annotations;
    private final DocumentService documents;
    private final SchemeService schemes;
    private final EntityService entities;
    private final GammaRepository gammas;

    private record Place(DocumentId document, Set<String> annotators) {}

    /** @param others revisions of the documents its relations lead to */
    private record Kept(String revision, Map<DocumentId, String> others, DocumentSamples samples) {}

    private final Map<Place, Kept> kept = new LinkedHashMap<>(16, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<Place, Kept> eldest) {
            return size() > MOST_DOCUMENTS;
        }
    };

    SampleDesk(
            AnnotationService annotations,
            DocumentService documents,
            SchemeService schemes,
            EntityService entities,
            GammaRepository gammas) {
        this.annotations = annotations;
        this.documents = documents;
        this.schemes = schemes;
        this.entities = entities;
        this.gammas = gammas;
    }

    /**
     * The documents of a scope, in reading order, ready to be measured.
     *
     * @param fresh how many of them nothing is known about yet
     * @param edits made in these, which tells how long they take
     * @param state tells what a report about them rests on: the same state, the same report
     */
    record Samples(List<DocumentSamples> documents, int fresh, long edits, String state) {}

    Samples samples(ProjectId project, Scheme scheme, Scope scope) {
        Map<String, String> redirects = entities.redirects(project);
        Map<DocumentId, List<Progress>> sets = annotations.handedIn(project).stream()
                .filter(set -> set.state().isHandedIn())
                .filter(set ->
                        scope.annotators().isEmpty() || scope.annotators().contains(set.annotator()))
                .collect(Collectors.groupingBy(Progress::document, LinkedHashMap::new, Collectors.toList()));
        Map<DocumentId, String> revisions = new LinkedHashMap<>();
        Map<DocumentId, Document> byId =
                documents.some(sets.keySet()).stream().collect(Collectors.toMap(Document::id, Function.identity()));
        List<Document> all = sets.keySet().stream()
                .flatMap(id -> Stream.ofNullable(byId.get(id)))
                .toList();
        all.forEach(document -> revisions.put(
                document.id(), revision(document, scheme, redirects, sets.getOrDefault(document.id(), List.of()))));
        List<Document> wanted = all.stream()
                .filter(document -> scope.includes(document.id()))
                .filter(document -> scope.includes(last(sets.getOrDefault(document.id(), List.of()))))
                .toList();
        List<Document> unknown = wanted.stream()
                .filter(document -> sets.getOrDefault(document.id(), List.of()).size() > 1)
                .filter(document -> known(document, scope, revisions)
                        .filter(kept -> kept.samples.isComplete())
                        .isEmpty())
                .toList();
        int fresh = unknown.size();
        long edits = unknown.stream()
                .flatMap(document -> sets.getOrDefault(document.id(), List.of()).stream())
                .mapToLong(Progress::sequence)
                .sum();
        Loader loader = new Loader(
                project,
                scheme,
                scope,
                fresh > MANY ? wanted.stream().map(Document::id).toList() : List.of());
        List<DocumentSamples> samples = new ArrayList<>();
        for (Document document : wanted) {
            List<Progress> handedIn = sets.getOrDefault(document.id(), List.of());
            Optional<Kept> known = known(document, scope, revisions);
            DocumentSamples one = known.map(found -> found.samples.from(() -> loader.alignment(document)))
                    .orElseGet(() -> DocumentSamples.of(
                            document.id(),
                            handedIn.stream().map(Progress::annotator).sorted().toList(),
                            last(handedIn),
                            () -> loader.alignment(document)));
            Map<DocumentId, String> others = known.map(Kept::others).orElseGet(HashMap::new);
            loader.tellOthers(document.id(), other -> others.put(other, revisions.getOrDefault(other, "")));
            keep(scope, new Kept(revisions.getOrDefault(document.id(), ""), others, one));
            samples.add(one);
        }
        return new Samples(samples, fresh, edits, GammaRepository.hash(String.join("\n", revisions.values())));
    }

    /** Gives documents nothing is known about what was worked out for them before the process began. */
    void recall(Scope scope, List<DocumentSamples> documents) {
        Map<DocumentId, String> revisions = new HashMap<>();
        for (DocumentSamples one : documents) {
            if (!one.isComplete() && one.annotators().size() > 1) {
                revisions.put(one.document(), revision(scope, one));
            }
        }
        Map<DocumentId, Map<String, Measure.Sample>> earlier = gammas.find(scope.annotators(), revisions);
        documents.forEach(one -> one.remember(earlier.getOrDefault(one.document(), Map.of())));
    }

    /** Keeps what took long to work out. */
    void save(Scope scope, DocumentSamples one) {
        gammas.put(one.document(), scope.annotators(), revision(scope, one), one.samples(GammaMeasures.KEPT));
    }

    private String revision(Scope scope, DocumentSamples one) {
        synchronized (kept) {
            Kept found = kept.get(new Place(one.document(), scope.annotators()));
            return found == null ? "" : found.revision;
        }
    }

    private static String revision(
            Document document, Scheme scheme, Map<String, String> redirects, List<Progress> sets) {
        return sets.stream()
                .map(set -> "%s %d %s".formatted(set.annotator(), set.sequence(), set.submittedAt()))
                .sorted()
                .collect(Collectors.joining(
                        ";", document.sha256() + ";" + scheme.version() + ";" + redirects.hashCode() + ";", ""));
    }

    private static @Nullable Instant last(List<Progress> sets) {
        Instant last = null;
        for (Progress set : sets) {
            Instant at = set.submittedAt();
            if (at != null && (last == null || at.isAfter(last))) {
                last = at;
            }
        }
        return last;
    }

    private Optional<Kept> known(Document document, Scope scope, Map<DocumentId, String> revisions) {
        synchronized (kept) {
            return Optional.ofNullable(kept.get(new Place(document.id(), scope.annotators())))
                    .filter(found -> found.revision.equals(revisions.getOrDefault(document.id(), "")))
                    .filter(found -> found.others.entrySet().stream()
                            .allMatch(other -> other.getValue().equals(revisions.getOrDefault(other.getKey(), ""))));
        }
    }

    private void keep(Scope scope, Kept found) {
        synchronized (kept) {
            kept.put(new Place(found.samples.document(), scope.annotators()), found);
        }
    }

    /** Reads sets when they are needed; those of the documents that follow, too, where that is cheaper. */
    private final class Loader {

        private final ProjectId project;
        private final Scheme scheme;
        private final Scope scope;
        private final List<DocumentId> order;
        private final Map<DocumentId, Consumer<DocumentId>> listeners = new HashMap<>();
        private final Map<DocumentId, List<AnnotationSet>> ahead = new HashMap<>();

        /** @param order in which many documents will be asked for; empty for few */
        Loader(ProjectId project, Scheme scheme, Scope scope, List<DocumentId> order) {
            this.project = project;
            this.scheme = scheme;
            this.scope = scope;
            this.order = order;
        }

        /** Hears which other documents a document's relations lead to, as soon as that is known. */
        void tellOthers(DocumentId document, Consumer<DocumentId> listener) {
            listeners.put(document, listener);
        }

        synchronized Alignment alignment(Document document) {
            readAhead(document.id());
            List<AnnotationSet> sets = sets(document.id());
            Map<DocumentId, Optional<Alignment>> others = new HashMap<>();
            for (DocumentId other : Alignments.othersNamedIn(sets)) {
                Optional.ofNullable(listeners.get(document.id())).ifPresent(listener -> listener.accept(other));
                others.put(other, other(other));
            }
            Revisions revisions = new Revisions(version -> schemes.at(project, version));
            return Alignment.of(document, scheme, sets, id -> others.getOrDefault(id, Optional.empty()), revisions);
        }

        private Optional<Alignment> other(DocumentId id) {
            return documents.some(List.of(id)).stream()
                    .filter(document -> document.project().equals(project))
                    .findFirst()
                    .map(document -> Alignment.of(document, scheme, sets(id)));
        }

        private void readAhead(DocumentId id) {
            int place = ahead.containsKey(id) ? -1 : order.indexOf(id);
            if (place >= 0) {
                List<DocumentId> next = order.subList(place, Math.min(order.size(), place + PORTION));
                Map<DocumentId, List<AnnotationSet>> read = annotations.sets(next);
                ahead.clear();
                next.forEach(one -> ahead.put(one, read.getOrDefault(one, List.of())));
            }
        }

        private List<AnnotationSet> sets(DocumentId id) {
            List<AnnotationSet> known = ahead.get(id);
            return (known == null ? annotations.sets(id) : known)
                    .stream().filter(scope::includes).toList();
        }
    }
}
