package dev.parley.document;

import dev.parley.account.User;
import dev.parley.document.Document.Segment;
import dev.parley.document.Revision.Replaced;
import dev.parley.project.AccessPolicy;
import dev.parley.project.Permission;
import java.time.ZoneOffset;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Takes in the texts that a document had in another Parley before the one it has. */
@Service
@Transactional
public class RevisionImport {

    private static final String INSERT = """
            INSERT INTO document_revision (document_id, revision, sha256, code_points, utf16, text, segments,
                                           reason, replaced_by, replaced_at)
            VALUES (:id, :revision, :sha256, :codePoints, :utf16, :text, :segments, :reason, :by, :at)
            """;

    private static final String COUNT_ON = """
            UPDATE document
            SET revision = :revision
            WHERE id = :id
            """;

    private final DocumentService documents;
    private final RevisionRepository revisions;
    private final AccessPolicy policy;
    private final JdbcClient jdbc;

    RevisionImport(DocumentService documents, RevisionRepository revisions, AccessPolicy policy, JdbcClient jdbc) {
        this.documents = documents;
        this.revisions = revisions;
        this.policy = policy;
        this.jdbc = jdbc;
    }

    /** An earlier text. */
    public record Earlier(DocumentText text, List<Segment> segments, Replaced replaced) {

        public Earlier {
            segments = List.copyOf(segments);
        }
    }

    /**
     * Puts earlier texts before the one a document has, oldest first.
     *
     * @return false, changing nothing, if it has earlier ones already
     */
    public boolean take(User actor, DocumentId id, List<Earlier> texts) {
        Document document = documents.require(actor, id);
        policy.require(actor, document.project(), Permission.MANAGE);
        if (document.revision() > 1 || !revisions.of(id).isEmpty()) {
            return false;
        }
        for (int number = 1; number <= texts.size(); number++) {
            Earlier earlier = texts.get(number - 1);
            jdbc.sql(INSERT)
                    .param("id", id.value())
                    .param("revision", number)
                    .param("sha256", earlier.text().sha256())
                    .param("codePoints", earlier.text().codePoints())
                    .param("utf16", earlier.text().utf16())
                    .param("text", earlier.text().value())
                    .param("segments", StoredJson.write(earlier.segments()))
                    .param("reason", earlier.replaced().reason())
                    .param("by", earlier.replaced().by().value())
                    .param("at", earlier.replaced().at().atOffset(ZoneOffset.UTC))
                    .update();
        }
        jdbc.sql(COUNT_ON)
                .param("id", id.value())
                .param("revision", texts.size() + 1)
                .update();
        return true;
    }
}
