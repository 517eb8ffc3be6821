package dev.renum.core;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;

/** Finds given values and their encoded forms. */
final class KnownSecrets {
    /** Longest first, so that what touches a longer one is known to stand alone. */
    private static final Comparator<SecretForm> LONGEST_FIRST =
            Comparator.comparingInt((SecretForm form) -> form.text().length()).reversed();

    private final List<SecretForm> forms;

    private KnownSecrets(List<SecretForm> forms) {
        this.forms = forms;
    }

    static KnownSecrets of(Collection<String> secrets) {
        return new KnownSecrets(secrets.stream()
                .map(KnownSecrets::core)
                .filter(secret -> !secret.isEmpty())
                .flatMap(SecretForm::formsOf)
                .distinct()
                .sorted(LONGEST_FIRST)
                .toList());
    }

    void hideIn(Redaction redaction) {
        forms.forEach(form -> hide(redaction, form));
    }

    /** Without signs that cannot be told from what surrounds them, or from a mask. */
    private static String core(String secret) {
        int start = 0;
        int end = secret.length();
        while (start < end && isMargin(secret.charAt(start))) {
            start++;
        }
        while (end > start && isMargin(secret.charAt(end - 1))) {
            end--;
        }
        return secret.substring(start, end);
    }

    private static boolean isMargin(char c) {
        return c == '*' || Character.isWhitespace(c);
    }

    private static void hide(Redaction redaction, SecretForm form) {
        String text = redaction.text();
        for (int at = text.indexOf(form.text()); at >= 0; at = text.indexOf(form.text(), at + 1)) {
            int end = at + form.text().length();
            if (form.kind() == SecretForm.Kind.BASE64) {
                redaction.hide(base64Start(text, at), base64End(text, end));
            } else if (form.kind() == SecretForm.Kind.ANYWHERE || redaction.standsAlone(at, end)) {
                redaction.hide(at, end);
            }
        }
    }

    /** The signs around hold bits of the secret and of what was encoded with it. */
    private static int base64Start(String text, int at) {
        int start = at;
        while (start > 0 && isBase64(text.charAt(start - 1))) {
            start--;
        }
        return start;
    }

    private static int base64End(String text, int at) {
        int end = at;
        while (end < text.length() && isBase64(text.charAt(end))) {
            end++;
        }
        return end;
    }

    private static boolean isBase64(char c) {
        return c >= 'A' && c <= 'Z' || c >= 'a' && c <= 'z' || c >= '0' && c <= '9' || "+/-_=".indexOf(c) >= 0;
    }
}
