package dev.parley.shell;

import dev.parley.assignment.Readings;
import dev.parley.project.ProjectId;

/**
 * What a manager does next.
 *
 * @param sentence where the project stands
 * @param action what the button says
 * @param path where it leads, without a leading slash
 */
record NextStep(String sentence, String action, String path) {

    /**
     * @param waiting files whose cuts are not confirmed yet
     * @param articles articles ready to read
     */
    static NextStep of(ProjectId project, int waiting, int articles, Readings readings) {
        String base = "projects/" + project + "/";
        if (waiting > 0) {
            return new NextStep(
                    "%s until you confirm where articles begin.".formatted(count(waiting, "file waits", "files wait")),
                    "Confirm articles",
                    base + "documents");
        }
        if (articles == 0) {
            return new NextStep(
                    "This project has no articles yet. Drop files in, many at once or as a ZIP.",
                    "Upload articles",
                    base + "documents");
        }
        if (readings.all() == 0) {
            return new NextStep(
                    "%s ready. Say who reads them.".formatted(count(articles, "article is", "articles are")),
                    "Assign articles",
                    base + "assignments");
        }
        if (readings.handedIn() < readings.all()) {
            return new NextStep(
                    "%d of %s handed in.".formatted(readings.handedIn(), count(readings.all(), "reading", "readings")),
                    "See who is where",
                    base + "assignments");
        }
        return new NextStep(
                "Everything that was given out is handed in. See how far the annotators agree, then settle the rest.",
                "See agreement",
                base + "agreement");
    }

    private static String count(int number, String one, String many) {
        return number + " " + (number == 1 ? one : many);
    }
}
