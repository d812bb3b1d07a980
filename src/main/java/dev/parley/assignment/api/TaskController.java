package dev.parley.assignment.api;

import dev.parley.account.CurrentUser;
import dev.parley.account.User;
import dev.parley.assignment.AssignmentService;
import dev.parley.assignment.Task;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
class TaskController {

    private final AssignmentService assignments;
    private final CurrentUser currentUser;

    TaskController(AssignmentService assignments, CurrentUser currentUser) {
        this.assignments = assignments;
        this.currentUser = currentUser;
    }

    record TaskJson(
            String document,
            String title,
            String project,
            String projectName,
            String state,
            long sequence,
            Instant assignedAt,
            @Nullable Instant submittedAt) {

        static TaskJson of(Task task) {
            return new TaskJson(
                    task.document().id().toString(),
                    task.document().title(),
                    task.project().id().toString(),
                    task.project().name(),
                    task.progress().state().name().toLowerCase(Locale.ROOT),
                    task.progress().sequence(),
                    task.progress().assignedAt(),
                    task.progress().submittedAt());
        }
    }

    record Tasks(List<TaskJson> items, @Nullable String next) {}

    /** What the caller has to read: what is begun first, then what is not, then what is handed in. */
    @GetMapping("/api/v1/me/tasks")
    Tasks tasks(@RequestParam(defaultValue = "100") int limit, @RequestParam(defaultValue = "0") int cursor) {
        Pages.check(limit, cursor);
        User reader = currentUser.get();
        return new Tasks(
                assignments.tasks(reader, cursor, limit).stream()
                        .map(TaskJson::of)
                        .toList(),
                Pages.next(assignments.workload(reader, 0).readings().all(), limit, cursor));
    }
}
