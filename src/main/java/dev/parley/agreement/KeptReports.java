package dev.parley.agreement;

import dev.parley.agreement.AgreementService.Scope;
import dev.parley.project.ProjectId;
import java.lang.ref.SoftReference;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** The latest reports, as long as nothing they rest on changes and the memory is not needed for something else. */
final class KeptReports {

    private static final int MOST = 32;

    private record Asked(ProjectId project, Scope scope) {}

    /** @param state of everything the report rests on */
    private record Kept(String state, SoftReference<AgreementReport> report) {}

    private final Map<Asked, Kept> kept = new LinkedHashMap<>(16, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<Asked, Kept> eldest) {
            return size() > MOST;
        }
    };

    synchronized Optional<AgreementReport> get(ProjectId project, Scope scope, String state) {
        return Optional.ofNullable(kept.get(new Asked(project, scope)))
                .filter(found -> found.state.equals(state))
                .map(found -> found.report.get());
    }

    synchronized void put(ProjectId project, Scope scope, String state, AgreementReport report) {
        kept.put(new Asked(project, scope), new Kept(state, new SoftReference<>(report)));
    }
}
