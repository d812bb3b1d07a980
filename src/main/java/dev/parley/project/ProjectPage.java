package dev.parley.project;

/** A page that a package contributes to every project; the navigation shows the ones a member may open. */
public interface ProjectPage {

    String title();

    /** Lower comes first. */
    int order();

    /** What a member must be allowed for the page to be of use. */
    Permission permission();

    /** Where it is, without a leading slash. */
    String path(ProjectId project);
}
