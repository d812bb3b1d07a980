package dev.parley.document.api;

import dev.parley.account.CurrentUser;
import dev.parley.account.User;
import dev.parley.document.ArticleDetails;
import dev.parley.document.Document;
import dev.parley.document.DocumentId;
import dev.parley.document.DocumentService;
import dev.parley.document.DocumentText;
import dev.parley.document.FileResult;
import dev.parley.document.FileService;
import dev.parley.document.ImportId;
import dev.parley.document.ImportService;
import dev.parley.document.ProposedArticle;
import dev.parley.document.SourceFile;
import dev.parley.document.SourceFileId;
import dev.parley.document.Span;
import dev.parley.document.UploadedFile;
import dev.parley.document.api.CutsJson.CutJson;
import dev.parley.document.extraction.Imprint;
import dev.parley.document.extraction.Provenance;
import dev.parley.problem.Problem.Fault;
import dev.parley.problem.ProblemException;
import dev.parley.project.AccessPolicy;
import dev.parley.project.Permission;
import dev.parley.project.ProjectId;
import io.swagger.v3.oas.annotations.media.ArraySchema;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.FileSystemResource;
import org.springframework.core.io.Resource;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.multipart.MultipartFile;

@RestController
class FileController {

    private final FileService files;
    private final DocumentService documents;
    private final ImportService imports;
    private final AccessPolicy policy;
    private final CurrentUser currentUser;

    FileController(
            FileService files,
            DocumentService documents,
            ImportService imports,
            AccessPolicy policy,
            CurrentUser currentUser) {
        this.files = files;
        this.documents = documents;
        this.imports = imports;
        this.policy = policy;
        this.currentUser = currentUser;
    }

    record ArticleJson(
            int start, int end, String title, @Nullable String language) {

        static ArticleJson of(ProposedArticle article) {
            return new ArticleJson(article.span().start(), article.span().end(), article.title(), article.language());
        }
    }

    record ResultJson(
            String name,
            String status,
            @Nullable String reason,
            @Nullable String fileId,
            @Nullable String sha256,
            @Nullable String mediaType,
            List<ArticleJson> articles,
            List<String> documents) {

        static ResultJson of(FileResult result) {
            return new ResultJson(
                    result.name(),
                    result.status().name().toLowerCase(Locale.ROOT),
                    result.reason(),
                    result.file() == null ? null : result.file().toString(),
                    result.sha256(),
                    result.mediaType(),
                    result.articles().stream().map(ArticleJson::of).toList(),
                    result.documents().stream().map(DocumentId::toString).toList());
        }
    }

    /** @param id of an import; ask /api/v1/imports for it */
    record Started(String id) {}

    /** @param text what cuts refer to; only where one file was asked for */
    record FileJson(
            String id,
            String projectId,
            String name,
            String sha256,
            long bytes,
            String mediaType,
            String state,
            Instant uploadedAt,
            Provenance provenance,
            Imprint imprint,
            List<ArticleJson> articles,
            List<String> documents,
            @Nullable String text,
            @Nullable LengthJson length) {}

    record LengthJson(int codePoints, int utf16) {}

    record Files(List<FileJson> items, @Nullable String next) {}

    record Frozen(List<String> documents) {}

