package dev.renum.health.text;

/** Texts that others made, so that they fit into one line of a limited length. */
public final class Texts {
    private Texts() {}

    /** {@code text} without control characters and line ends, and cut after {@code max} characters. */
    public static String line(String text, int max) {
        StringBuilder line = new StringBuilder(Math.min(text.length(), max));
        text.codePoints().map(Texts::visible).forEach(point -> {
            if (line.length() < max) {
                line.appendCodePoint(point);
            }
        });
        String whole = line.toString().strip();
        return text.length() > max && line.length() >= max ? whole + "\u2026" : whole;
    }

    private static int visible(int point) {
        return switch (Character.getType(point)) {
            case Character.CONTROL, Character.LINE_SEPARATOR, Character.PARAGRAPH_SEPARATOR, Character.SURROGATE -> ' ';
            default -> point;
        };
    }
}
