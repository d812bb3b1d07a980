package dev.parley.exchange;

import static dev.parley.exchange.Format.Purpose.OTHER_TOOLS;
import static dev.parley.exchange.Format.Purpose.OWN;
import static dev.parley.exchange.Format.Purpose.TABLES;
import static dev.parley.exchange.Format.Purpose.TRAINING;

import dev.parley.problem.ProblemException;
import java.util.Arrays;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The forms in which a project can be taken away. */
public enum Format {
    /** A zip with the records and all that is needed to read and judge them: scheme, schema, decisions, agreement. */
    BUNDLE(OWN, "bundle", "zip", "Bundle", "everything in one zip, with scheme, schema and decisions"),
    /** One JSON object with the manifest and all records. */
    JSON(OWN, "json", "json", "JSON", "one object with manifest, documents, entities and relations"),
    /** One record per line. */
    JSON_LINES(OWN, "jsonl", "jsonl", "JSON Lines", "one record per line, for streaming readers"),
    PER_ANNOTATOR(
            OWN, "per-annotator", "jsonl", "Per annotator", "the records without a gold set: disagreement as data"),

    VIEWS(TRAINING, "views", "zip", "All views", "every training view in one zip, each with its losses"),
    SPANS(TRAINING, "spans", "jsonl", "Spans", "text and labelled offsets, as spaCy reads them"),
    BIO(TRAINING, "bio", "jsonl", "BIO tokens", "tokens with tags, for token classification"),
    BILOU(TRAINING, "bilou", "jsonl", "BILOU tokens", "the same with BILOU tags"),
    CONLL_2003(TRAINING, "conll2003", "conll", "CoNLL-2003", "four columns, IOB2 tags"),
    CONLL_2003_IOB1(TRAINING, "conll2003-iob1", "conll", "CoNLL-2003, IOB1", "tags as first published"),
    CONLL_2003_BIOES(TRAINING, "conll2003-bioes", "conll", "CoNLL-2003, BIOES", "tags with ends and singles"),
    TRIPLES(TRAINING, "triples", "jsonl", "Attribution", "source, cue and content of each claim"),
    FLAT(TRAINING, "flat", "jsonl", "Flat attribution", "one role per token"),
    CLAIMS(TRAINING, "claims", "jsonl", "Claim detection", "does a sentence hold a claim, with soft labels"),
    PAIRS(TRAINING, "pairs", "jsonl", "Claim pairs", "two claims and their relation, unrelated ones sampled"),
    LINKING(TRAINING, "linking", "jsonl", "Entity linking", "a mention, its entity, and candidates"),
    CHAT(TRAINING, "chat", "jsonl", "Chat", "question and answer, for instruction tuning"),
    PREFERENCE(TRAINING, "preference", "jsonl", "Preference", "the version taken and the one left"),
    LEWIDI(TRAINING, "lewidi", "zip", "Soft labels", "learning with disagreements, a file per part"),
    PARQUET(TRAINING, "parquet", "parquet", "Parquet", "nested columns, a row per document and set"),
    HUGGING_FACE(TRAINING, "huggingface", "zip", "Hugging Face", "a dataset folder that describes itself"),

    LABEL_STUDIO(OTHER_TOOLS, "label-studio", "json", "Label Studio", "tasks with one annotation per set"),
    DOCCANO(OTHER_TOOLS, "doccano", "jsonl", "doccano", "text and labels, a line per set"),
    DOCCANO_RELATIONS(OTHER_TOOLS, "doccano-relations", "jsonl", "doccano, relations", "entities and relations"),
    PRODIGY(OTHER_TOOLS, "prodigy", "jsonl", "Prodigy", "tokens, spans and relations"),
    BRAT(OTHER_TOOLS, "brat", "zip", "brat", "standoff files and their configuration"),
    WEBANNO_TSV(OTHER_TOOLS, "webanno-tsv", "zip", "WebAnno TSV 3.3", "a file per document and set"),
    XMI(OTHER_TOOLS, "xmi", "zip", "UIMA XMI", "with INCEpTION's types"),
    CAS_JSON(OTHER_TOOLS, "cas-json", "zip", "UIMA CAS JSON", "with INCEpTION's types"),
    WEB_ANNOTATION(OTHER_TOOLS, "w3c", "jsonld", "Web Annotation", "W3C JSON-LD"),

    CSV(TABLES, "csv", "csv", "CSV of claims", "a claim per row"),
    CSV_REGISTRY(TABLES, "csv-registry", "csv", "CSV of the registry", "an entity per row"),
    XLSX(TABLES, "xlsx", "xlsx", "Excel", "claims and registry, a sheet each");

    private final Purpose purpose;
    private final String id;
    private final String extension;
    private final String title;
    private final String hint;

    Format(Purpose purpose, String id, String extension, String title, String hint) {
        this.purpose = purpose;
        this.id = id;
        this.extension = extension;
        this.title = title;
        this.hint = hint;
    }

    /** What a format is good for. */
    public enum Purpose {
        /** Everything, to keep or to move to another Parley. */
        OWN("Parley"),
        TRAINING("Training"),
        OTHER_TOOLS("Other tools"),
        TABLES("Tables");

        private final String title;

        Purpose(String title) {
            this.title = title;
        }

        /** For people. */
        public String title() {
            return title;
        }
    }

    /** The format with this id. @throws ProblemException invalid, naming the known ones */
    public static Format of(@Nullable String id) {
        return Arrays.stream(values())
                .filter(format -> format.id.equals(id))
                .findFirst()
                .orElseThrow(() -> ProblemException.invalid((id == null
                                ? "Say which format; known ones are %s."
                                : "The format \"%2$s\" is not known; known ones are %1$s.")
                        .formatted(Arrays.stream(values()).map(Format::id).collect(Collectors.joining(", ")), id)));
    }

    public Purpose purpose() {
        return purpose;
    }

    /** As named in the HTTP contract. */
    public String id() {
        return id;
    }

    public String mediaType() {
        return switch (extension) {
            case "zip" -> "application/zip";
            case "json" -> "application/json";
            case "jsonl" -> "application/jsonl";
            case "jsonld" -> "application/ld+json";
            case "conll" -> "text/plain";
            case "csv" -> "text/csv";
            case "parquet" -> "application/vnd.apache.parquet";
            case "xlsx" -> "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
            default -> throw new IllegalStateException("no media type for " + extension);
        };
    }

    /** Whether the file is text in UTF-8. */
    public boolean isText() {
        return switch (extension) {
            case "zip", "parquet", "xlsx" -> false;
            default -> true;
        };
    }

    /** Whether it can be written without the articles' words. */
    public boolean worksWithoutText() {
        return purpose == OWN;
    }

    /** Whose work is taken where nobody says: views hold one answer for each text, ours and Label Studio's hold several. */
    public Selection usualSets() {
        return purpose == OWN || this == LABEL_STUDIO || this == LEWIDI || this == HUGGING_FACE
                ? new Selection.All()
                : new Selection.GoldOnly();
    }

    /** Whether sets that are not handed in are written where nobody says: what restores a project needs them. */
    public boolean usualDrafts() {
        return this == BUNDLE;
    }

    /** Of the file, without the dot. */
    public String extension() {
        return extension;
    }

    /** As people call it. */
    public String title() {
        return title;
    }

    /** What is in it, as a part of a sentence. */
    public String hint() {
        return hint;
    }
}
