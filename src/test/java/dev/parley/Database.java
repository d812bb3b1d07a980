package dev.parley;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.UUID;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.h2.jdbcx.JdbcDataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.SimpleDriverDataSource;

/** The databases every repository test runs on. */
public enum Database {
    H2 {
        @Override
        DataSource empty() {
            JdbcDataSource source = new JdbcDataSource();
            source.setUrl("jdbc:h2:mem:" + UUID.randomUUID()
                    + ";MODE=PostgreSQL;DATABASE_TO_LOWER=TRUE;DEFAULT_NULL_ORDERING=HIGH;DB_CLOSE_DELAY=-1");
            return source;
        }
    },
    POSTGRES {
        @Override
        DataSource empty() {
            String name = "t" + UUID.randomUUID().toString().replace("-", "");
            JdbcClient.create(Server.running().getPostgresDatabase())
                    .sql("CREATE DATABASE " + name)
                    .update();
            return new SimpleDriverDataSource(
                    new org.postgresql.Driver(), Server.running().getJdbcUrl("postgres", name), "postgres", "");
        }
    };

    abstract DataSource empty();

    /** A database of its own with all tables and no rows. */
    public DataSource fresh() {
        DataSource source = empty();
        Flyway.configure().dataSource(source).load().migrate();
        return source;
    }

    public static JdbcClient client(DataSource source) {
        return JdbcClient.create(source);
    }

    /** One PostgreSQL for the whole test run, started when first asked for. */
    private static final class Server {

        private static @Nullable EmbeddedPostgres instance;

        static synchronized EmbeddedPostgres running() {
            if (instance == null) {
                try {
                    EmbeddedPostgres started = EmbeddedPostgres.start();
                    Runtime.getRuntime().addShutdownHook(new Thread(() -> stop(started)));
                    instance = started;
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
            }
            return instance;
        }

        private static void stop(EmbeddedPostgres server) {
            try {
                server.close();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}
