package dev.renum.config.bind;

import java.util.List;

/** A text is not a value of the type asked for; the message completes the sentence "the value …". */
final class ConversionException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final String cure;
    private final transient List<String> suggestions;

    ConversionException(String message, String cure) {
        this(message, cure, List.of());
    }

    ConversionException(String message, String cure, List<String> suggestions) {
        super(message, null, false, false);
        this.cure = cure;
        this.suggestions = suggestions;
    }

    String cure() {
        return cure;
    }

    List<String> suggestions() {
        return suggestions;
    }
}
