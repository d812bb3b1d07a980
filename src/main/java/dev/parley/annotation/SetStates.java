package dev.parley.annotation;

import dev.parley.account.User;
import dev.parley.account.UserId;
import dev.parley.document.DocumentId;
import dev.parley.document.ReadingStates;
import dev.parley.project.AccessPolicy;
import dev.parley.project.ProjectId;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Tells the document list who reads what and how far they are, as far as the viewer may know. */
@Component
@Transactional(readOnly = true)
class SetStates implements ReadingStates {

    private final SetHeadRepository heads;
    private final AccessPolicy policy;

    SetStates(SetHeadRepository heads, AccessPolicy policy) {
        this.heads = heads;
        this.policy = policy;
    }

    @Override
    public Map<DocumentId, Map<String, String>> states(
            User viewer, ProjectId project, Collection<DocumentId> documents) {
        Map<DocumentId, List<SetHead>> heads =
                this.heads.of(project, documents).stream().collect(Collectors.groupingBy(SetHead::document));
        Map<Question, Boolean> answers = new HashMap<>();
        Map<DocumentId, Map<String, String>> states = new LinkedHashMap<>();
        for (DocumentId document : documents) {
            List<SetHead> present = heads.getOrDefault(document, List.of());
            boolean handedIn = present.stream()
                    .anyMatch(head ->
                            head.user().equals(viewer.id()) && head.state().isHandedIn());
            Map<String, String> seen = new LinkedHashMap<>();
            for (SetHead head : present) {
                if (answers.computeIfAbsent(
                        new Question(head.user(), handedIn),
                        asked -> policy.maySeeSet(viewer, project, asked.annotator(), asked.handedIn()))) {
                    seen.put(head.annotator(), AnnotationJson.lower(head.state()));
                }
            }
            states.put(document, seen);
        }
        return states;
    }

    /** The policy's answer depends on no more than this, so a long list asks it a few times only. */
    private record Question(UserId annotator, boolean handedIn) {}
}
