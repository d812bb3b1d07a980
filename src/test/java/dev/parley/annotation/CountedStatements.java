package dev.parley.annotation;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.Statement;
import java.util.concurrent.atomic.AtomicLong;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.boot.test.context.TestConfiguration;

/**
 * Counts what a request asks the database: statements carried out, and rows read from their answers. Only those of the thread
 * that does the work: jobs go on beside it.
 */
@TestConfiguration(proxyBeanMethods = false)
class CountedStatements implements BeanPostProcessor {

    private final AtomicLong statements = new AtomicLong();
    private final AtomicLong rows = new AtomicLong();
    private volatile @Nullable Thread worker;

    record Cost(long statements, long rows) {}

    Cost of(Runnable work) {
        statements.set(0);
        rows.set(0);
        worker = Thread.currentThread();
        work.run();
        worker = null;
        return new Cost(statements.get(), rows.get());
    }

    @Override
    public Object postProcessAfterInitialization(Object bean, String name) {
        return bean instanceof DataSource source ? counted(DataSource.class, source) : bean;
    }

    private <T> T counted(Class<T> type, Object real) {
        return type.cast(Proxy.newProxyInstance(
                type.getClassLoader(), new Class<?>[] {type}, (_, method, arguments) -> {
                    if (method.getName().startsWith("execute") && Thread.currentThread() == worker) {
                        statements.incrementAndGet();
                    }
                    try {
                        Object answer = method.invoke(real, arguments);
                        if (answer instanceof Boolean more
                                && more
                                && method.getName().equals("next")
                                && Thread.currentThread() == worker) {
                            rows.incrementAndGet();
                        }
                        return counted(answer);
                    } catch (InvocationTargetException e) {
                        throw e.getCause();
                    }
                }));
    }

    private @Nullable Object counted(@Nullable Object answer) {
        return switch (answer) {
            case null -> null;
            case Connection connection -> counted(Connection.class, connection);
            case PreparedStatement statement -> counted(PreparedStatement.class, statement);
            case Statement statement -> counted(Statement.class, statement);
            case ResultSet result -> counted(ResultSet.class, result);
            default -> answer;
        };
    }
}
