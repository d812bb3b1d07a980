package dev.parley.discussion;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.Database;
import dev.parley.StoredDocument;
import dev.parley.document.Span;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

@ParameterizedClass
@EnumSource(Database.class)
class ThreadRepositoryTests {

    private static final Instant NOON = Instant.parse("2026-11-22T12:00:00Z");

    @Parameter
    Database database;

    @Test
    void givesBackWhatWasSaidAndWhoTakesPart() {
        DataSource source = database.fresh();
        StoredDocument stored = new StoredDocument(source, "The ferry runs again.");
        ThreadRepository threads = new ThreadRepository(Database.client(source));
        ThreadId id = ThreadId.random();
        Anchor anchor = new Anchor("claim:7", new Span(4, 9));

        threads.insert(id, stored.project, stored.document, anchor, stored.user, NOON);
        threads.comment(id, stored.user, "Which ferry?", Set.of(stored.user), false, NOON);
        threads.comment(id, stored.user, "The night ferry.", Set.of(stored.user), true, NOON.plusSeconds(1));

        CommentThread found = threads.find(id).orElseThrow();
        assertThat(found.anchor()).isEqualTo(anchor);
        assertThat(found.comments()).extracting(Comment::text).containsExactly("Which ferry?", "The night ferry.");
        assertThat(found.comments()).extracting(Comment::at).containsExactly(NOON, NOON.plusSeconds(1));
        assertThat(found.members()).containsExactly(stored.user);
        assertThat(found.supervised()).isTrue();
        assertThat(threads.of(stored.document)).containsExactly(found);
        assertThat(threads.about(stored.document, "claim:7")).containsExactly(found);
        assertThat(threads.about(stored.document, "claim:8")).isEmpty();
        assertThat(threads.waiting(stored.user, List.of(stored.project), 10)).isEmpty();
        assertThat(threads.open(stored.project, List.of("claim:7"))).isEqualTo(Map.of("claim:7", 1));

        threads.resolve(id, stored.user, NOON.plusSeconds(2));

        assertThat(threads.find(id).orElseThrow().isOpen()).isFalse();
        assertThat(threads.open(stored.project, List.of("claim:7"))).isEmpty();

        threads.resolve(id, null, null);

        assertThat(threads.find(id)).contains(found);
    }
}
