package dev.parley.exchange.api;

import dev.parley.account.CurrentUser;
import dev.parley.account.User;
import dev.parley.exchange.Export;
import dev.parley.exchange.ExportOptions;
import dev.parley.exchange.ExportService;
import dev.parley.exchange.Format;
import dev.parley.exchange.Loss;
import dev.parley.exchange.Selection;
import dev.parley.problem.ProblemException;
import dev.parley.project.ProjectId;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/v1/projects/{project}/export")
class ExportController {

    private static final Logger log = LoggerFactory.getLogger(ExportController.class);

    private final ExportService exports;
    private final CurrentUser currentUser;

    ExportController(ExportService exports, CurrentUser currentUser) {
        this.exports = exports;
        this.currentUser = currentUser;
    }

    record Losses(String format, int count, List<Loss> losses) {}

    /**
     * Streams the project. Written to the response itself, because what fails before the first byte must still become a
     * problem detail, and what fails later must break the connection instead of looking complete.
     */
    @GetMapping
    void export(
            @PathVariable ProjectId project,
            @RequestParam(required = false) @Nullable String format,
            @RequestParam(defaultValue = "all") String sets,
            @RequestParam(defaultValue = "false") boolean drafts,
            @RequestParam(defaultValue = "false") boolean anonymous,
            @RequestParam(defaultValue = "true") boolean text,
            @RequestParam(required = false) @Nullable String split,
            HttpServletRequest request,
            HttpServletResponse response) {
        User actor = currentUser.get();
        exports.requireExporter(actor, project);
        refuseWhatIsMissing(text, split);
        ExportOptions options = new ExportOptions(Selection.of(sets), drafts, anonymous);
        Export export = exports.open(actor, project, Format.of(format), options);
        response.setContentType(export.format().mediaType());
        response.setHeader(
                HttpHeaders.CONTENT_DISPOSITION,
                ContentDisposition.attachment()
                        .filename(export.fileName(), StandardCharsets.UTF_8)
                        .build()
                        .toString());
        if (export.format() != Format.BUNDLE) {
            response.setCharacterEncoding(StandardCharsets.UTF_8);
        }
        response.setHeader("Parley-Losses", Integer.toString(export.lostItems()));
        try {
            export.body().writeTo(response.getOutputStream());
        } catch (IOException | RuntimeException failure) {
            if (!response.isCommitted()) {
                response.reset();
                throw new IllegalStateException("the export %s failed".formatted(export.fileName()), failure);
            }
            log.warn("the export {} broke off", export.fileName(), failure);
            request.setAttribute(BrokenExportFilter.BROKEN, failure);
        }
    }

    @GetMapping("/losses")
    Losses losses(@PathVariable ProjectId project, @RequestParam(required = false) @Nullable String format) {
        User actor = currentUser.get();
        exports.requireExporter(actor, project);
        Format known = Format.of(format);
        List<Loss> losses = exports.losses(actor, project, known);
        return new Losses(known.id(), losses.stream().mapToInt(Loss::count).sum(), losses);
    }

    private static void refuseWhatIsMissing(boolean text, @Nullable String split) {
        if (!text) {
            throw ProblemException.invalid(
                    "Exports without text are not offered: a record's schema requires the text, so such a file would not validate. Leave text=false out.");
        }
        if (split != null) {
            throw ProblemException.invalid(
                    "Exports are not split into parts yet. Leave split=%s out.".formatted(split));
        }
    }
}
