package dev.parley.exchange;

import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import org.springframework.stereotype.Component;

/** Our own formats, which hold everything. */
@Component
public class OwnForms implements FormFamily {

    @Override
    public List<Form> forms() {
        return List.of(
                new Own(Format.BUNDLE),
                new Own(Format.JSON),
                new Own(Format.JSON_LINES),
                new Own(Format.PER_ANNOTATOR));
    }

    private record Own(Format format) implements Form {

        @Override
        public void write(Outgoing project, OutputStream out, Losses losses) throws IOException {
            new ExportWriter(project).write(format, out);
        }
    }
}
