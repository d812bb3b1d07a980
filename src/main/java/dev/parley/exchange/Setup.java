package dev.parley.exchange;

import dev.parley.adjudication.MergeRun;
import dev.parley.adjudication.Rules;
import dev.parley.project.Guideline;
import dev.parley.project.ProjectSettings;
import dev.parley.scheme.SchemeService.Kept;
import java.util.List;

/**
 * How a project works and how it came to: what an equal project needs beside documents, sets and decisions.
 *
 * @param schemes all versions, oldest first; guidelines likewise
 * @param merges runs of rules that came to their end, oldest first
 */
public record Setup(
        ProjectSettings settings, Rules rules, List<Kept> schemes, List<Guideline> guidelines, List<MergeRun> merges) {

    public Setup {
        schemes = List.copyOf(schemes);
        guidelines = List.copyOf(guidelines);
        merges = List.copyOf(merges);
    }
}
