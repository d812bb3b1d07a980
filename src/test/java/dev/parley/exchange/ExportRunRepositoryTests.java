package dev.parley.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.Database;
import dev.parley.StoredDocument;
import java.time.Instant;
import java.util.UUID;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

@ParameterizedClass
@EnumSource(Database.class)
class ExportRunRepositoryTests {

    @Parameter
    Database database;

    @Test
    void listsTheLatestFirst() {
        DataSource source = database.fresh();
        StoredDocument stored = new StoredDocument(source, "The ferry sails.");
        ExportRunRepository runs = new ExportRunRepository(Database.client(source));
        ExportRun first = run("2026-11-22T12:00:00Z");
        ExportRun second = run("2026-11-22T13:00:00Z");

        runs.insert(stored.project, stored.user, first);
        runs.insert(stored.project, stored.user, second);

        assertThat(runs.latest(stored.project, 10)).containsExactly(second, first);
        assertThat(runs.latest(stored.project, 1)).containsExactly(second);
    }

    private static ExportRun run(String at) {
        return new ExportRun(
                UUID.randomUUID(), "ann", "jsonl", "tiny.jsonl", "sets=all", 12, "a".repeat(64), 3, Instant.parse(at));
    }
}
