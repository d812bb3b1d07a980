package dev.parley.document.api;

import dev.parley.account.CurrentUser;
import dev.parley.document.DocumentId;
import dev.parley.document.ImportId;
import dev.parley.document.ImportItem;
import dev.parley.document.ImportItem.Number;
import dev.parley.document.ImportItem.State;
import dev.parley.document.ImportJob;
import dev.parley.document.ImportService;
import dev.parley.problem.ProblemException;
import dev.parley.project.ProjectId;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
class ImportController {

    private static final int MOST = 500;
    private static final int SHOWN = 50;

    private final ImportService imports;
    private final CurrentUser currentUser;

    ImportController(ImportService imports, CurrentUser currentUser) {
        this.imports = imports;
        this.currentUser = currentUser;
    }

    /** @param state running, finished or cancelled */
    record ImportJson(
            String id,
            String projectId,
            String state,
            Instant startedAt,
            int files,
            int done,
            int accepted,
            int proposed,
            int duplicate,
            int rejected,
            int cancelled) {

        static ImportJson of(ImportJob job) {
            String ended = job.cancelledAt() == null ? "finished" : "cancelled";
            return new ImportJson(
                    job.id().toString(),
                    job.project().toString(),
                    job.isRunning() ? "running" : ended,
                    job.startedAt(),
                    job.total(),
                    job.done(),
                    job.count(State.ACCEPTED),
                    job.count(State.PROPOSED),
                    job.count(State.DUPLICATE),
                    job.count(State.REJECTED),
                    job.count(State.CANCELLED));
        }
    }

    record Imports(List<ImportJson> items, @Nullable String next) {}

    /**
     * @param number names the file in its import
     * @param charsets what a refused file could be read as, to be chosen when it is tried again
     */
    record FileJson(
            String number,
            String name,
            String status,
            @Nullable String reason,
            List<String> charsets,
            boolean retryable,
            @Nullable String fileId,
            @Nullable String sha256,
            @Nullable String mediaType,
            List<String> documents) {

        static FileJson of(ImportItem item) {
            return new FileJson(
                    item.number().toString(),
                    item.name(),
                    item.state().name().toLowerCase(Locale.ROOT),
                    item.reason(),
                    item.charsets(),
                    item.isRetryable(),
                    item.file() == null ? null : item.file().toString(),
                    item.sha256(),
                    item.mediaType(),
                    item.documents().stream().map(DocumentId::toString).toList());
        }
    }

    record Files(List<FileJson> items, @Nullable String next) {}

    record Retry(@Nullable String charset) {}

    @GetMapping("/api/v1/projects/{project}/imports")
    Imports latest(@PathVariable ProjectId project) {
        return new Imports(
                imports.latest(currentUser.get(), project, SHOWN).stream()
                        .map(ImportJson::of)
                        .toList(),
                null);
    }

    @GetMapping("/api/v1/imports/{import}")
    ImportJson one(@PathVariable("import") ImportId id) {
        return ImportJson.of(imports.find(currentUser.get(), id));
    }

    @DeleteMapping("/api/v1/imports/{import}")
    ImportJson cancel(@PathVariable("import") ImportId id) {
        return ImportJson.of(imports.cancel(currentUser.get(), id));
    }

    @GetMapping("/api/v1/imports/{import}/files")
    Files files(
            @PathVariable("import") ImportId id,
            @RequestParam(required = false) @Nullable String status,
            @RequestParam(defaultValue = "100") int limit,
            @RequestParam(defaultValue = "0") int cursor) {
        if (limit < 1 || limit > MOST) {
            throw ProblemException.invalid("limit", "“limit” is 1 to %d, not %d.".formatted(MOST, limit));
        }
        if (cursor < 0) {
            throw ProblemException.invalid(
                    "cursor", "The cursor “%d” is not one this list gave out.".formatted(cursor));
        }
        List<ImportItem> found = imports.items(currentUser.get(), id, states(status), cursor, limit + 1);
        List<FileJson> page = found.stream().limit(limit).map(FileJson::of).toList();
        return new Files(page, found.size() > limit ? Integer.toString(cursor + limit) : null);
    }

    @PostMapping("/api/v1/imports/{import}/files/{number}/retry")
    ResponseEntity<Void> retry(
            @PathVariable("import") ImportId id,
            @PathVariable String number,
            @RequestBody(required = false) @Nullable Retry retry) {
        imports.find(currentUser.get(), id);
        imports.retry(currentUser.get(), id, number(number), retry == null ? null : retry.charset());
        return ResponseEntity.accepted().build();
    }

    private static Number number(String written) {
        try {
            return Number.of(written);
        } catch (IllegalArgumentException e) {
            throw ProblemException.notFound("file in this import", written);
        }
    }

    private static Set<State> states(@Nullable String status) {
        if (status == null) {
            return ImportService.FILES;
        }
        return ImportService.FILES.stream()
                .filter(state -> state.name().equalsIgnoreCase(status))
                .findFirst()
                .<Set<State>>map(EnumSet::of)
                .orElseThrow(() -> ProblemException.invalid("status", "No file can be “%s”.".formatted(status)));
    }
}
