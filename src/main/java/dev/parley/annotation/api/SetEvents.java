package dev.parley.annotation.api;

import dev.parley.account.User;
import dev.parley.annotation.AnnotationService;
import dev.parley.annotation.SetChanged;
import dev.parley.document.Document;
import dev.parley.document.DocumentId;
import dev.parley.project.AccessPolicy;
import dev.parley.project.Permission;
import dev.parley.registry.EntitiesChanged;
import dev.parley.registry.Entity;
import dev.parley.registry.EntityService;
import java.io.IOException;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.springframework.context.event.ContextClosedEvent;
import org.springframework.context.event.EventListener;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Component;
import org.springframework.transaction.event.TransactionalEventListener;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter.SseEventBuilder;

/**
 * The open event streams. Whether a listener may hear of a set is asked anew for each event, so that a membership that
 * ended or a set that was handed in counts at once. Nothing is sent on the thread that made the edit. In open mode listening
 * is also being here, which the others hear; where a project is read blind nobody hears of it, not even that somebody came.
 */
@Component
class SetEvents {

    /** Proxies cut connections that are silent for a minute. */
    private static final Duration HEARTBEAT = Duration.ofSeconds(20);

    /** Browsers connect again by themselves; this frees what a lost network left behind. */
    private static final Duration LIFETIME = Duration.ofHours(1);

    private final AnnotationService annotations;
    private final EntityService entities;
    private final AccessPolicy policy;
    private final Map<DocumentId, Set<Listener>> listeners = new ConcurrentHashMap<>();
    private final ExecutorService senders = Executors.newVirtualThreadPerTaskExecutor();
    private final ScheduledExecutorService heart = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().daemon().name("event-heartbeat").factory());

    SetEvents(AnnotationService annotations, EntityService entities, AccessPolicy policy) {
        this.annotations = annotations;
        this.entities = entities;
        this.policy = policy;
        heart.scheduleAtFixedRate(
                () -> senders.execute(this::beat), HEARTBEAT.toSeconds(), HEARTBEAT.toSeconds(), TimeUnit.SECONDS);
    }

    /**
     * @param set sign-in name of the set's annotator
     */
    record Event(String set, long sequence) {}

    /** Others who have the document open and whose sets the listener may see, by name. */
    record Present(List<Person> present) {}

    record Person(String name, String displayName) {}

    /** Those of the registry that changed and that the listener may know of. */
    record Entities(List<String> entities) {}

    private record Listener(User user, Document document, SseEmitter emitter) {

        /** A listener that is gone ends itself: failing to send completes the emitter, which calls {@code remove}. */
        void send(SseEventBuilder event) {
            try {
                emitter.send(event);
            } catch (IOException | IllegalStateException gone) {
                emitter.completeWithError(gone);
            }
        }
    }

    SseEmitter listen(User user, Document document) {
        SseEmitter emitter = new SseEmitter(LIFETIME.toMillis());
        Listener listener = new Listener(user, document, emitter);
        emitter.onCompletion(() -> remove(listener));
        emitter.onTimeout(emitter::complete);
        emitter.onError(_ -> remove(listener));
        listeners
                .computeIfAbsent(document.id(), _ -> ConcurrentHashMap.newKeySet())
                .add(listener);
        // an answer at once tells the browser that the stream is open
        listener.send(SseEmitter.event().comment("open"));
        senders.execute(() -> tellWhoIsPresent(document));
        return emitter;
    }

    private void remove(Listener listener) {
        Document document = listener.document();
        listeners.computeIfPresent(document.id(), (_, present) -> {
            present.remove(listener);
            return present.isEmpty() ? null : present;
        });
        if (listeners.containsKey(document.id()) && !senders.isShutdown()) {
            senders.execute(() -> tellWhoIsPresent(document));
        }
    }

    /** Tells each listener of a document who else listens. Those connected to other nodes are not known here. */
    private void tellWhoIsPresent(Document document) {
        if (!policy.showsPresence(document.project())) {
            return;
        }
        List<Listener> present = listeners.getOrDefault(document.id(), Set.of()).stream()
                .filter(listener -> policy.allows(listener.user(), document.project(), Permission.READ))
                .toList();
        for (Listener listener : present) {
            List<Person> others = present.stream()
                    .map(Listener::user)
                    .filter(user -> !user.id().equals(listener.user().id()))
                    .filter(user -> annotations.maySee(listener.user(), listener.document(), user.id()))
                    .map(user -> new Person(user.name(), user.displayName()))
                    .distinct()
                    .sorted(Comparator.comparing(Person::name))
                    .toList();
            listener.send(SseEmitter.event().name("presence").data(new Present(others), MediaType.APPLICATION_JSON));
        }
    }

    @EventListener
    void tell(SetChanged change) {
        if (listeners.containsKey(change.document())) {
            senders.execute(() -> deliver(change));
        }
    }

    private void deliver(SetChanged change) {
        for (Listener listener : listeners.getOrDefault(change.document(), Set.of())) {
            if (annotations.maySee(listener.user(), listener.document(), change.user())) {
                listener.send(SseEmitter.event()
                        .data(new Event(change.annotator(), change.sequence()), MediaType.APPLICATION_JSON));
            }
        }
    }

    /** Each listener in the project hears of the entities that they may know of. */
    @TransactionalEventListener
    void tell(EntitiesChanged change) {
        List<Listener> here = listeners.values().stream()
                .flatMap(Set::stream)
                .filter(listener -> listener.document().project().equals(change.project()))
                .toList();
        if (!here.isEmpty()) {
            senders.execute(() -> here.forEach(listener -> deliver(change, listener)));
        }
    }

    private void deliver(EntitiesChanged change, Listener listener) {
        if (!policy.allows(listener.user(), change.project(), Permission.READ)) {
            return;
        }
        List<String> known = entities.named(listener.user(), change.project(), change.entities()).stream()
                .map(Entity::id)
                .toList();
        if (!known.isEmpty()) {
            listener.send(SseEmitter.event().name("entities").data(new Entities(known), MediaType.APPLICATION_JSON));
        }
    }

    private void beat() {
        listeners
                .values()
                .forEach(present -> present.forEach(
                        listener -> listener.send(SseEmitter.event().comment("still here"))));
    }

    int size() {
        return listeners.values().stream().mapToInt(Set::size).sum();
    }

    /** Before the server stops: it waits for requests to end, and a stream would not end by itself. */
    @EventListener(ContextClosedEvent.class)
    void close() {
        heart.shutdownNow();
        listeners
                .values()
                .forEach(present ->
                        present.forEach(listener -> listener.emitter().complete()));
        senders.shutdown();
    }
}
