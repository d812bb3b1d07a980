package dev.parley.demo;

import dev.parley.account.BeforeOpening;
import dev.parley.account.Bootstrap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/**
 * Fills an empty installation once, when {@code parley.demo} is true; what is there is never touched again. A process that
 * dies half-way leaves half a demo: delete its data folder then.
 */
@Component
@ConditionalOnBooleanProperty("parley.demo")
@Order(Bootstrap.ORDER + 1)
class DemoData implements BeforeOpening {

    private static final Logger log = LoggerFactory.getLogger(DemoData.class);

    private final DemoRepository installation;
    private final DemoPeople people;
    private final DemoProject project;

    DemoData(DemoRepository installation, DemoPeople people, DemoProject project) {
        this.installation = installation;
        this.people = people;
        this.project = project;
    }

    /** Not in one transaction: the import of its articles is a job with transactions of its own, which must see the project. */
    @Override
    public void prepare() {
        if (!installation.isEmpty(DemoPeople.NAMES)) {
            return;
        }
        project.make(people.make());
        log.info(
                "Made the demo project. Sign in as supervisor, annotator1, annotator2 or annotator3 with the password {}.",
                DemoPeople.PASSWORD);
    }
}
