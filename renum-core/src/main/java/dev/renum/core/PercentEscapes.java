package dev.renum.core;

import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A text as it reads without the percent escapes of a URL within a URL, {@code ?next=%2Flogin%3Ftoken%3Dx}, and where its characters stood. */
final class PercentEscapes {
    /** Of signs that can be seen; others neither name nor part anything. */
    private static final Pattern ESCAPE = Pattern.compile("%([2-7][0-9A-Fa-f])");

    private final StringBuilder decoded;
    private final int[] places;

    private PercentEscapes(String text) {
        decoded = new StringBuilder(text.length());
        places = new int[text.length() + 1];
        Matcher escape = ESCAPE.matcher(text);
        int from = 0;
        while (escape.find()) {
            append(text, from, escape.start());
            places[decoded.length()] = escape.start();
            decoded.append((char) Integer.parseInt(escape.group(1), 16));
            from = escape.end();
        }
        append(text, from, text.length());
        places[decoded.length()] = text.length();
    }

    private void append(String text, int from, int to) {
        for (int at = from; at < to; at++) {
            places[decoded.length()] = at;
            decoded.append(text.charAt(at));
        }
    }

    /** Hides what {@code shapes} find where {@code redaction} has escapes, once these are decoded. */
    static void hideIn(Redaction redaction, Consumer<Redaction> shapes) {
        if (ESCAPE.matcher(redaction.text()).find()) {
            new PercentEscapes(redaction.text()).hide(redaction, shapes);
        }
    }

    private void hide(Redaction redaction, Consumer<Redaction> shapes) {
        Redaction found = new Redaction(decoded.toString());
        shapes.accept(found);
        found.hidden().forEach(at -> redaction.hide(places[at], places[at + 1]));
    }
}
