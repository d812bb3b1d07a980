package dev.parley.discussion;

import dev.parley.account.User;
import dev.parley.document.Carrier;
import dev.parley.document.Document;
import dev.parley.document.MovedText;
import dev.parley.document.Span;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.core.annotation.Order;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Carries threads over into a document's new text. What people said stays where its words are or where others took their
 * place; if nothing did, the thread is about the document as a whole.
 */
@Component
@Order(3)
class CarriedThreads implements Carrier {

    private static final String SELECT = """
            SELECT id, start_offset, end_offset
            FROM thread
            WHERE document_id = :documentId AND start_offset IS NOT NULL
            """;

    private static final String MOVE = """
            UPDATE thread
            SET start_offset = :start, end_offset = :end
            WHERE id = :id
            """;

    private final JdbcClient jdbc;

    CarriedThreads(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    private record Placed(UUID thread, Span span) {}

    @Override
    public Carried carry(User actor, Document document, int left, MovedText moved) {
        List<Placed> threads = jdbc.sql(SELECT)
                .param("documentId", document.id().value())
                .query(CarriedThreads::placed)
                .list();
        int kept = 0;
        for (Placed thread : threads) {
            kept += moved.sure(thread.span()).isPresent() ? 1 : 0;
            Optional<Span> now = moved.likely(thread.span());
            jdbc.sql(MOVE)
                    .param("id", thread.thread())
                    .param("start", now.map(Span::start).orElse(null))
                    .param("end", now.map(Span::end).orElse(null))
                    .update();
        }
        return new Carried("threads", kept, threads.size() - kept);
    }

    private static Placed placed(ResultSet row, int line) throws SQLException {
        return new Placed(
                row.getObject("id", UUID.class), new Span(row.getInt("start_offset"), row.getInt("end_offset")));
    }
}
