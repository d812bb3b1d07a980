package dev.parley.agreement.ui;

import com.vaadin.flow.component.html.Anchor;
import dev.parley.agreement.Behind;
import dev.parley.agreement.Measured;
import dev.parley.document.DocumentId;
import dev.parley.project.ProjectId;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/**
 * The way from a figure to the disagreements behind it: the queue, narrowed to a layer and to what lowers the figure.
 *
 * @param document the only one; all if absent
 */
record QueueLink(
        ProjectId project,
        String layer,
        Behind figure,
        @Nullable DocumentId document) {

    static QueueLink of(ProjectId project, String layer) {
        return new QueueLink(project, layer, Behind.ANYTHING, null);
    }

    QueueLink with(Behind other) {
        return new QueueLink(project, layer, other, document);
    }

    QueueLink in(DocumentId other) {
        return new QueueLink(project, layer, figure, other);
    }

    /** Only what lowers this figure. */
    QueueLink behind(Measured measured) {
        return with(figure.measuredBy(MeasureWords.inQueue(measured)));
    }

    Anchor words(String words) {
        String address = "projects/%s/adjudicate?layer=%s".formatted(project, encoded(layer));
        String narrowed = figure.equals(Behind.ANYTHING) ? "" : "&behind=" + encoded(figure.written());
        String place = document == null ? "" : "&document=%s&order=document".formatted(document);
        return new Anchor(address + narrowed + place, words);
    }

    private static String encoded(String word) {
        return URLEncoder.encode(word, StandardCharsets.UTF_8);
    }
}
