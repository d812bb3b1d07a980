package dev.parley.annotation;

import dev.parley.account.User;
import dev.parley.annotation.Annotation.Kind;
import dev.parley.annotation.FarAnnotationRepository.Row;
import dev.parley.document.Document;
import dev.parley.document.DocumentId;
import dev.parley.document.DocumentQuery;
import dev.parley.document.DocumentService;
import dev.parley.document.DocumentText;
import dev.parley.document.Span;
import java.text.Normalizer;
import java.text.Normalizer.Form;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * What an annotator said in the project's other documents, and how it is tied to this one. Only ever one's own: a relation
 * belongs to one person's reading, and where a project is read blind nobody else's is to be seen.
 */
@Service
@Transactional(readOnly = true)
public class FarAnnotations {

    /** So many documents that were worked on last are looked through for one search. */
    private static final int RECENT = 20;

    /** So many documents with the words in them, not all of which one reads oneself. */
    private static final int MATCHES = 100;

    private static final Pattern MARKS = Pattern.compile("\\p{M}+");

    private final FarAnnotationRepository annotations;
    private final SetHeadRepository heads;
    private final DocumentService documents;

    FarAnnotations(FarAnnotationRepository annotations, SetHeadRepository heads, DocumentService documents) {
        this.annotations = annotations;
        this.heads = heads;
        this.documents = documents;
    }

    /**
     * One's annotations elsewhere in the project by the words they cover.
     *
     * @param here the document one is in
     * @param kind mention or claim
     * @param words all of which stand in it, the last perhaps as a beginning; absent for what one worked on last
     */
    public List<FarAnnotation> find(User actor, DocumentId here, Kind kind, @Nullable String words, int limit) {
        Document document = documents.require(actor, here);
        String wanted = words == null ? "" : words.strip();
        // what was worked on last is looked through in any case: it is likeliest, and perhaps not in the word index yet
        List<DocumentId> among = Stream.concat(
                        wanted.isEmpty() ? Stream.of() : withWords(actor, document, wanted).stream(),
                        annotations.recent(document.project(), actor.id(), here, RECENT).stream())
                .distinct()
                .toList();
        List<String> all = Arrays.stream(plain(wanted).split("\\s+"))
                .filter(word -> !word.isEmpty())
                .toList();
        return annotations.inDocuments(document.project(), actor.id(), among, kind).stream()
                .sorted(Comparator.<Row>comparingInt(row -> among.indexOf(row.document()))
                        .thenComparingInt(row -> start(row.annotation())))
                .map(this::far)
                .filter(far -> all.stream().allMatch(plain(far.words())::contains))
                .limit(limit)
                .toList();
    }

    private List<DocumentId> withWords(User actor, Document here, String words) {
        DocumentQuery query = new DocumentQuery(words, null, null, null, null, null, false, false);
        return documents.find(actor, here.project(), query).slice(0, MATCHES).stream()
                .map(Document::id)
                .filter(id -> !id.equals(here.id()))
                .toList();
    }

    /** The relations between one's own set of a document and one's sets of others. Ends that are gone are left out. */
    public List<FarTie> ties(User actor, DocumentId here) {
        Document document = documents.require(actor, here);
        if (heads.find(here, actor.id()).isEmpty()) {
            throw SetAccess.notAssigned(document);
        }
        List<Relation> outward = annotations.leadingFrom(document.project(), actor.id(), here).stream()
                .map(row -> (Relation) row.annotation())
                .toList();
        List<Row> inward = annotations.leadingTo(document.project(), actor.id(), here);
        Set<DocumentId> others = Stream.concat(
                        outward.stream()
                                .flatMap(relation ->
                                        Optional.ofNullable(relation.to().document()).stream()),
                        inward.stream().map(Row::document))
                .collect(Collectors.toSet());
        List<String> ends = Stream.concat(
                        outward.stream().map(relation -> relation.to().annotation()),
                        inward.stream()
                                .map(row -> ((Relation) row.annotation()).from().annotation()))
                .toList();
        Map<Place, FarAnnotation> found = annotations.withIds(document.project(), actor.id(), others, ends).stream()
                .map(this::far)
                .collect(Collectors.toMap(
                        far -> new Place(far.document(), far.annotation().id()), Function.identity()));
        List<FarTie> ties = new ArrayList<>();
        for (Relation relation : outward) {
            DocumentId there = relation.to().document();
            FarAnnotation far = there == null
                    ? null
                    : found.get(new Place(there, relation.to().annotation()));
            if (far != null) {
                ties.add(new FarTie(relation, true, far));
            }
        }
        for (Row row : inward) {
            Relation relation = (Relation) row.annotation();
            FarAnnotation far =
                    found.get(new Place(row.document(), relation.from().annotation()));
            if (far != null) {
                ties.add(new FarTie(relation, false, far));
            }
        }
        return ties;
    }

    private record Place(DocumentId document, String annotation) {}

    private FarAnnotation far(Row row) {
        DocumentText text = documents.text(row.document());
        String words = spans(row.annotation()).stream().map(text::slice).collect(Collectors.joining(" … "));
        return new FarAnnotation(row.document(), row.title(), row.annotation(), words);
    }

    private static int start(Annotation annotation) {
        return spans(annotation).stream().mapToInt(Span::start).findFirst().orElse(0);
    }

    /** Where an annotation stands; an implicit claim stands where its cue does. */
    private static List<Span> spans(Annotation annotation) {
        return switch (annotation) {
            case Mention mention -> mention.spans();
            case Claim claim -> claim.content().isEmpty() ? claim.cue() : claim.content();
            case Relation _ -> List.of();
        };
    }

    /** Without case and accents. */
    private static String plain(String words) {
        return MARKS.matcher(Normalizer.normalize(words, Form.NFKD))
                .replaceAll("")
                .toLowerCase(Locale.ROOT);
    }
}
