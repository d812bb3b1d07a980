package dev.parley.document;

import dev.parley.account.User;
import dev.parley.document.SourceFile.State;
import dev.parley.document.UploadStore.Received;
import dev.parley.problem.ProblemException;
import dev.parley.project.AccessPolicy;
import dev.parley.project.Permission;
import dev.parley.project.ProjectId;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/** Files come in, articles are settled, documents are read. */
@Service
public class DocumentService {

    /** So many documents are named in one statement. */
    private static final int PORTION = 1_000;

    private final ImportService imports;
    private final Importer importer;
    private final Freezer freezer;
    private final Intake intake;
    private final SourceFileRepository files;
    private final DocumentRepository documents;
    private final UploadStore store;
    private final AccessPolicy policy;
    private final DocumentFinder finder;
    private final LikenessRepository likenesses;
    private final RecentTexts texts = new RecentTexts();

    DocumentService(
            ImportService imports,
            Importer importer,
            Freezer freezer,
            Intake intake,
            SourceFileRepository files,
            DocumentRepository documents,
            UploadStore store,
            AccessPolicy policy,
            DocumentFinder finder,
            LikenessRepository likenesses) {
        this.imports = imports;
        this.importer = importer;
        this.freezer = freezer;
        this.intake = intake;
        this.files = files;
        this.documents = documents;
        this.store = store;
        this.policy = policy;
        this.finder = finder;
        this.likenesses = likenesses;
    }

    /** Imports files and waits for what becomes of them, as {@link ImportService#upload}. */
    public List<FileResult> upload(User actor, ProjectId project, List<UploadedFile> sent, boolean acceptProposal) {
        return imports.upload(actor, project, sent, acceptProposal);
    }

    /**
     * Reads a file again whose articles are not settled, as a charset that somebody chose.
     *
     * @throws ProblemException conflict if its articles are settled, invalid if the bytes cannot mean that
     */
    public SourceFile reread(User actor, SourceFileId file, String charset) {
        return importer.reread(requireFile(actor, file, Permission.MANAGE), charset);
    }

