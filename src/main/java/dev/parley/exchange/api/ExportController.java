package dev.parley.exchange.api;

import dev.parley.account.CurrentUser;
import dev.parley.account.User;
import dev.parley.exchange.Export;
import dev.parley.exchange.ExportOptions;
import dev.parley.exchange.ExportRun;
import dev.parley.exchange.ExportService;
import dev.parley.exchange.Format;
import dev.parley.exchange.Loss;
import dev.parley.exchange.job.ExchangeJob;
import dev.parley.exchange.job.ExchangeJobs;
import dev.parley.problem.ProblemException;
import dev.parley.project.JobJson;
import dev.parley.project.ProjectId;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springdoc.core.annotations.ParameterObject;
import org.springframework.core.io.FileSystemResource;
import org.springframework.core.io.Resource;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/v1/projects/{project}/export")
class ExportController {

    private static final Logger log = LoggerFactory.getLogger(ExportController.class);

    private final ExportService exports;
    private final ExchangeJobs jobs;
    private final CurrentUser currentUser;

    ExportController(ExportService exports, ExchangeJobs jobs, CurrentUser currentUser) {
        this.exports = exports;
        this.jobs = jobs;
        this.currentUser = currentUser;
    }

    record LossList(String format, int count, List<Loss> losses) {}

    record Runs(List<ExportRun> items) {}

    /**
     * Streams the project. Written to the response itself, because what fails before the first byte must still become a
     * problem detail, and what fails later must break the connection instead of looking complete.
     */
    @GetMapping
    void export(
            @PathVariable ProjectId project,
            @ParameterObject Asked asked,
            HttpServletRequest request,
            HttpServletResponse response) {
        User actor = currentUser.get();
        exports.requireExporter(actor, project);
        Format known = Format.of(asked.format());
        ExportOptions options = asked.options(known);
        try {
            exports.export(actor, project, known, options, new Answer(response));
        } catch (ProblemException refused) {
            throw refused;
        } catch (IOException | RuntimeException failure) {
            if (!response.isCommitted()) {
                response.reset();
                throw new IllegalStateException("the export of %s failed".formatted(project), failure);
            }
            log.warn("the export of {} broke off", project, failure);
            request.setAttribute(BrokenExportFilter.BROKEN, failure);
        }
    }

    /** The answer to the one who asked; what a large export loses stands in a trailer, after its last byte. */
    private static final class Answer implements Export.Destination {

        private static final String LOSSES = "Parley-Losses";

        private final HttpServletResponse response;
        private int lostItems;

        Answer(HttpServletResponse response) {
            this.response = response;
        }

        @Override
        public OutputStream begin(Export export) throws IOException {
            response.setContentType(export.format().mediaType());
            response.setHeader(HttpHeaders.CONTENT_DISPOSITION, attachment(export.fileName()));
            if (export.format().isText()) {
                response.setCharacterEncoding(StandardCharsets.UTF_8);
            }
            export.lostItems()
                    .ifPresentOrElse(
                            count -> response.setHeader(LOSSES, Integer.toString(count)), this::announceTrailer);
            return response.getOutputStream();
        }

        private void announceTrailer() {
            response.setHeader(HttpHeaders.TRAILER, LOSSES);
            response.setTrailerFields(() -> Map.of(LOSSES, Integer.toString(lostItems)));
        }

        @Override
        public void end(int items) {
            lostItems = items;
        }
    }

    /**
     * Begins the same export in the background: for large projects, and for those who cannot keep a connection open. How far
     * it is tells {@code /api/v1/jobs}; the result there is where the file is then.
     */
    @PostMapping
    @ApiResponse(responseCode = "202", description = "It is begun")
    ResponseEntity<JobJson> begin(@PathVariable ProjectId project, @ParameterObject Asked asked) {
        User actor = currentUser.get();
        exports.requireExporter(actor, project);
        Format known = Format.of(asked.format());
        return ExchangeWork.accepted(jobs.export(actor, project, known, asked.options(known)));
    }

    /**
     * The file of an export that was made in the background.
     *
     * @throws ProblemException conflict as long as it is not there, and once it is no longer kept
     */
    @GetMapping("/jobs/{job}")
    ResponseEntity<Resource> file(@PathVariable ProjectId project, @PathVariable UUID job) {
        ExchangeJob found = jobs.find(currentUser.get(), project, job);
        Path file = jobs.exported(found).orElseThrow(() -> ExchangeWork.notThere(found));
        Format format = Format.of(found.format());
        return ResponseEntity.ok()
                .contentType(type(format))
                .header(HttpHeaders.CONTENT_DISPOSITION, attachment(found.fileName()))
                .body(new FileSystemResource(file));
    }

    private static MediaType type(Format format) {
        MediaType type = MediaType.parseMediaType(format.mediaType());
        return format.isText() ? new MediaType(type, StandardCharsets.UTF_8) : type;
    }

    private static String attachment(String fileName) {
        return ContentDisposition.attachment()
                .filename(fileName, StandardCharsets.UTF_8)
                .build()
                .toString();
    }

    @GetMapping("/losses")
    LossList losses(@PathVariable ProjectId project, @ParameterObject Asked asked) {
        User actor = currentUser.get();
        exports.requireExporter(actor, project);
        Format known = Format.of(asked.format());
        List<Loss> losses = exports.losses(actor, project, known, asked.options(known));
        return new LossList(known.id(), losses.stream().mapToInt(Loss::count).sum(), losses);
    }

    /** What was taken away, newest first, with the hash of each file. */
    @GetMapping("/history")
    Runs history(@PathVariable ProjectId project) {
        return new Runs(exports.history(currentUser.get(), project));
    }
}
