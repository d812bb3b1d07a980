package dev.parley.registry;

import dev.parley.project.ProjectId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import org.springframework.stereotype.Component;

/** Finds and orders the entities that some words may name: the better the name fits first, then the right type, then what was linked last. */
@Component
class CandidateSearch {

    /** Nobody reads more; a common first name may be shared by thousands. */
    private static final int MOST_NAMED = 200;

    private static final int MOST = 50;

    private final EntityRepository entities;
    private final NameIndex index;

    CandidateSearch(EntityRepository entities, NameIndex index) {
        this.entities = entities;
        this.index = index;
    }

    /** How well an entity fits, and by which of its names. */
    private record Fit(Entity entity, NameMatch match, String name) {

        boolean isSameName() {
            return match == NameMatch.EXACT || match == NameMatch.FOLDED;
        }
    }

    Candidates find(
            ProjectId project,
            String words,
            Candidate.Place place,
            Function<Collection<String>, Map<String, Integer>> lastLinked,
            Predicate<Entity> offered) {
        FoldedName folded = FoldedName.of(words);
        if (folded.isEmpty()) {
            return Candidates.NONE;
        }
        Set<String> ids = new LinkedHashSet<>(index.named(project, folded, MOST_NAMED));
        ids.addAll(index.near(project, folded));
        List<Fit> fits = entities.byIds(ids).stream()
                .filter(offered)
                .flatMap(entity -> fit(words, entity).stream())
                .toList();
        Map<String, Integer> last =
                lastLinked.apply(fits.stream().map(fit -> fit.entity().id()).toList());
        List<Fit> sameName = fits.stream().filter(Fit::isSameName).toList();
        return new Candidates(
                fits.stream()
                        .map(fit -> new Candidate(
                                fit.entity(),
                                fit.match(),
                                fit.name(),
                                last(last, fit.entity()),
                                fit.isSameName() ? sameName.size() - 1 : 0))
                        .sorted(order(place))
                        .limit(MOST)
                        .toList(),
                sameName.size() == 1 ? Optional.of(sameName.getFirst().entity()) : Optional.empty());
    }

    private static Optional<Fit> fit(String words, Entity entity) {
        List<Fit> fits = new ArrayList<>();
        for (String name : entity.names()) {
            NameMatch.of(words, name).ifPresent(match -> fits.add(new Fit(entity, match, name)));
        }
        return fits.stream().min(Comparator.comparing(Fit::match));
    }

    private static OptionalInt last(Map<String, Integer> lastLinked, Entity entity) {
        Integer last = lastLinked.get(entity.id());
        return last == null ? OptionalInt.empty() : OptionalInt.of(last);
    }

    private static Comparator<Candidate> order(Candidate.Place place) {
        return Comparator.comparing(Candidate::match)
                .thenComparing(candidate -> !Objects.equals(candidate.entity().type(), place.type()))
                .thenComparing(candidate -> -candidate.lastLinked().orElse(-1))
                .thenComparing(candidate -> candidate.entity().name())
                .thenComparing(candidate -> candidate.entity().id());
    }
}
