package dev.parley.exchange;

import dev.parley.account.UserId;
import dev.parley.adjudication.Rules;
import dev.parley.document.DocumentId;
import dev.parley.project.Project;
import dev.parley.project.ProjectSettings;
import dev.parley.project.Role;
import dev.parley.registry.Alias;
import dev.parley.registry.Entity;
import dev.parley.scheme.Presets;
import dev.parley.scheme.Reading;
import dev.parley.scheme.Scheme;
import dev.parley.scheme.SchemeReader;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.LongFunction;

/** A project whose documents are made when they are asked for. */
public record GeneratedSource(int documents, LongFunction<Article> article) implements ExportSource {

    static final Names PSEUDONYMS =
            Names.pseudonyms(Map.of("annotator1", 1, "annotator2", 2, "annotator3", 3), name -> 4);

    @Override
    public Project project() {
        return new Project(Articles.PROJECT, "Harbour talks", ProjectSettings.DEFAULT, Articles.NOON);
    }

    @Override
    public SchemeFiles scheme() {
        return new SchemeFiles("envoys", 2, "parley-schema: 1\nid: envoys\n", "{\"id\":\"envoys\"}\n");
    }

    @Override
    public Scheme definition() {
        return ((Reading.Readable) SchemeReader.read(Presets.source("envoys"))).scheme();
    }

    @Override
    public Optional<GuidelineFile> guidelines() {
        return Optional.empty();
    }

    @Override
    public Setup setup() {
        return new Setup(ProjectSettings.DEFAULT, Rules.DEFAULT, List.of(), List.of(), List.of());
    }

    @Override
    public String nameOf(UserId person) {
        return "supervisor";
    }

    @Override
    public void forEachAssignment(Consumer<Assigned> reader) {
        forEachArticle(article -> article.sets()
                .forEach(set ->
                        reader.accept(new Assigned(set.document(), set.annotator(), set.state(), set.assignedAt()))));
    }

    @Override
    public List<Participant> participants() {
        return List.of(
                new Participant("supervisor", "Super Visor", Set.of(Role.MANAGER, Role.ADJUDICATOR)),
                new Participant("annotator1", "One", Set.of(Role.ANNOTATOR)),
                new Participant("annotator2", "Two", Set.of(Role.ANNOTATOR)),
                new Participant("annotator3", "Three", Set.of(Role.ANNOTATOR)));
    }

    @Override
    public List<Entity> entities() {
        return List.of(new Entity(
                "brin",
                Articles.PROJECT,
                "GPE",
                "Brin",
                List.of(Alias.of("Brinna")),
                List.of(),
                List.of(),
                false,
                null,
                null,
                UserId.random()));
    }

    @Override
    public void forEachArticle(Consumer<Article> reader) {
        for (long seed = 0; seed < documents; seed++) {
            reader.accept(article.apply(seed));
        }
    }

    @Override
    public void forEachDecision(Consumer<DecisionLine> reader) {
        reader.accept(new DecisionLine(
                "d1",
                new DocumentId(new UUID(1, 1)),
                "disagreement-1",
                "entity",
                "label",
                "version",
                List.of(
                        new DecisionLine.Member("annotator2", "annotator2-m0"),
                        new DecisionLine.Member("annotator3", "annotator3-m0")),
                "annotator2",
                "annotator2-m0",
                null,
                null,
                "ask Mara",
                "supervisor",
                Articles.NOON,
                "batch-1",
                2,
                null,
                null));
    }

    @Override
    public Map<String, ?> agreement(Names names) {
        return Map.of("layers", List.of());
    }
}
