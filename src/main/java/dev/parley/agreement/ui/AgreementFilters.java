package dev.parley.agreement.ui;

import com.vaadin.flow.component.combobox.MultiSelectComboBox;
import com.vaadin.flow.component.datepicker.DatePicker;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.router.QueryParameters;
import dev.parley.agreement.AgreementService.Scope;
import dev.parley.document.Document;
import dev.parley.document.DocumentId;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Narrows the report; what is chosen is in the address, so that it can be shared. */
final class AgreementFilters extends Div {

    private static final String LAYER = "layer";
    private static final String LABEL = "label";
    private static final String ANNOTATOR = "annotator";
    private static final String DOCUMENT = "document";
    private static final String FROM = "from";
    private static final String TO = "to";

    private final Select<String> layers = new Select<>();
    private final Select<String> labels = new Select<>();
    private final MultiSelectComboBox<String> annotators = new MultiSelectComboBox<>("Annotators");
    private final MultiSelectComboBox<Document> documents = new MultiSelectComboBox<>("Documents");
    private final DatePicker from = new DatePicker("Handed in from");
    private final DatePicker to = new DatePicker("to");

    /**
     * What an address asks for.
     *
     * @param documents those the scope names
     * @param label the only one to show; all if absent
     */
    record Chosen(
            Scope scope, List<Document> documents, @Nullable String label) {}

    /**
     * @param people what annotators are called, by sign-in name
     * @param offer fills the box of documents
     */
    AgreementFilters(
            Map<String, String> layerNames,
            List<String> labelIds,
            Map<String, String> people,
            Chosen chosen,
            Consumer<MultiSelectComboBox<Document>> offer,
            Consumer<QueryParameters> changed) {
        addClassName("agreement-filters");
        offer(layers, "Layer", "All layers", List.copyOf(layerNames.keySet()), layerNames);
        layers.setValue(chosen.scope().layer());
        offer(labels, "Label", "All labels", labelIds, Map.of());
        labels.setValue(chosen.label());
        annotators.setItems(people.keySet());
        annotators.setItemLabelGenerator(name -> people.getOrDefault(name, name));
        annotators.setPlaceholder("Everybody");
        annotators.setValue(chosen.scope().annotators());
        offer.accept(documents);
        documents.setPlaceholder("All documents");
        documents.setValue(chosen.documents());
        from.setValue(chosen.scope().from());
        to.setValue(chosen.scope().to());
        from.setClearButtonVisible(true);
        to.setClearButtonVisible(true);
        layers.addValueChangeListener(event -> tell(event.isFromClient(), changed));
        labels.addValueChangeListener(event -> tell(event.isFromClient(), changed));
        annotators.addValueChangeListener(event -> tell(event.isFromClient(), changed));
        documents.addValueChangeListener(event -> tell(event.isFromClient(), changed));
        from.addValueChangeListener(event -> tell(event.isFromClient(), changed));
        to.addValueChangeListener(event -> tell(event.isFromClient(), changed));
        // "to" alone on a line of its own would say nothing
        Div days = new Div(from, to);
        days.addClassName("filter-days");
        add(layers, labels, annotators, documents, days);
    }

    private static void offer(
            Select<String> select, String label, String everything, List<String> items, Map<String, String> words) {
        select.setLabel(label);
        select.setItems(items);
        select.setEmptySelectionAllowed(true);
        select.setEmptySelectionCaption(everything);
        select.setItemLabelGenerator(item -> item == null ? everything : words.getOrDefault(item, item));
    }

    private void tell(boolean fromClient, Consumer<QueryParameters> changed) {
        if (fromClient) {
            changed.accept(parameters());
        }
    }

    private QueryParameters parameters() {
        Map<String, List<String>> chosen = new LinkedHashMap<>();
        layers.getOptionalValue().ifPresent(layer -> chosen.put(LAYER, List.of(layer)));
        labels.getOptionalValue().ifPresent(label -> chosen.put(LABEL, List.of(label)));
        put(chosen, ANNOTATOR, annotators.getValue().stream().sorted().toList());
        put(
                chosen,
                DOCUMENT,
                documents.getValue().stream()
                        .map(document -> document.id().toString())
                        .sorted()
                        .toList());
        from.getOptionalValue().ifPresent(day -> chosen.put(FROM, List.of(day.toString())));
        to.getOptionalValue().ifPresent(day -> chosen.put(TO, List.of(day.toString())));
        return new QueryParameters(chosen);
    }

    private static void put(Map<String, List<String>> chosen, String name, List<String> values) {
        if (!values.isEmpty()) {
            chosen.put(name, values);
        }
    }

    /**
     * What an address asks for; what it gets wrong does not restrict.
     *
     * @param named the documents of the project with these ids
     */
    static Chosen read(
            QueryParameters parameters,
            Set<String> layers,
            Collection<String> names,
            Function<Collection<String>, List<Document>> named) {
        List<Document> documents = named.apply(parameters.getParameters(DOCUMENT));
        Set<String> annotators = parameters.getParameters(ANNOTATOR).stream()
                .filter(names::contains)
                .collect(Collectors.toSet());
        String layer =
                parameters.getSingleParameter(LAYER).filter(layers::contains).orElse(null);
        Set<DocumentId> ids = documents.stream().map(Document::id).collect(Collectors.toSet());
        Scope scope = new Scope(layer, annotators, ids, day(parameters, FROM), day(parameters, TO));
        return new Chosen(scope, documents, parameters.getSingleParameter(LABEL).orElse(null));
    }

    private static @Nullable LocalDate day(QueryParameters parameters, String name) {
        Optional<String> written = parameters.getSingleParameter(name);
        try {
            return written.map(LocalDate::parse).orElse(null);
        } catch (DateTimeParseException notADay) {
            return null;
        }
    }

    /** The same choice as the API takes it. */
    static String api(Scope scope) {
        List<String> words = new ArrayList<>();
        Optional.ofNullable(scope.layer()).ifPresent(layer -> words.add("layer=" + layer));
        scope.annotators().stream().sorted().forEach(name -> words.add("annotators=" + name));
        scope.documents().stream().map(DocumentId::toString).sorted().forEach(id -> words.add("documents=" + id));
        Optional.ofNullable(scope.from()).ifPresent(day -> words.add("from=" + day));
        Optional.ofNullable(scope.to()).ifPresent(day -> words.add("to=" + day));
        return words.isEmpty() ? "" : "?" + String.join("&", words);
    }
}
