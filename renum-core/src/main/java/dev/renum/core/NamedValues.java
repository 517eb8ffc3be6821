package dev.renum.core;

import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Finds values that stand after a sensitive name: parameters, properties, JSON, headers, options of a command line. */
final class NamedValues {
    /** The first word of {@code API key: x} is a part of the name. */
    private static final Pattern NAME =
            Pattern.compile("(?<![\\w.-])((?:(?i:api|access|secret) (?=(?i:key)\\b))?+[\\w.-]++)" + NamedValue.SIGN);

    /** Also where JSON writes the {@code &} before it as an escape. */
    private static final Pattern SIGNATURE =
            Pattern.compile("(?i)(?:u0026)?(?:sig|signature|x-(?:amz|goog)-signature)");

    private static final Set<String> SESSIONS =
            Set.of("jsessionid", "phpsessid", "sessionid", "asp.net_sessionid", "connect.sid");

    private final String text;
    private final Matcher name;

    private NamedValues(String text) {
        this.text = text;
        name = NAME.matcher(text);
    }

    static void hideIn(Redaction redaction) {
        new NamedValues(redaction.text()).hideAllIn(redaction);
    }

    private void hideAllIn(Redaction redaction) {
        int from = 0;
        while (name.find(from)) {
            boolean isFound = hasValue() && isSensitive();
            from = isFound ? new NamedValue(text, name.toMatchResult()).hideIn(redaction) : name.end();
        }
    }

    /** As in {@code password=x} and {@code --password x}. */
    private boolean hasValue() {
        boolean isOption = name.group(1).startsWith("-") && name.group(2) == null && name.end() > name.end(1);
        return name.end() < text.length() && (name.group(3) != null || isOption);
    }

    private boolean isSensitive() {
        return isSensitive(name.group(1)) || isSensitiveParameter();
    }

    /** Whether what is named like that is a secret in a text. */
    static boolean isSensitive(String name) {
        return SensitiveName.matches(name) || NamedValue.COOKIES.contains(name.toLowerCase(Locale.ROOT));
    }

    /** Names that say nothing as keys: of what opens a session, and of the signature that a signed URL is worth nothing without. */
    private boolean isSensitiveParameter() {
        String sign = name.group(3);
        boolean isParameter = sign != null && sign.startsWith("=") && name.group(2) == null;
        return isParameter && (SESSIONS.contains(name.group(1).toLowerCase(Locale.ROOT)) || isSignature());
    }

    private boolean isSignature() {
        boolean isOfUrl = name.start() > 0 && "?&;\\".indexOf(text.charAt(name.start() - 1)) >= 0;
        return isOfUrl && SIGNATURE.matcher(name.group(1)).matches();
    }
}
