package dev.parley.annotation;

import dev.parley.account.User;
import dev.parley.document.Document;
import dev.parley.document.DocumentId;
import dev.parley.document.DocumentService;
import dev.parley.problem.ProblemException;
import dev.parley.scheme.SchemeService;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** One's own set, changed edit by edit: each is applied, taken back, brought back and told of. */
@Service
@Transactional
public class EditService {

    private final SetHeadRepository heads;
    private final SetDesk desk;
    private final SetEditor editor;
    private final EditLog log;
    private final LogTexts texts;
    private final DocumentService documents;
    private final SchemeService schemes;
    private final SetAccess access;

    EditService(
            SetHeadRepository heads,
            SetDesk desk,
            SetEditor editor,
            EditLog log,
            LogTexts texts,
            DocumentService documents,
            SchemeService schemes,
            SetAccess access) {
        this.heads = heads;
        this.desk = desk;
        this.editor = editor;
        this.log = log;
        this.texts = texts;
        this.documents = documents;
        this.schemes = schemes;
        this.access = access;
    }

    /** Applies edits to one's own set, each on its own. */
    public EditOutcome edit(User actor, DocumentId id, List<Edit> edits) {
        Document document = access.requireAnnotator(actor, id);
        SetHead head = access.lockOwn(actor, document);
        WorkingCopy copy = desk.open(head, documents.text(id));
        // a browser that lost the answer may send again what was stored before the set was handed in
        if (!editor.known(copy, edits).containsAll(edits.stream().map(Edit::id).toList())) {
            SetAccess.requireDraft(head, document);
        }
        EditOutcome outcome = editor.edit(
                copy,
                documents.get(id).revision(),
                schemes.current(document.project()),
                desk.surroundings(document, actor.id()),
                edits);
        desk.close(copy, head);
        return outcome;
    }

    /**
     * Takes back one's last command that is not taken back yet.
     *
     * @param edit id for the edit that does it, so that sending it again does nothing; ours if absent
     * @throws ProblemException conflict if there is none
     */
    public Reversal undo(User actor, DocumentId id, @Nullable String edit) {
        return revert(actor, id, edit, editor::undo);
    }

    /** Brings back what was taken back last, unless something new was done since. */
    public Reversal redo(User actor, DocumentId id, @Nullable String edit) {
        return revert(actor, id, edit, editor::redo);
    }

    /** What undo and redo would do to one's own set. */
    @Transactional(readOnly = true)
    public Reversible reversible(User actor, DocumentId id) {
        Document document = documents.require(actor, id);
        SetHead head = heads.find(id, actor.id()).orElseThrow(() -> SetAccess.notAssigned(document));
        return editor.reversible(head.id(), documents.text(id));
    }

    private interface Reverting {
        Reversal on(WorkingCopy copy, int schemeVersion, @Nullable String edit);
    }

    private Reversal revert(User actor, DocumentId id, @Nullable String edit, Reverting reverting) {
        Document document = access.requireAnnotator(actor, id);
        SetHead head = access.lockOwn(actor, document);
        if (edit != null && !log.known(head.id(), List.of(edit)).isEmpty()) {
            return new Reversal(head.sequence(), "nothing more: this was done before", List.of());
        }
        SetAccess.requireDraft(head, document);
        WorkingCopy copy = desk.open(head, documents.text(id));
        Reversal reversal =
                reverting.on(copy, schemes.current(document.project()).version(), edit);
        desk.close(copy, head);
        return reversal;
    }

    /**
     * One's own edits, newest first.
     *
     * @param since only those with a larger sequence
     * @param before only those with a smaller sequence
     */
    @Transactional(readOnly = true)
    public List<HistoryEntry> history(User actor, DocumentId id, long since, long before, int limit) {
        Document document = documents.require(actor, id);
        SetHead head = heads.find(id, actor.id()).orElseThrow(() -> SetAccess.notAssigned(document));
        return texts.inWords(head.id(), id, documents.text(id), log.between(head.id(), since, before, limit));
    }
}
