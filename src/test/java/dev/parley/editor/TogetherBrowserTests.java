package dev.parley.editor;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Page;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Two people at one article in a project where they may see each other's work. */
class TogetherBrowserTests {

    /** In the set of one, in both together, and by a link to one mark. */
    @Test
    void whatOneMarksTheOtherSees(@TempDir Path folder) {
        try (Ada ada = new Ada(folder, "open")) {
            ada.reads("Otunge left the harbour on Tuesday, and the boats of Sudland followed.\n");
            Page ben = ada.isReadBy("ben", "Ben Quill");

            assertThat(ada.page().locator(".status .present")).containsText("Ben Quill");
            ada.selects("Sudland");
            ada.presses("g");
            assertThat(ben.locator(".mark.mention")).hasText("Sudland");
            ada.presses("Delete");
            assertThat(ben.locator(".mark.mention")).hasCount(0);

            ada.sharesWith("ben");
            ada.lookAt(ben, "?who=*");
            ada.presses("Control+Home", "p");
            assertThat(ben.locator(".mark.mention.differs")).hasText("Otunge");
            String mark = ada.isMarkedBy("ben", "PERSON", "Otunge");
            assertThat(ben.locator(".mark.mention:not(.differs)")).hasCount(2);
            assertThat(ben.locator("parley-span-editor > .note")).containsText("all the same");

            ada.isMarkedBy("ben", "GPE", "Sudland");
            ada.lookAt(ben, "?mark=" + mark);
            assertThat(ben.locator(".mark[aria-current]")).hasText("Otunge");
        }
    }
}
