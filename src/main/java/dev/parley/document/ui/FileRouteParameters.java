package dev.parley.document.ui;

import com.vaadin.flow.router.NotFoundException;
import com.vaadin.flow.router.RouteParameters;
import dev.parley.document.SourceFileId;

/** Reads the file out of {@code files/:file/cuts}. */
final class FileRouteParameters {

    private static final String FILE = "file";

    private FileRouteParameters() {}

    static String cuts(SourceFileId file) {
        return "files/%s/cuts".formatted(file);
    }

    /** @throws NotFoundException the address holds something that cannot be a file */
    static SourceFileId require(RouteParameters parameters) {
        try {
            return parameters
                    .get(FILE)
                    .map(SourceFileId::of)
                    .orElseThrow(() -> new NotFoundException("There is no such file."));
        } catch (IllegalArgumentException notAnId) {
            throw new NotFoundException("There is no such file.");
        }
    }
}
