package dev.parley.exchange.table;

import dev.parley.exchange.ExportSource;
import dev.parley.registry.Entity;
import java.io.IOException;
import java.util.Comparator;
import java.util.List;

/** An entity of the registry per row, its other names in one cell. */
final class RegistryRows {

    /** Between the names in one cell; the import reads it back. */
    static final String AND = " | ";

    private RegistryRows() {}

    static void write(ExportSource source, Sheet sheet) throws IOException {
        sheet.row(List.of("id", "type", "name", "aliases"));
        List<Entity> entities = source.entities().stream()
                .sorted(Comparator.comparing(Entity::id))
                .toList();
        for (Entity entity : entities) {
            sheet.row(List.of(
                    entity.id(),
                    entity.type(),
                    entity.name(),
                    String.join(AND, entity.names().subList(1, entity.names().size()))));
        }
    }
}
