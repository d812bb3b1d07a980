package dev.parley.project.api;

import dev.parley.account.CurrentUser;
import dev.parley.account.User;
import dev.parley.problem.ProblemException;
import dev.parley.project.JobJson;
import dev.parley.project.LongWork;
import dev.parley.project.LongWork.Progress;
import java.util.List;
import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** How far something is that was answered with 202, whatever it is. */
@RestController
class JobController {

    private final List<LongWork> kinds;
    private final CurrentUser currentUser;

    JobController(List<LongWork> kinds, CurrentUser currentUser) {
        this.kinds = kinds;
        this.currentUser = currentUser;
    }

    /** Work and how far it is. */
    private record Found(LongWork kind, UUID id, Progress progress) {}

    @GetMapping("/api/v1/jobs/{job}")
    JobJson read(@PathVariable String job) {
        Found found = find(currentUser.get(), job);
        return JobJson.of(found.id(), found.progress());
    }

    /** What was done by then stays. */
    @DeleteMapping("/api/v1/jobs/{job}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void cancel(@PathVariable String job) {
        Found found = find(currentUser.get(), job);
        found.kind().cancel(currentUser.get(), found.id());
    }

    private Found find(User actor, String job) {
        UUID id = id(job);
        return kinds.stream()
                .flatMap(kind -> kind.progress(actor, id).map(progress -> new Found(kind, id, progress)).stream())
                .findFirst()
                .orElseThrow(() -> ProblemException.notFound("job", job));
    }

    private static UUID id(String job) {
        try {
            return UUID.fromString(job);
        } catch (IllegalArgumentException notAnId) {
            throw ProblemException.notFound("job", job);
        }
    }
}
