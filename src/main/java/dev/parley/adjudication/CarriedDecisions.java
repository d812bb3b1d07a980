package dev.parley.adjudication;

import dev.parley.account.User;
import dev.parley.annotation.Annotation;
import dev.parley.annotation.Claim;
import dev.parley.annotation.Mention;
import dev.parley.annotation.Relation;
import dev.parley.document.Carrier;
import dev.parley.document.Document;
import dev.parley.document.MovedText;
import dev.parley.document.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/**
 * Carries decisions over into a document's new text: one stands as long as the annotations it was about are all still
 * there, and the words that were chosen. The others are taken back, so that what they settled is open again.
 */
@Component
@Order(2)
class CarriedDecisions implements Carrier {

    private final AlignedDocuments documents;
    private final DecisionRepository decisions;
    private final Settling settling;

    CarriedDecisions(AlignedDocuments documents, DecisionRepository decisions, Settling settling) {
        this.documents = documents;
        this.decisions = decisions;
        this.settling = settling;
    }

    @Override
    public Carried carry(User actor, Document document, int left, MovedText moved) {
        List<Decision> standing = decisions.of(document.id());
        if (standing.isEmpty()) {
            return new Carried("decisions", 0, 0);
        }
        Set<String> present = documents.passing(document).alignment().byId().keySet();
        List<Decision> reopened = new ArrayList<>();
        for (Decision decision : standing) {
            Optional<Annotation> chosen = Optional.ofNullable(decision.chosen()).flatMap(one -> moved(one, moved));
            boolean stands =
                    present.contains(decision.disagreement()) && (decision.chosen() == null || chosen.isPresent());
            if (stands) {
                chosen.ifPresent(annotation -> decisions.move(decision, annotation));
            } else {
                reopened.add(decision);
            }
        }
        reopened.forEach(decision -> settling.withdraw(actor.id(), decision));
        return new Carried("decisions", standing.size() - reopened.size(), reopened.size());
    }

    private static Optional<Annotation> moved(Annotation annotation, MovedText moved) {
        return switch (annotation) {
            case Mention mention -> moved.sure(mention.spans()).map(mention::at);
            case Claim claim -> {
                Optional<List<Span>> cue = moved.sure(claim.cue());
                yield moved.sure(claim.content()).flatMap(content -> cue.map(words -> claim.at(content, words)));
            }
            case Relation relation -> Optional.of(relation);
        };
    }
}
