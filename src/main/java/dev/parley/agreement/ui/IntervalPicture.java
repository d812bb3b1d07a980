package dev.parley.agreement.ui;

import com.vaadin.flow.component.Svg;
import dev.parley.agreement.Interval;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A value as a dot on a line from 0 to 1, its interval as a bar through it, the target as a tick. Below 0 is drawn at 0. */
final class IntervalPicture extends Svg {

    private static final int WIDTH = 160;
    private static final int HEIGHT = 20;
    private static final int EDGE = 6;
    private static final int MIDDLE = HEIGHT / 2;

    IntervalPicture(double value, Optional<Interval> interval, @Nullable Double target) {
        StringBuilder drawn = new StringBuilder(
                "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"%d\" height=\"%d\" ".formatted(WIDTH, HEIGHT));
        drawn.append("viewBox=\"0 0 %d %d\" aria-hidden=\"true\">".formatted(WIDTH, HEIGHT));
        drawn.append(line("scale", EDGE, WIDTH - EDGE, MIDDLE, MIDDLE));
        interval.ifPresent(found -> drawn.append(line("range", x(found.low()), x(found.high()), MIDDLE, MIDDLE)));
        if (target != null) {
            drawn.append(line("target", x(target), x(target), 2, HEIGHT - 2));
        }
        drawn.append(
                "<circle class=\"value\" cx=\"%s\" cy=\"%d\" r=\"4.5\"/></svg>".formatted(number(x(value)), MIDDLE));
        setSvg(drawn.toString());
        addClassName("interval-picture");
    }

    private static String line(String name, double fromX, double toX, double fromY, double toY) {
        return "<line class=\"%s\" x1=\"%s\" x2=\"%s\" y1=\"%s\" y2=\"%s\"/>"
                .formatted(name, number(fromX), number(toX), number(fromY), number(toY));
    }

    private static double x(double value) {
        return EDGE + Math.clamp(value, 0, 1) * (WIDTH - 2 * EDGE);
    }

    private static String number(double value) {
        return String.format(Locale.ROOT, "%.1f", value);
    }
}
