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
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Service;

/** Files that came in: how they are read, where their articles begin and end, what was received. */
@Service
public class FileService {

    private final Importer importer;
    private final Freezer freezer;
    private final Intake intake;
    private final SourceFileRepository files;
    private final UploadStore store;
    private final AccessPolicy policy;

    FileService(
            Importer importer,
            Freezer freezer,
            Intake intake,
            SourceFileRepository files,
            UploadStore store,
            AccessPolicy policy) {
        this.importer = importer;
        this.freezer = freezer;
        this.intake = intake;
        this.files = files;
        this.store = store;
        this.policy = policy;
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

    private SourceFile requireFile(User actor, SourceFileId id, Permission permission) {
        SourceFile file = files.find(id)
                .filter(found -> policy.allows(actor, found.project(), Permission.READ))
                .orElseThrow(() -> ProblemException.notFound("file", id));
        policy.require(actor, file.project(), permission);
        return file;
    }
}
