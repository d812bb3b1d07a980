package dev.parley.shell;

import java.util.stream.DoubleStream;

/**
 * An OKLCH colour as a screen shows it; the conversion is Björn Ottosson's, the contrast that of WCAG 2.2.
 *
 * @param lightness 0 to 1
 * @param chroma 0 for grey
 * @param hue degrees
 */
record Colour(double lightness, double chroma, double hue) {

    /** Reads {@code "0.5 0.1 85"}. */
    static Colour of(String triple) {
        String[] parts = triple.strip().split(" +", -1);
        return new Colour(Double.parseDouble(parts[0]), Double.parseDouble(parts[1]), Double.parseDouble(parts[2]));
    }

    double contrast(Colour other) {
        double mine = luminance();
        double theirs = other.luminance();
        return (Math.max(mine, theirs) + 0.05) / (Math.min(mine, theirs) + 0.05);
    }

    boolean insideSrgb() {
        return DoubleStream.of(linearRgb()).allMatch(channel -> channel > -0.002 && channel < 1.002);
    }

    private double luminance() {
        double[] rgb = linearRgb();
        return 0.2126 * clip(rgb[0]) + 0.7152 * clip(rgb[1]) + 0.0722 * clip(rgb[2]);
    }

    private static double clip(double channel) {
        return Math.clamp(channel, 0.0, 1.0);
    }

    private double[] linearRgb() {
        double a = chroma * Math.cos(Math.toRadians(hue));
        double b = chroma * Math.sin(Math.toRadians(hue));
        double l = Math.pow(lightness + 0.3963377774 * a + 0.2158037573 * b, 3);
        double m = Math.pow(lightness - 0.1055613458 * a - 0.0638541728 * b, 3);
        double s = Math.pow(lightness - 0.0894841775 * a - 1.2914855480 * b, 3);
        return new double[] {
            4.0767416621 * l - 3.3077115913 * m + 0.2309699292 * s,
            -1.2684380046 * l + 2.6097574011 * m - 0.3413193965 * s,
            -0.0041960863 * l - 0.7034186147 * m + 1.7076147010 * s
        };
    }
}
