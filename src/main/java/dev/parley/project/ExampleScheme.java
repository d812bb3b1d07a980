package dev.parley.project;

/** What the guidelines' marked examples are drawn with; contributed by the package that knows it. */
public interface ExampleScheme {

    /** A project's scheme as the HTTP contract writes it. */
    String json(ProjectId project);
}