    @PostMapping(path = "/api/v1/projects/{project}/files", consumes = MediaType.MULTIPART_FORM_DATA_VALUE)
    @ApiResponse(
            responseCode = "200",
            description = "one result per file, in order; an archive gives one for each file in it",
            content = @Content(array = @ArraySchema(schema = @Schema(implementation = ResultJson.class))))
    @ApiResponse(
            responseCode = "202",
            description = "with wait=false: the import that goes on by itself",
            content = @Content(schema = @Schema(implementation = Started.class)))
    ResponseEntity<Object> upload(
            @PathVariable ProjectId project,
            @RequestParam(name = "file", required = false) @Nullable List<MultipartFile> file,
            @RequestParam(required = false) @Nullable String accept,
            @RequestParam(defaultValue = "true") boolean wait) {
        User actor = currentUser.get();
        policy.require(actor, project, Permission.MANAGE);
        if (file == null || file.isEmpty()) {
            throw ProblemException.invalid(
                    "There is no file; send one or more in the multipart field “file”.",
                    List.of(new Fault("file", "is missing")));
        }
        if (accept != null && !accept.equals("proposal")) {
            throw ProblemException.invalid(
                    "“accept” can only be “proposal”, not “%s”.".formatted(accept),
                    List.of(new Fault("accept", "must be “proposal”")));
        }
        List<UploadedFile> sent = file.stream()
                .map(each -> new UploadedFile(Objects.requireNonNullElse(each.getOriginalFilename(), ""), each))
                .toList();
        if (!wait) {
            ImportId started = imports.submit(actor, project, sent, accept != null);
            return ResponseEntity.accepted()
                    .location(URI.create("/api/v1/imports/" + started))
                    .body(new Started(started.toString()));
        }
        return ResponseEntity.ok(imports.upload(actor, project, sent, accept != null).stream()
                .map(ResultJson::of)
                .toList());
    }

    @GetMapping("/api/v1/projects/{project}/files")
    Files files(@PathVariable ProjectId project) {
        return new Files(
                files.files(currentUser.get(), project).stream()
                        .map(file -> json(file, null))
                        .toList(),
                null);
    }

    @GetMapping("/api/v1/files/{file}")
    FileJson file(@PathVariable SourceFileId file) {
        return json(files.file(currentUser.get(), file), files.fileText(currentUser.get(), file));
    }

    @PostMapping("/api/v1/files/{file}/articles")
    Frozen freeze(@PathVariable SourceFileId file, @RequestBody CutsJson body) {
        User actor = currentUser.get();
        // who may not do this need not hear what is wrong with the cuts
        files.file(actor, file);
        List<Span> spans = body.spans();
        return new Frozen(files.freeze(actor, file, spans, chosen(actor, file, body, spans)).stream()
                .map(Document::id)
                .map(DocumentId::toString)
                .toList());
    }

    /** Takes back a file whose articles are not settled. */
    @DeleteMapping("/api/v1/files/{file}")
    ResponseEntity<Void> discard(@PathVariable SourceFileId file) {
        files.discard(currentUser.get(), file);
        return ResponseEntity.noContent().build();
    }

    @GetMapping("/api/v1/files/{file}/original")
    ResponseEntity<Resource> original(@PathVariable SourceFileId file) {
        FileService.Original original = files.original(currentUser.get(), file);
        return ResponseEntity.ok()
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment()
                                .filename(original.name(), StandardCharsets.UTF_8)
                                .build()
                                .toString())
                .header("X-Content-Type-Options", "nosniff")
                .contentType(MediaType.parseMediaType(original.mediaType()))
                .body(new FileSystemResource(original.bytes()));
    }

    private FileJson json(SourceFile file, @Nullable DocumentText text) {
        return new FileJson(
                file.id().toString(),
                file.project().toString(),
                file.name(),
                file.sha256(),
                file.size(),
                file.mediaType(),
                file.state().name().toLowerCase(Locale.ROOT),
                file.uploadedAt(),
                file.provenance(),
                file.imprint(),
                file.proposal().stream().map(ArticleJson::of).toList(),
                documents.documentsOf(file.id()).stream()
                        .map(document -> document.id().toString())
                        .toList(),
                text == null ? null : text.value(),
                text == null ? null : new LengthJson(text.codePoints(), text.utf16()));
    }

    private Map<Span, ArticleDetails> chosen(User actor, SourceFileId file, CutsJson body, List<Span> spans) {
        Map<Span, ArticleDetails> chosen = new HashMap<>();
        DocumentText text = files.fileText(actor, file);
        for (int i = 0; i < spans.size(); i++) {
            CutJson cut = body.cut(i);
            Span span = spans.get(i);
            // cuts that do not fit the text are named when they are settled
            if (cut.says() && text.contains(span)) {
                chosen.put(span, cut.instead(files.details(actor, file, text, span)));
            }
        }
        return chosen;
    }
}
