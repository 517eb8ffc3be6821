package dev.renum.config.report;

/** Keeps what a line of a report says on that line. */
final class Lines {
    private Lines() {}

    /** A key or a value of a file could otherwise write lines of its own, or colour them. */
    static String printable(String text) {
        return text.replaceAll("\\p{Cntrl}", "?");
    }
}
