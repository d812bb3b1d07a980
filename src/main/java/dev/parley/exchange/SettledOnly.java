package dev.parley.exchange;

import dev.parley.account.UserId;
import dev.parley.document.DocumentId;
import dev.parley.exchange.split.Part;
import dev.parley.project.Project;
import dev.parley.registry.Entity;
import dev.parley.scheme.Scheme;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

/** Holds back documents of the development and test parts that are not settled: what is measured against must be right. */
record SettledOnly(ExportSource all, Losses losses, Set<DocumentId> told) implements ExportSource {

    SettledOnly(ExportSource all, Losses losses) {
        this(all, losses, new HashSet<>());
    }

    @Override
    public void forEachArticle(Consumer<Article> reader) {
        all.forEachArticle(article -> {
            if (isReady(article)) {
                reader.accept(article);
            } else if (told.add(article.document().id())) {
                losses.add(
                        "documents held back from dev or test because they are not settled",
                        article.document().id().toString());
            }
        });
    }

    private static boolean isReady(Article article) {
        boolean measuredAgainst = article.placement()
                .filter(placement -> placement.part() != Part.TRAIN)
                .isPresent();
        return !measuredAgainst
                || (article.undecided() == 0
                        && article.gold()
                                .filter(gold -> gold.status() == Gold.Status.ADJUDICATED
                                        || gold.status() == Gold.Status.UNANIMOUS)
                                .isPresent());
    }

    @Override
    public Project project() {
        return all.project();
    }

    @Override
    public SchemeFiles scheme() {
        return all.scheme();
    }

    @Override
    public Scheme definition() {
        return all.definition();
    }

    @Override
    public Optional<GuidelineFile> guidelines() {
        return all.guidelines();
    }

    @Override
    public Setup setup() {
        return all.setup();
    }

    @Override
    public String nameOf(UserId person) {
        return all.nameOf(person);
    }

    @Override
    public void forEachAssignment(Consumer<Assigned> reader) {
        all.forEachAssignment(reader);
    }

    @Override
    public List<Participant> participants() {
        return all.participants();
    }

    @Override
    public List<Entity> entities() {
        return all.entities();
    }

    @Override
    public void forEachDecision(Consumer<DecisionLine> reader) {
        all.forEachDecision(reader);
    }

    @Override
    public Background background() {
        return all.background();
    }

    @Override
    public Map<String, ?> agreement(Names names) {
        return all.agreement(names);
    }
}
