package dev.parley.assignment;

import dev.parley.annotation.AnnotationSet.State;
import dev.parley.annotation.Progress;
import dev.parley.document.Document;
import dev.parley.project.Project;

/** A document that was given to me. */
public record Task(Project project, Document document, Progress progress) {

    /** Whether there is anything left for me to do. */
    public boolean isOpen() {
        return progress.state() == State.DRAFT;
    }

    public boolean isBegun() {
        return progress.sequence() > 0;
    }
}
