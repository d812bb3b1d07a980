package dev.parley.agreement.ui;

import com.vaadin.flow.component.Svg;
import dev.parley.agreement.Measured;
import dev.parley.agreement.Outcome;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** One measure over time: a dot for each group on a line from 0 below to 1 above, its interval upright through it. */
final class TimePicture extends Svg {

    private static final int STEP = 28;
    private static final int HEIGHT = 72;
    private static final int EDGE = 6;

    /** @param figures in the order of time */
    TimePicture(List<Measured> figures, @Nullable Double target) {
        int width = Math.max(2, figures.size()) * STEP;
        StringBuilder drawn = new StringBuilder(
                "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"%1$d\" height=\"%2$d\" viewBox=\"0 0 %1$d %2$d\" aria-hidden=\"true\">"
                        .formatted(width, HEIGHT));
        drawn.append(line("scale", 0, width, y(0), y(0)));
        if (target != null) {
            drawn.append(line("target", 0, width, y(target), y(target)));
        }
        StringBuilder path = new StringBuilder();
        StringBuilder dots = new StringBuilder();
        for (int i = 0; i < figures.size(); i++) {
            if (figures.get(i).outcome() instanceof Outcome.Value(double value)) {
                double x = i * STEP + STEP / 2.0;
                figures.get(i)
                        .interval()
                        .ifPresent(found -> drawn.append(line("range", x, x, y(found.low()), y(found.high()))));
                path.append("%s%s %s".formatted(path.isEmpty() ? "M" : "L", number(x), number(y(value))));
                dots.append("<circle class=\"value\" cx=\"%s\" cy=\"%s\" r=\"3.5\"/>"
                        .formatted(number(x), number(y(value))));
            }
        }
        drawn.append("<path class=\"course\" d=\"%s\"/>".formatted(path))
                .append(dots)
                .append("</svg>");
        setSvg(drawn.toString());
        addClassName("interval-picture");
    }

    private static String line(String name, double fromX, double toX, double fromY, double toY) {
        return "<line class=\"%s\" x1=\"%s\" x2=\"%s\" y1=\"%s\" y2=\"%s\"/>"
                .formatted(name, number(fromX), number(toX), number(fromY), number(toY));
    }

    private static double y(double value) {
        return HEIGHT - EDGE - Math.clamp(value, 0, 1) * (HEIGHT - 2 * EDGE);
    }

    private static String number(double value) {
        return String.format(Locale.ROOT, "%.1f", value);
    }
}
