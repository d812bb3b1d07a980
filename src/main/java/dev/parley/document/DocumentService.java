package dev.parley.document;

import dev.parley.account.User;
import dev.parley.problem.ProblemException;
import dev.parley.project.AccessPolicy;
import dev.parley.project.Permission;
import dev.parley.project.ProjectId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/** Documents are found, read and described. */
@Service
public class DocumentService {

    /** So many documents are named in one statement. */
    private static final int PORTION = 1_000;

    private final ImportService imports;
    private final DocumentRepository documents;
    private final DocumentListRepository lists;
    private final AccessPolicy policy;
    private final DocumentFinder finder;
    private final LikenessRepository likenesses;
    private final RecentTexts texts = new RecentTexts();

    DocumentService(
            ImportService imports,
            DocumentRepository documents,
            DocumentListRepository lists,
            AccessPolicy policy,
            DocumentFinder finder,
            LikenessRepository likenesses) {
        this.imports = imports;
        this.documents = documents;
        this.lists = lists;
        this.policy = policy;
        this.finder = finder;
        this.likenesses = likenesses;
    }

    /** Imports files and waits for what becomes of them, as {@link ImportService#upload}. */
    public List<FileResult> upload(User actor, ProjectId project, List<UploadedFile> sent, boolean acceptProposal) {
        return imports.upload(actor, project, sent, acceptProposal);
    }

    /** The documents that came from a file, in its order. */
    public List<Document> documentsOf(SourceFileId file) {
        return lists.of(file);
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
        return lists.all(project);
    }

    /** The ids of all documents of a project, in no order, for those who go through them one by one. */
    public List<DocumentId> ids(ProjectId project) {
        return lists.ids(project);
    }

    public int count(ProjectId project) {
        return lists.count(project);
    }

    /** Documents by position, for lists that scroll. */
    public List<Document> slice(ProjectId project, int offset, int limit) {
        return lists.slice(project, offset, limit);
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
            found = lists.slice(project, 0, limit + 1);
        } else {
            DocumentCursor after = DocumentCursor.read(cursor);
            found = lists.after(project, after.createdAt(), after.id(), limit + 1);
        }
        if (found.size() <= limit) {
            return new DocumentPage(found, null);
        }
        List<Document> page = found.subList(0, limit);
        return new DocumentPage(page, DocumentCursor.after(page.getLast()).write());
    }

    /**
     * Finds documents; what it gives is a snapshot of which they are, to be leafed through.
     *
     * @throws ProblemException forbidden if the query asks who reads what or for the trash, and the actor manages nothing
     */
    public DocumentList find(User actor, ProjectId project, DocumentQuery query) {
        boolean inside = query.trash() || query.reader() != null || query.state() != null;
        policy.require(actor, project, inside ? Permission.MANAGE : Permission.READ);
        return new DocumentList(project, finder.find(actor, project, query), lists);
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
}
