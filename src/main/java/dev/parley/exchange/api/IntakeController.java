package dev.parley.exchange.api;

import dev.parley.account.CurrentUser;
import dev.parley.account.User;
import dev.parley.exchange.foreign.ForeignFile;
import dev.parley.exchange.intake.ImportOptions;
import dev.parley.exchange.intake.ImportReport;
import dev.parley.exchange.intake.IntakeService;
import dev.parley.exchange.job.ExchangeJob;
import dev.parley.exchange.job.ExchangeJobs;
import dev.parley.problem.ProblemException;
import dev.parley.project.JobJson;
import dev.parley.project.ProjectId;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.Part;
import java.io.IOException;
import java.io.InputStream;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
class IntakeController {

    private final IntakeService imports;
    private final ExchangeJobs jobs;
    private final CurrentUser currentUser;

    IntakeController(IntakeService imports, ExchangeJobs jobs, CurrentUser currentUser) {
        this.imports = imports;
        this.jobs = jobs;
        this.currentUser = currentUser;
    }

    /**
     * Imports one file, all of it or nothing: the body itself, or the part {@code file} of a form.
     *
     * @param annotator whose work all of it is
     * @param label {@code theirs:ours}, repeated; which label of the scheme a label of the file is, {@code theirs:} to leave it
     *     out
     * @param unknown {@code skip} to leave out marks whose label nobody can place
     * @param scheme {@code file} to make the labels of the file the project's scheme
     * @param preview only tells what would happen
     * @param prefer {@code respond-async} to have it done in the background: the answer is 202 then, {@code /api/v1/jobs} tells
     *     how far it is, and the result there is where the report is
     */
    @PostMapping("/api/v1/projects/{project}/import")
    @ApiResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = ImportReport.class)))
    @ApiResponse(responseCode = "202", content = @Content(schema = @Schema(implementation = JobJson.class)))
    ResponseEntity<?> run(
            @PathVariable ProjectId project,
            @RequestParam(required = false) @Nullable String format,
            @RequestParam(required = false) @Nullable String annotator,
            @RequestParam(required = false) @Nullable List<String> label,
            @RequestParam(required = false) @Nullable String unknown,
            @RequestParam(required = false) @Nullable String scheme,
            @RequestParam(defaultValue = "false") boolean preview,
            @RequestHeader(name = "Prefer", required = false) @Nullable String prefer,
            HttpServletRequest request)
            throws IOException, ServletException {
        User actor = currentUser.get();
        imports.requireImporter(actor, project);
        if (format == null) {
            throw ProblemException.invalid(
                    "Say which format; known ones are %s.".formatted(String.join(", ", imports.formats())));
        }
        ImportOptions options = new ImportOptions(
                annotator,
                labels(label == null ? List.of() : label),
                said("unknown", unknown, "skip"),
                said("scheme", scheme, "file"),
                preview);
        try (ForeignFile file = file(request, format)) {
            return "respond-async".equals(prefer)
                    ? ExchangeWork.accepted(jobs.take(actor, project, format, file, options))
                    : ResponseEntity.ok(imports.run(actor, project, format, file, options));
        }
    }

    /** What an import did that went on in the background. @throws ProblemException conflict as long as it is not done */
    @GetMapping("/api/v1/projects/{project}/import/jobs/{job}")
    ImportReport report(@PathVariable ProjectId project, @PathVariable UUID job) {
        ExchangeJob found = jobs.find(currentUser.get(), project, job);
        return jobs.report(found).orElseThrow(() -> ExchangeWork.notThere(found));
    }

    /** Whether an option that knows one word only was given; another word is not taken for "not given". */
    private static boolean said(String option, @Nullable String value, String word) {
        if (value != null && !value.equals(word)) {
            throw ProblemException.invalid(option, "%s is %s or left out, not %s.".formatted(option, word, value));
        }
        return value != null;
    }

    private static Map<String, String> labels(List<String> pairs) {
        Map<String, String> labels = new LinkedHashMap<>();
        for (String pair : pairs) {
            int colon = pair.lastIndexOf(':');
            if (colon < 1) {
                throw ProblemException.invalid("label=%s should be theirs:ours, such as PER:PERSON.".formatted(pair));
            }
            labels.put(pair.substring(0, colon), pair.substring(colon + 1));
        }
        return labels;
    }

    private static ForeignFile file(HttpServletRequest request, String format) throws IOException, ServletException {
        if (String.valueOf(request.getContentType()).startsWith("multipart/")) {
            Part part = request.getPart("file");
            if (part == null) {
                throw ProblemException.invalid("The form has no part “file”.");
            }
            try (InputStream in = part.getInputStream()) {
                return ForeignFile.keep(
                        Objects.requireNonNullElse(part.getSubmittedFileName(), format), in, IntakeService.LARGEST);
            }
        }
        try (InputStream in = request.getInputStream()) {
            return ForeignFile.keep(format, in, IntakeService.LARGEST);
        }
    }
}
