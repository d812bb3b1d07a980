package dev.parley.annotation;

import static dev.parley.annotation.JsonCursor.quoted;

import dev.parley.annotation.Claim.ConstantParty;
import dev.parley.annotation.Claim.MentionParty;
import dev.parley.annotation.Claim.Party;
import dev.parley.document.Span;
import dev.parley.scheme.FrameLayer;
import dev.parley.scheme.FrameRole;
import dev.parley.scheme.Scheme;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Whether a claim keeps to the frame. Roles that are still empty are no fault here: that is asked when submitting. */
final class ClaimChecks {

    private static final List<String> SPAN_ROLES = List.of("content", "cue");
    private static final List<String> PARTY_ROLES = List.of("source", "addressee", "target", "via");

    private final Scheme scheme;
    private final FrameLayer frame;
    private final AnnotationIndex present;
    private final SpanChecks spans;
    private final Refusals refusals;

    ClaimChecks(Scheme scheme, FrameLayer frame, AnnotationIndex present, SpanChecks spans, Refusals refusals) {
        this.scheme = scheme;
        this.frame = frame;
        this.present = present;
        this.spans = spans;
        this.refusals = refusals;
    }

    void check(Claim claim) {
        SPAN_ROLES.forEach(role -> stretches(claim, role));
        PARTY_ROLES.forEach(role -> parties(claim, role));
        implicit(claim);
        parent(claim);
        children(claim);
        AttributeChecks.check(claim.attributes(), frame, refusals);
    }

    private void stretches(Claim claim, String role) {
        List<Span> filled = claim.spans(role);
        if (!filled.isEmpty()
                && known(role).filter(known -> fits(known, filled.size())).isPresent()) {
            spans.stretches(role, filled);
        }
    }

    private void parties(Claim claim, String role) {
        List<Party> parties = claim.parties(role);
        if (parties.isEmpty()) {
            return;
        }
        known(role).filter(known -> fits(known, parties.size())).ifPresent(known -> {
            Set<Party> seen = new HashSet<>();
            for (Party party : parties) {
                if (!seen.add(party)) {
                    refusals.add("The %s names the same filler twice.", role);
                }
                party(party, known);
            }
        });
    }

    private void party(Party party, FrameRole role) {
        switch (party) {
            case ConstantParty(Claim.Constant constant) -> {
                if (!role.constants().contains(AnnotationJson.lower(constant))) {
                    refusals.add("The %s may not be %s.", role.id(), AnnotationJson.lower(constant));
                }
            }
            case MentionParty(String id) ->
                present.mention(id)
                        .ifPresentOrElse(
                                mention -> filler(mention, role),
                                () -> refusals.add(
                                        "The %s names the mention %s, which is not in this set.", role.id(), id));
        }
    }

    /** Whether a mention's label may fill the role. */
    private void filler(Mention mention, FrameRole role) {
        if (!role.labels().isEmpty() && !role.labels().contains(mention.label())) {
            refusals.add(
                    "The %s must be one of %s; the mention %s is %s.",
                    role.id(), String.join(", ", role.labels()), mention.id(), mention.label());
        } else if (role.layer() != null
                && scheme.layerOf(mention.label())
                        .filter(layer -> layer.id().equals(role.layer()))
                        .isEmpty()) {
            refusals.add(
                    "The %s must be of the layer %s; the mention %s is not.", role.id(), role.layer(), mention.id());
        }
    }

    /** Whether a mention that claims use already may have become this one. */
    void stillFits(Mention mention, Claim user) {
        for (String role : PARTY_ROLES) {
            if (user.parties(role).contains(new MentionParty(mention.id()))) {
                frame.role(role)
                        .filter(known -> !allows(known, mention))
                        .ifPresent(known -> refusals.add(
                                "The claim %s uses it as %s, which %s may not be.", user.id(), role, mention.label()));
            }
        }
    }

    private boolean allows(FrameRole role, Mention mention) {
        Refusals unfit = new Refusals();
        new ClaimChecks(scheme, frame, present, spans, unfit).filler(mention, role);
        return !unfit.any();
    }

    private void implicit(Claim claim) {
        Optional<FrameRole> content = frame.role("content");
        boolean allowed = content.filter(FrameRole::allowEmptyAsImplicit).isPresent();
        if (claim.implicit() && !allowed) {
            refusals.add("This scheme has no implicit claims.");
        } else if (claim.implicit() && !claim.content().isEmpty()) {
            refusals.add("The claim %s is implicit and has content; it can be one of them.", claim.id());
        } else if (!claim.implicit() && claim.content().isEmpty() && content.isPresent()) {
            refusals.add(
                    allowed
                            ? "The claim %s has no content; give it words or say that it is implicit."
                            : "The claim %s has no content.",
                    claim.id());
        }
    }

    private void parent(Claim claim) {
        String parentId = claim.parent();
        if (parentId == null) {
            return;
        }
        Optional<FrameRole> role = known("parent");
        if (role.isEmpty()) {
            return;
        }
        Optional<Claim> parent = present.claim(parentId);
        if (parentId.equals(claim.id())) {
            refusals.add("The claim %s cannot be its own parent.", claim.id());
        } else if (parent.isEmpty()) {
            refusals.add("The parent %s is not a claim in this set.", parentId);
        } else if (role.get().acyclic() && isAncestor(claim.id(), parent.get())) {
            refusals.add("The parent %s stands under the claim %s itself.", parentId, claim.id());
        } else {
            standsIn(claim, parent.get(), role.get());
        }
    }

    private void children(Claim claim) {
        frame.role("parent")
                .ifPresent(role -> present.claims().stream()
                        .filter(child ->
                                claim.id().equals(child.parent()) && !child.id().equals(claim.id()))
                        .forEach(child -> standsIn(child, claim, role)));
    }

    private void standsIn(Claim child, Claim parent, FrameRole role) {
        String inside = role.inside();
        if (inside != null && !SpanChecks.inside(child.content(), parent.spans(inside))) {
            refusals.add(
                    "The content of the claim %s must stand inside the %s of its parent %s.",
                    child.id(), inside, parent.id());
        }
    }

    private boolean isAncestor(String id, Claim claim) {
        Set<String> seen = new HashSet<>();
        Optional<Claim> next = Optional.of(claim);
        while (next.isPresent() && seen.add(next.get().id())) {
            if (next.get().id().equals(id)) {
                return true;
            }
            next = Optional.ofNullable(next.get().parent()).flatMap(present::claim);
        }
        return false;
    }

    private Optional<FrameRole> known(String role) {
        Optional<FrameRole> known = frame.role(role);
        if (known.isEmpty()) {
            refusals.add("The claims of this scheme have no %s.", quoted(role));
        }
        return known;
    }

    private boolean fits(FrameRole role, int fillers) {
        if (fillers > role.max()) {
            refusals.add("The %s has %d fillers; at most %d are allowed.", role.id(), fillers, role.max());
        }
        return fillers <= role.max();
    }
}
