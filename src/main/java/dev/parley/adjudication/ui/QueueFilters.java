package dev.parley.adjudication.ui;

import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.router.QueryParameters;
import dev.parley.adjudication.QueueFilter;
import dev.parley.adjudication.QueueFilter.Order;
import dev.parley.adjudication.QueueFilter.State;
import dev.parley.adjudication.Vocabulary;
import dev.parley.agreement.Behind;
import dev.parley.agreement.Cause;
import dev.parley.document.Document;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Stream;

/** Narrows the queue; what is chosen is in the address, so that it can be shared and linked to. */
final class QueueFilters extends Div {

    private static final String CAUSE = "cause";
    private static final String LAYER = "layer";
    private static final String BEHIND = "behind";
    private static final String LABEL = "label";
    private static final String ANNOTATOR = "annotator";
    private static final String DOCUMENT = "document";
    private static final String STATE = "state";
    private static final String ORDER = "order";

    private Behind behind;
    private final Select<Cause> causes = new Select<>();
    private final Select<String> layers = new Select<>();
    private final Select<String> labels = new Select<>();
    private final Select<String> annotators = new Select<>();
    private final ComboBox<Document> documents = new ComboBox<>("Document");
    private final Select<State> states = new Select<>();
    private final Select<Order> orders = new Select<>();

    /**
     * @param people the names of annotators, by the names they sign in with; none where names are hidden
     * @param document the one chosen
     * @param offer fills the box of documents
     */
    QueueFilters(
            Vocabulary vocabulary,
            Map<String, String> people,
            QueueFilter chosen,
            Optional<Document> document,
            Consumer<ComboBox<Document>> offer,
            Consumer<QueryParameters> changed) {
        addClassName("queue-filters");
        offer(causes, "Cause", "All causes", List.of(Cause.values()), Cause::title);
        causes.setValue(chosen.cause());
        behind = chosen.behind();
        offer(layers, "Layer", "All layers", vocabulary.layers(), vocabulary::layer);
        layers.setValue(chosen.layer());
        offer(labels, "Label", "All labels", vocabulary.labels(), vocabulary::label);
        labels.setValue(chosen.label());
        offer(
                annotators,
                "Annotator",
                "All annotators",
                List.copyOf(people.keySet()),
                name -> people.getOrDefault(name, name));
        annotators.setValue(chosen.annotator());
        annotators.setVisible(!people.isEmpty());
        offer.accept(documents);
        documents.setPlaceholder("All documents");
        documents.setClearButtonVisible(true);
        document.ifPresent(documents::setValue);
        states.setLabel("State");
        states.setItems(State.values());
        states.setItemLabelGenerator(QueueFilters::words);
        states.setValue(chosen.state());
        orders.setLabel("Order");
        orders.setItems(Order.values());
        orders.setItemLabelGenerator(order -> order == Order.VALUE ? "By value" : "As one reads");
        orders.setValue(chosen.order());
        for (Select<?> select : List.of(causes, layers, labels, annotators, states, orders)) {
            select.addValueChangeListener(event -> tell(event.isFromClient(), changed));
        }
        documents.addValueChangeListener(event -> tell(event.isFromClient(), changed));
        add(causes, layers, labels, annotators, documents, states, orders);
        if (!behind.equals(Behind.ANYTHING)) {
            add(new Button("Show more than what lowers the figure", click -> {
                behind = Behind.ANYTHING;
                changed.accept(parameters());
            }));
        }
    }

    private void tell(boolean fromClient, Consumer<QueryParameters> changed) {
        if (fromClient) {
            changed.accept(parameters());
        }
    }

    private static <T> void offer(
            Select<T> select, String label, String everything, List<T> items, Function<T, String> words) {
        select.setLabel(label);
        select.setItems(items);
        select.setEmptySelectionAllowed(true);
        select.setEmptySelectionCaption(everything);
        select.setItemLabelGenerator(item -> item == null ? everything : words.apply(item));
    }

    private QueryParameters parameters() {
        Map<String, String> chosen = new LinkedHashMap<>();
        causes.getOptionalValue().ifPresent(cause -> chosen.put(CAUSE, cause.wire()));
        layers.getOptionalValue().ifPresent(layer -> chosen.put(LAYER, layer));
        labels.getOptionalValue().ifPresent(label -> chosen.put(LABEL, label));
        annotators.getOptionalValue().ifPresent(name -> chosen.put(ANNOTATOR, name));
        documents
                .getOptionalValue()
                .ifPresent(document -> chosen.put(DOCUMENT, document.id().toString()));
        if (!behind.equals(Behind.ANYTHING)) {
            chosen.put(BEHIND, behind.written());
        }
        if (states.getValue() != State.OPEN) {
            chosen.put(STATE, wire(states.getValue()));
        }
        if (orders.getValue() == Order.DOCUMENT) {
            chosen.put(ORDER, "document");
        }
        return QueryParameters.simple(chosen);
    }

    /** The id of the document an address asks for. */
    static List<String> document(QueryParameters parameters) {
        return parameters.getSingleParameter(DOCUMENT).stream().toList();
    }

    /** What an address asks for; what it gets wrong does not restrict. */
    static QueueFilter read(QueryParameters parameters, Optional<Document> document) {
        return new QueueFilter(
                parameters.getSingleParameter(CAUSE).flatMap(Cause::of).orElse(null),
                parameters.getSingleParameter(LAYER).orElse(null),
                parameters.getSingleParameter(LABEL).orElse(null),
                parameters.getSingleParameter(ANNOTATOR).orElse(null),
                document.map(Document::id).orElse(null),
                parameters.getSingleParameter(BEHIND).map(Behind::of).orElse(Behind.ANYTHING),
                parameters
                        .getSingleParameter(STATE)
                        .flatMap(QueueFilters::state)
                        .orElse(State.OPEN),
                parameters.getSingleParameter(ORDER).filter("document"::equals).isPresent()
                        ? Order.DOCUMENT
                        : Order.VALUE);
    }

    private static String wire(State state) {
        return state.name().toLowerCase(Locale.ROOT);
    }

    private static Optional<State> state(String wire) {
        return Stream.of(State.values())
                .filter(state -> wire(state).equals(wire))
                .findFirst();
    }

    private static String words(State state) {
        return switch (state) {
            case OPEN -> "Open";
            case WAITING -> "Sent back, waiting";
            case ANSWERED -> "Sent back, answered";
            case DECIDED -> "Decided";
            case AUTOMATIC -> "Decided by a rule";
            case AUDIT -> "Decided by a rule, to audit";
            case ALL -> "All";
        };
    }
}
