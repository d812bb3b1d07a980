package dev.parley.adjudication.ui;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Tag;
import com.vaadin.flow.component.dependency.CssImport;
import com.vaadin.flow.component.dependency.JsModule;
import dev.parley.project.ProjectId;
import java.util.List;
import tools.jackson.databind.json.JsonMapper;

/**
 * The place where decisions are taken. The element in the browser fetches the queue and each case over HTTP, opens the
 * next ones beforehand and sends every answer itself; here only the address is kept.
 */
@Tag("parley-decision-desk")
@JsModule("./adjudication/decision-desk.ts")
@CssImport("./styles/editor.css")
@CssImport("./styles/guidelines.css")
@CssImport("./styles/adjudication.css")
final class DecisionDesk extends Component {

    /** @param query which disagreements, as in the address of the queue; empty for all that are open */
    DecisionDesk(ProjectId project, String query, List<String> reasons) {
        getElement().setProperty("projectId", project.toString());
        getElement().setProperty("query", query);
        getElement().setPropertyJson("reasons", JsonMapper.shared().valueToTree(reasons));
    }

    /** Where an annotator answers what was sent back to them. */
    static DecisionDesk answering(ProjectId project) {
        DecisionDesk desk = new DecisionDesk(project, "", List.of());
        desk.getElement().setProperty("answering", true);
        return desk;
    }
}
