package dev.parley.scheme;

import dev.parley.project.ExampleScheme;
import dev.parley.project.ProjectId;
import org.springframework.stereotype.Component;

/** Gives the guidelines' examples the names and hues of the scheme in force. */
@Component
class ExamplesInGuidelines implements ExampleScheme {

    private final SchemeService schemes;

    ExamplesInGuidelines(SchemeService schemes) {
        this.schemes = schemes;
    }

    @Override
    public String json(ProjectId project) {
        return SchemeJson.write(schemes.current(project));
    }
}
