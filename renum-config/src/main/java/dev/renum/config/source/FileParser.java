package dev.renum.config.source;

/** Reads one format. Keeps nothing between files. */
interface FileParser {
    /** Reads {@code text} into {@code content}; what is wrong with it becomes a problem there, nothing is thrown. */
    void parse(String text, FileContent content);
}
