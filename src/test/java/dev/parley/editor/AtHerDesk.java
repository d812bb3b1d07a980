package dev.parley.editor;

import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.io.TempDir;

/** Ada before her screen, with a packaged Parley of her own for all tests of a class. */
@TestInstance(Lifecycle.PER_CLASS)
abstract class AtHerDesk {

    Ada ada;

    @BeforeAll
    void open(@TempDir Path folder) {
        ada = new Ada(folder);
    }

    @AfterAll
    void close() {
        if (ada != null) {
            ada.close();
        }
    }
}
