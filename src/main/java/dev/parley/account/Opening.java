package dev.parley.account;

import java.util.List;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/** Prepares the installation after everything is wired and before the web server listens. */
@Component
class Opening implements SmartLifecycle {

    private final List<BeforeOpening> preparations;
    private volatile boolean open;

    Opening(List<BeforeOpening> preparations) {
        this.preparations = preparations;
    }

    @Override
    public void start() {
        preparations.forEach(BeforeOpening::prepare);
        open = true;
    }

    @Override
    public void stop() {
        open = false;
    }

    @Override
    public boolean isRunning() {
        return open;
    }

    /** Long before the web server, whose phase is near the highest. */
    @Override
    public int getPhase() {
        return 0;
    }
}
