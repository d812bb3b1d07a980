package dev.parley.adjudication;

import dev.parley.project.ProjectId;
import jakarta.annotation.PreDestroy;
import java.util.HashSet;
import java.util.Set;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Looks at the documents of large projects beside the requests, one project after the other, so that nobody has to wait. */
@Component
class LookAhead {

    private static final Logger LOG = LoggerFactory.getLogger(LookAhead.class);

    private final AlignedDocuments documents;
    private final Set<ProjectId> wanted = new HashSet<>();
    private final ExecutorService worker = Executors.newSingleThreadExecutor(
            Thread.ofPlatform().name("look-ahead").daemon().factory());

    LookAhead(AlignedDocuments documents) {
        this.documents = documents;
    }

    /** Sees to it that all documents of a project are looked at soon. */
    void at(ProjectId project) {
        synchronized (wanted) {
            if (!wanted.add(project)) {
                return;
            }
        }
        worker.execute(() -> {
            try {
                documents.soFar(project, Long.MAX_VALUE, null);
            } catch (CancellationException stopped) {
                LOG.debug("Looking ahead in project {} ended with the process", project);
            } catch (RuntimeException failure) {
                // whoever asks next looks at them, and hears what is wrong
                LOG.warn("Looking ahead in project {} stopped", project, failure);
            } finally {
                synchronized (wanted) {
                    wanted.remove(project);
                }
            }
        });
    }

    @PreDestroy
    void stop() {
        worker.shutdownNow();
    }
}
