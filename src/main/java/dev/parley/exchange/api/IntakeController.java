package dev.parley.exchange.api;

import dev.parley.account.CurrentUser;
import dev.parley.account.User;
import dev.parley.exchange.foreign.ForeignFile;
import dev.parley.exchange.intake.ImportOptions;
import dev.parley.exchange.intake.ImportReport;
import dev.parley.exchange.intake.IntakeService;
import dev.parley.problem.ProblemException;
import dev.parley.project.ProjectId;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.Part;
import java.io.IOException;
import java.io.InputStream;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
class IntakeController {

    private final IntakeService imports;
    private final CurrentUser currentUser;

    IntakeController(IntakeService imports, CurrentUser currentUser) {
        this.imports = imports;
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
     */
    @PostMapping("/api/v1/projects/{project}/import")
    ImportReport run(
            @PathVariable ProjectId project,
            @RequestParam(required = false) @Nullable String format,
            @RequestParam(required = false) @Nullable String annotator,
            @RequestParam(required = false) @Nullable List<String> label,
            @RequestParam(required = false) @Nullable String unknown,
            @RequestParam(required = false) @Nullable String scheme,
            @RequestParam(defaultValue = "false") boolean preview,
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
                "skip".equals(unknown),
                "file".equals(scheme),
                preview);
        try (ForeignFile file = file(request, format)) {
            return imports.run(actor, project, format, file, options);
        }
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
