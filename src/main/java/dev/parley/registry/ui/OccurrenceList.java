package dev.parley.registry.ui;

import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.OrderedList;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import dev.parley.document.DocumentId;
import dev.parley.page.Note;
import dev.parley.page.PageSection;
import dev.parley.page.ProblemLine;
import dev.parley.page.Row;
import dev.parley.registry.Entity;
import dev.parley.registry.EntityUse.Occurrence;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Where an entity is mentioned, each place in its words with the way there. */
class OccurrenceList extends Composite<PageSection> {

    private static final int PAGE = 25;

    private final RegistryDesk desk;
    private final Entity entity;
    private final Consumer<String> changed;
    private final OrderedList places = new OrderedList();
    private final Button more = new Button("Show more");
    private final ProblemLine problem = new ProblemLine();
    private Row annotators = new Row();
    private @Nullable Occurrence last;
    private int shown;

    OccurrenceList(RegistryDesk desk, Entity entity, Consumer<String> changed) {
        this.desk = desk;
        this.entity = entity;
        this.changed = changed;
        places.addClassName("occurrences");
        more.addClickListener(click -> show());
    }

    @Override
    protected PageSection initContent() {
        int count = desk.counts(entity.project(), List.of(entity.id())).getOrDefault(entity.id(), 0);
        PageSection section = new PageSection(count == 0 ? "Mentions" : "Mentions (%,d)".formatted(count));
        if (count == 0) {
            section.add(new Note("No mention that you may see is linked to it."));
            return section;
        }
        if (desk.mayCurate(entity) && !find(true, 0, 1).isEmpty()) {
            section.add(toCheck());
        }
        section.add(places, more);
        show();
        return section;
    }

    private Row toCheck() {
        Note note = new Note("It was split since some of these were linked. Annotators are asked to choose again.");
        Button settle = new Button(
                "All that are left are right",
                click -> problem.attempt(() -> {
                    desk.curation().settle(desk.viewer(), entity.id());
                    changed.accept(entity.id());
                }));
        return new Row(note, settle, problem);
    }

    private void show() {
        List<Occurrence> found = find(false, shown, PAGE + 1);
        found.stream().limit(PAGE).forEach(this::add);
        shown += Math.min(PAGE, found.size());
        more.setVisible(found.size() > PAGE);
    }

    private List<Occurrence> find(boolean toCheck, int offset, int limit) {
        return desk.known()
                .flatMap(use -> use.occurrences(desk.viewer(), entity, toCheck, offset, limit).stream())
                .toList();
    }

    /** Those who linked the same words stand in one item. */
    private void add(Occurrence place) {
        Occurrence before = last;
        if (before != null
                && before.document().equals(place.document())
                && before.span().equals(place.span())) {
            annotators.add(who(place));
        } else {
            places.add(item(place));
        }
        last = place;
    }

    private ListItem item(Occurrence place) {
        Span words = new Span(place.words());
        words.addClassName("occurrence-words");
        Paragraph passage = new Paragraph(new Span(place.before()), words, new Span(place.after()));
        passage.addClassName("passage");
        passage.getElement().setAttribute("dir", "auto");
        Span title = new Span(place.title());
        title.getElement().setAttribute("dir", "auto");
        title.addClassName("quiet");
        annotators = new Row(title, who(place));
        return new ListItem(passage, annotators);
    }

    private static Anchor who(Occurrence place) {
        Anchor link = link(place.document(), place.annotator(), place.mention());
        if (place.toCheck()) {
            link.add(" · to check");
        }
        return link;
    }

    /** The way to something that an annotator marked in a document. */
    static Anchor link(DocumentId document, String annotator, String mark) {
        return new Anchor("documents/%s?who=%s&mark=%s".formatted(document, annotator, mark), annotator);
    }
}
