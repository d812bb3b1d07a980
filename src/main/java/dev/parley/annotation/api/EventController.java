package dev.parley.annotation.api;

import dev.parley.account.CurrentUser;
import dev.parley.account.User;
import dev.parley.document.Document;
import dev.parley.document.DocumentId;
import dev.parley.document.DocumentService;
import dev.parley.project.AccessPolicy;
import dev.parley.project.Permission;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;

@RestController
class EventController {

    private final SetEvents events;
    private final DocumentService documents;
    private final AccessPolicy policy;
    private final CurrentUser currentUser;

    EventController(SetEvents events, DocumentService documents, AccessPolicy policy, CurrentUser currentUser) {
        this.events = events;
        this.documents = documents;
        this.policy = policy;
        this.currentUser = currentUser;
    }

    /**
     * Says which set reached which sequence number, as far as the caller may read it; in open mode also, as an event called
     * {@code presence}, who else has the document open; and as an event called {@code entities}, which of the registry changed.
     */
    @GetMapping(value = "/api/v1/documents/{document}/events", produces = MediaType.TEXT_EVENT_STREAM_VALUE)
    SseEmitter listen(@PathVariable DocumentId document) {
        User user = currentUser.get();
        Document heard = documents.require(user, document);
        if (!policy.allows(user, heard.project(), Permission.ANNOTATE)) {
            policy.require(user, heard.project(), Permission.SUPERVISE);
        }
        return events.listen(user, heard);
    }
}
