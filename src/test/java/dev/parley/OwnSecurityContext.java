package dev.parley;

import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.core.context.SecurityContextHolderStrategy;
import org.springframework.test.context.TestContext;
import org.springframework.test.context.TestExecutionListener;

/**
 * Several applications may live in one test run, but who is signed in is found through one static holder, which belongs
 * to the application started last. Before each test it is given back to the application under test.
 */
public final class OwnSecurityContext implements TestExecutionListener {

    /** Before Spring Security's own listeners, which write into the holder. */
    @Override
    public void prepareTestInstance(TestContext test) {
        take(test);
    }

    @Override
    public void beforeTestMethod(TestContext test) {
        take(test);
    }

    private static void take(TestContext test) {
        SecurityContextHolder.setContextHolderStrategy(
                test.getApplicationContext().getBean(SecurityContextHolderStrategy.class));
    }
}
