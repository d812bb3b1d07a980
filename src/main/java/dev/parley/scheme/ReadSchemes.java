package dev.parley.scheme;

import dev.parley.project.ProjectId;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Supplier;

/** Schemes that were read lately. A version hardly ever changes, so little here grows old; the least used make room. */
final class ReadSchemes {

    private static final int MOST = 500;

    private final Map<Key, Scheme> schemes = new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<Key, Scheme> eldest) {
            return size() > MOST;
        }
    };

    private record Key(ProjectId project, int version) {}

    /** To be said when a project's versions were put in place of others. */
    void forget(ProjectId project) {
        synchronized (schemes) {
            schemes.keySet().removeIf(key -> key.project().equals(project));
        }
    }

    Scheme get(ProjectId project, int version, Supplier<Scheme> reader) {
        Key key = new Key(project, version);
        synchronized (schemes) {
            Scheme known = schemes.get(key);
            if (known != null) {
                return known;
            }
        }
        // read outside the lock: twice at worst, and the same both times
        Scheme scheme = reader.get();
        synchronized (schemes) {
            schemes.put(key, scheme);
        }
        return scheme;
    }
}
