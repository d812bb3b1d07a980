package dev.parley.exchange.api;

import dev.parley.account.CurrentUser;
import dev.parley.exchange.split.Part;
import dev.parley.exchange.split.Placement;
import dev.parley.exchange.split.Split;
import dev.parley.exchange.split.SplitService;
import dev.parley.project.ProjectId;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/v1/projects/{project}/split")
class SplitController {

    private final SplitService splits;
    private final CurrentUser currentUser;

    SplitController(SplitService splits, CurrentUser currentUser) {
        this.splits = splits;
        this.currentUser = currentUser;
    }

    /**
     * @param documents how many each part has
     * @param groups of near-duplicates
     * @param conflicts documents whose near-duplicates were in different parts already; they went to the strictest
     */
    record SplitJson(Map<String, Integer> documents, int groups, List<Conflict> conflicts) {

        static SplitJson of(Split split) {
            return new SplitJson(
                    split.counts().entrySet().stream()
                            .collect(Collectors.toMap(entry -> entry.getKey().id(), Map.Entry::getValue)),
                    split.groups(),
                    split.conflicts().stream().map(Conflict::of).toList());
        }
    }

    record Conflict(String document, String part, List<String> joins) {

        static Conflict of(Placement placement) {
            return new Conflict(
                    placement.document().toString(),
                    placement.part().id(),
                    placement.joins().stream().sorted().map(Part::id).toList());
        }
    }

    /** What the split would be if it were decided now; documents that have a part keep it. */
    @GetMapping
    SplitJson preview(@PathVariable ProjectId project) {
        return SplitJson.of(splits.preview(currentUser.get(), project));
    }

    /** Decides the part of every document that has none, for good. */
    @PostMapping
    SplitJson freeze(@PathVariable ProjectId project) {
        return SplitJson.of(splits.freeze(currentUser.get(), project));
    }
}
