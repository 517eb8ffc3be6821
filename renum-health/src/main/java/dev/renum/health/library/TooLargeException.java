package dev.renum.health.library;

import java.io.IOException;

/** Something has more bytes or entries than are looked at. */
final class TooLargeException extends IOException {
    private static final long serialVersionUID = 1;

    TooLargeException(String message) {
        super(message);
    }
}
