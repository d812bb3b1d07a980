package dev.parley.agreement.api;

import dev.parley.agreement.AgreementService.Scope;
import dev.parley.document.DocumentId;
import dev.parley.problem.Problem.Fault;
import dev.parley.problem.ProblemException;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.web.util.UriComponentsBuilder;

/** What a report looks at, as it stands in an address. What is absent does not restrict. */
record ScopeQuery(
        @Nullable String layer,
        @Nullable Set<String> annotators,
        @Nullable Set<String> documents,
        @Nullable String from,
        @Nullable String to) {

    Scope scope() {
        return new Scope(
                layer == null || layer.isBlank() ? null : layer,
                annotators == null ? Set.of() : annotators,
                documents == null
                        ? Set.of()
                        : documents.stream().map(ScopeQuery::document).collect(Collectors.toSet()),
                day("from", from),
                day("to", to));
    }

    /** With its question mark; empty for everything. */
    static String of(Scope scope) {
        UriComponentsBuilder query = UriComponentsBuilder.newInstance();
        List<String> documents = new ArrayList<>();
        scope.documents().forEach(document -> documents.add(document.toString()));
        query.queryParamIfPresent("layer", Optional.ofNullable(scope.layer()));
        new TreeSet<>(scope.annotators()).forEach(name -> query.queryParam("annotators", name));
        documents.stream().sorted().forEach(document -> query.queryParam("documents", document));
        query.queryParamIfPresent("from", Optional.ofNullable(scope.from()));
        query.queryParamIfPresent("to", Optional.ofNullable(scope.to()));
        return query.encode().toUriString();
    }

    private static @Nullable LocalDate day(String field, @Nullable String written) {
        try {
            return written == null || written.isBlank() ? null : LocalDate.parse(written);
        } catch (DateTimeParseException e) {
            String message = "%s is a day such as 2026-11-22, not “%s”.".formatted(field, written);
            throw ProblemException.invalid(message, List.of(new Fault(field, message)));
        }
    }

    private static DocumentId document(String id) {
        try {
            return new DocumentId(UUID.fromString(id));
        } catch (IllegalArgumentException e) {
            String message = "“%s” is not the id of a document.".formatted(id);
            throw ProblemException.invalid(message, List.of(new Fault("documents", message)));
        }
    }
}