    /** How a file begins when it is read as this charset; empty if its bytes cannot mean that. */
    public Optional<String> preview(User actor, SourceFileId id, String charset, int most) {
        SourceFile file = requireFile(actor, id, Permission.MANAGE);
        try {
            return intake.preview(store.path(file.sha256()), charset, most);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * Settles where the articles of a file begin and end; text between cuts is left out.
     *
     * @return the documents in the text's order; an article that was a document already is that document
     * @throws ProblemException conflict if they are settled already, invalid for cuts that cannot be
     */
    public List<Document> freeze(User actor, SourceFileId file, List<Span> cuts) {
        return freeze(actor, file, cuts, Map.of());
    }

    /**
     * The same, with what somebody chose to say about some of the articles.
     *
     * @throws ProblemException also invalid for details that cannot be
     */
    public List<Document> freeze(User actor, SourceFileId file, List<Span> cuts, Map<Span, ArticleDetails> chosen) {
        requireFile(actor, file, Permission.MANAGE);
        return freezer.freeze(file, cuts, chosen);
    }

    /** What would be said about a stretch of a file's text: title, language, date and the roles of its lines. */
    public ArticleDetails details(User actor, SourceFileId id, DocumentText text, Span cut) {
        return freezer.details(requireFile(actor, id, Permission.MANAGE), DocumentText.of(text.slice(cut)), cut);
    }

    /** Documents of the project that a stretch of a file's text resembles, the most alike first. */
    public List<Likeness> alike(User actor, SourceFileId id, DocumentText text, Span cut) {
        return freezer.alike(requireFile(actor, id, Permission.MANAGE), DocumentText.of(text.slice(cut)));
    }

    /** Settles the articles of a file as they were proposed. */
    public List<Document> acceptProposal(User actor, SourceFileId file) {
        List<Span> proposed = requireFile(actor, file, Permission.MANAGE).proposal().stream()
                .map(ProposedArticle::span)
                .toList();
        return freezer.freeze(file, proposed, Map.of());
    }

    /** A file as those see it who cut it into articles. */
    public SourceFile file(User actor, SourceFileId file) {
        return requireFile(actor, file, Permission.MANAGE);
    }

    /** The text that cuts refer to. */
    public DocumentText fileText(User actor, SourceFileId file) {
        requireFile(actor, file, Permission.MANAGE);
        return DocumentText.of(files.text(file).orElseThrow(() -> ProblemException.notFound("file", file)));
    }

    /**
     * The bytes as they were received, for everyone who may read the articles in them.
     *
     * @throws ProblemException conflict if what is kept is not what was received
     */
    public Original original(User actor, SourceFileId id) {
        SourceFile file = requireFile(actor, id, Permission.READ);
        try {
            Received kept = UploadStore.existing(store.path(file.sha256()));
            if (!kept.sha256().equals(file.sha256())) {
                throw ProblemException.conflict(
                        "The bytes kept of “%s” are not those that were received; restore the uploads from a backup."
                                .formatted(file.name()));
            }
        } catch (NoSuchFileException e) {
            throw ProblemException.notFound("original of the file", id);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return new Original(file.name(), file.mediaType(), store.path(file.sha256()));
    }

    /**
     * A file as it was received.
     *
     * @param name without folders
     */
    public record Original(String name, String mediaType, Path bytes) {

        public Original {
            name = name.substring(name.lastIndexOf('/') + 1);
        }
    }

    /**
     * Takes a file back whose articles are not settled; its bytes go when no other file has the same.
     *
     * @throws ProblemException conflict if its articles are settled
     */
    public void discard(User actor, SourceFileId id) {
        importer.discard(requireFile(actor, id, Permission.MANAGE));
    }

    /** All files of a project, oldest first. */
    public List<SourceFile> files(User actor, ProjectId project) {
        policy.require(actor, project, Permission.MANAGE);
        return files.of(project);
    }

    /** The files whose cuts nobody has confirmed, oldest first. */
    public List<SourceFile> waitingFiles(User actor, ProjectId project) {
        policy.require(actor, project, Permission.MANAGE);
        return files.in(State.PROPOSED, project);
    }

    /** How many files wait until somebody confirms their cuts. */
    public int waiting(User actor, ProjectId project) {
        policy.require(actor, project, Permission.MANAGE);
        return files.count(State.PROPOSED, project);
    }

    public List<Document> documentsOf(SourceFileId file) {
        return documents.of(file);
    }

    /** @throws ProblemException not found if it does not exist or lies in the trash */
    public Document get(DocumentId id) {
        return documents.find(id).orElseThrow(() -> ProblemException.notFound("document", id));
    }

    /** The document, if the actor may read the project it belongs to; else it does not exist for them. */
    public Document require(User actor, DocumentId id) {
        Document document = get(id);
        if (!policy.allows(actor, document.project(), Permission.READ)) {
            throw ProblemException.notFound("document", id);
        }
        return document;
    }

    /** The text that holds; kept for those who ask again. */
    public DocumentText text(DocumentId id) {
        String sha256 = documents.sha256(id).orElseThrow(() -> ProblemException.notFound("document", id));
        return texts.get(
                sha256,
                () -> DocumentText.of(documents.text(id).orElseThrow(() -> ProblemException.notFound("document", id))));
    }

    /** These documents, in no order; those that are not there are left out. */
    public List<Document> some(Collection<DocumentId> ids) {
        List<DocumentId> wanted = List.copyOf(ids);
        List<Document> found = new ArrayList<>();
        for (int from = 0; from < wanted.size(); from += PORTION) {
            found.addAll(documents.some(wanted.subList(from, Math.min(wanted.size(), from + PORTION))));
        }
        return found;
    }

    /** Every document of a project, oldest first and in the order of their files. */
    public List<Document> all(ProjectId project) {
        return documents.all(project);
    }

    /** The ids of all documents of a project, in no order, for those who go through them one by one. */
    public List<DocumentId> ids(ProjectId project) {
        return documents.ids(project);
    }

    public int count(ProjectId project) {
        return documents.count(project);
    }

    /** Documents by position, for lists that scroll. */
    public List<Document> slice(ProjectId project, int offset, int limit) {
        return documents.slice(project, offset, limit);
    }

    /**
     * Documents by cursor, for programs that walk through all of them while others add more.
     *
     * @param cursor from the page before; null for the first page
     * @throws ProblemException invalid if the cursor is none of ours
     */
    public DocumentPage page(ProjectId project, @Nullable String cursor, int limit) {
        List<Document> found;
        if (cursor == null) {
            found = documents.slice(project, 0, limit + 1);
        } else {
            Cursor after = Cursor.read(cursor);
            found = documents.after(project, after.createdAt(), after.id(), limit + 1);
        }
        if (found.size() <= limit) {
            return new DocumentPage(found, null);
        }
        List<Document> page = found.subList(0, limit);
        return new DocumentPage(page, Cursor.after(page.getLast()).write());
    }

    /**
     * Finds documents; what it gives is a snapshot of which they are, to be leafed through.
     *
     * @throws ProblemException forbidden if the query asks who reads what or for the trash, and the actor manages nothing
     */
    public DocumentList find(User actor, ProjectId project, DocumentQuery query) {
        boolean inside = query.trash() || query.reader() != null || query.state() != null;
        policy.require(actor, project, inside ? Permission.MANAGE : Permission.READ);
        return new DocumentList(project, finder.find(actor, project, query), documents);
    }

    /** The languages of a project's documents, as tags. */
    public List<String> languages(ProjectId project) {
        return finder.languages(project);
    }

    /** Earlier and later documents that this one resembles, the most alike first. */
    public List<Likeness> alike(User actor, DocumentId id) {
        require(actor, id);
        return likenesses.of(id);
    }

    /** The project of a document that may lie in the trash, if the actor manages it. */
    public ProjectId projectOf(User actor, DocumentId id) {
        ProjectId project = documents
                .projectOf(id)
                .filter(found -> policy.allows(actor, found, Permission.READ))
                .orElseThrow(() -> ProblemException.notFound("document", id));
        policy.require(actor, project, Permission.MANAGE);
        return project;
    }

    /**
     * Corrects what is said about a document; its text stays as it is.
     *
     * @throws ProblemException invalid for a title, language, date or address that cannot be
     */
    public Document describe(
            User actor, DocumentId id, String title, @Nullable String language, Publication publication) {
        Document document = require(actor, id);
        policy.require(actor, document.project(), Permission.MANAGE);
        documents.describe(
                id, Descriptions.title(title), Descriptions.language(language), Descriptions.checked(publication));
        return get(id);
    }

    private SourceFile requireFile(User actor, SourceFileId id, Permission permission) {
        SourceFile file = files.find(id)
                .filter(found -> policy.allows(actor, found.project(), Permission.READ))
                .orElseThrow(() -> ProblemException.notFound("file", id));
        policy.require(actor, file.project(), permission);
        return file;
    }

    /** The last document a caller has seen. */
    private record Cursor(Instant createdAt, DocumentId id) {

        static Cursor after(Document document) {
            return new Cursor(document.createdAt(), document.id());
        }

        String write() {
            return Base64.getUrlEncoder()
                    .withoutPadding()
                    .encodeToString("%s|%s".formatted(createdAt, id).getBytes(StandardCharsets.US_ASCII));
        }

        static Cursor read(String cursor) {
            try {
                String[] parts =
                        new String(Base64.getUrlDecoder().decode(cursor), StandardCharsets.US_ASCII).split("\\|", 2);
                return new Cursor(Instant.parse(parts[0]), DocumentId.of(parts.length > 1 ? parts[1] : ""));
            } catch (IllegalArgumentException | DateTimeException e) {
                throw ProblemException.invalid("The cursor “%s” is not one this list gave out.".formatted(cursor));
            }
        }
    }
}
