package dev.parley.adjudication;

import dev.parley.agreement.Alignment;
import dev.parley.project.ProjectId;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;

/**
 * Keeps what is believed of a project's annotators while it is decided in, so that a decision costs what it changes. After
 * {@value #MOST_LEARNT} decisions everything is weighed anew.
 */
@Component
class BeliefDesk {

    private static final int MOST_LEARNT = 25;
    private static final int MOST_PROJECTS = 20;

    /** @param decided what people had decided when it was worked out, by disagreement */
    private record Kept(List<Alignment> alignments, Map<String, UUID> decided, Beliefs beliefs, int learnt) {}

    private final Map<ProjectId, Kept> kept = new LinkedHashMap<>(16, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<ProjectId, Kept> eldest) {
            return size() > MOST_PROJECTS;
        }
    };

    /** @param dockets those of the project that are looked at */
    synchronized Beliefs of(ProjectId project, Collection<Docket> dockets) {
        if (!Beliefs.areMany(dockets)) {
            return Beliefs.counted(dockets);
        }
        List<Alignment> alignments = dockets.stream().map(Docket::alignment).toList();
        Map<String, Optional<Decision>> now = new HashMap<>();
        dockets.forEach(docket -> docket.decisions().stream()
                .filter(decision -> !decision.isAutomatic())
                .forEach(decision -> now.put(decision.disagreement(), Optional.of(decision))));
        Map<String, UUID> decided = new HashMap<>();
        now.forEach((disagreement, decision) -> decision.ifPresent(found -> decided.put(disagreement, found.id())));
        Kept before = kept.get(project);
        Kept fresh = before == null || !isSame(before.alignments, alignments)
                ? new Kept(alignments, decided, Beliefs.modelled(dockets), 0)
                : before.decided.equals(decided) ? before : learnt(before, now, decided, dockets);
        kept.put(project, fresh);
        return fresh.beliefs;
    }

    private static Kept learnt(
            Kept before, Map<String, Optional<Decision>> now, Map<String, UUID> decided, Collection<Docket> dockets) {
        Map<String, Optional<Decision>> changed = new HashMap<>();
        now.forEach((disagreement, decision) -> {
            if (!decision.map(Decision::id).equals(Optional.ofNullable(before.decided.get(disagreement)))) {
                changed.put(disagreement, decision);
            }
        });
        before.decided.keySet().forEach(disagreement -> {
            if (!now.containsKey(disagreement)) {
                changed.put(disagreement, Optional.empty());
            }
        });
        int learnt = before.learnt + changed.size();
        return learnt > MOST_LEARNT
                ? new Kept(before.alignments, decided, Beliefs.modelled(dockets), 0)
                : new Kept(before.alignments, decided, before.beliefs.after(changed), learnt);
    }

    /** Alignments never change, so the very same ones are the same. */
    private static boolean isSame(List<Alignment> before, List<Alignment> now) {
        if (before.size() != now.size()) {
            return false;
        }
        for (int place = 0; place < now.size(); place++) {
            if (before.get(place) != now.get(place)) {
                return false;
            }
        }
        return true;
    }
}
