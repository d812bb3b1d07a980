package dev.parley.exchange.split;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.Database;
import dev.parley.StoredDocument;
import dev.parley.project.ProjectId;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;

@ParameterizedClass
@EnumSource(Database.class)
class SplitRepositoryTests {

    @Parameter
    Database database;

    @Test
    void keepsWhereADocumentStands() {
        DataSource source = database.fresh();
        StoredDocument stored = new StoredDocument(source, "The ferry sails.");
        SplitRepository splits = new SplitRepository(Database.client(source), new NamedParameterJdbcTemplate(source));
        Placement placement = new Placement(
                stored.document, stored.document.toString(), Part.TEST, EnumSet.of(Part.TRAIN, Part.TEST));

        splits.lock(stored.project);
        splits.insert(stored.project, List.of(placement), Instant.parse("2026-11-22T12:00:00Z"));

        assertThat(splits.find(stored.project).placements()).isEqualTo(Map.of(stored.document, placement));
        assertThat(splits.find(stored.project).conflicts()).containsExactly(placement);
        assertThat(splits.find(ProjectId.random()).placements()).isEmpty();
    }

    @Test
    void keepsThatNothingWasJoined() {
        DataSource source = database.fresh();
        StoredDocument stored = new StoredDocument(source, "The ferry sails.");
        SplitRepository splits = new SplitRepository(Database.client(source), new NamedParameterJdbcTemplate(source));
        Placement alone = new Placement(stored.document, stored.document.toString(), Part.DEV, Set.of());

        splits.insert(stored.project, List.of(alone), Instant.parse("2026-11-22T12:00:00Z"));

        assertThat(splits.find(stored.project).placements()).isEqualTo(Map.of(stored.document, alone));
    }
}
