package dev.renum.core;

import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Finds user and password in URLs and in Oracle's {@code jdbc:oracle:thin:scott/tiger@host}.
 *
 * <p>People forget to encode passwords, so the last {@code @} ends them, not the first, and neither {@code /} nor {@code #}. An {@code @}
 * behind what can only be a host does not count: {@code https://host/@scope}, {@code //host:5432/db?user=me@site}. For HTTP a name and a port
 * are always a host; elsewhere an {@code @} in the path makes them a user and a password that starts with digits.
 */
final class UserInfo {
    private static final int FARTHEST = 64;
    private static final Pattern OPENING = Pattern.compile("://|(?i:jdbc:oracle:[a-z0-9]{1,9}:)");
    private static final Pattern END = Pattern.compile("[\\s\"'`<>]|://|(?i:jdbc:oracle:)");
    private static final Pattern HOST = Pattern.compile("([\\w.-]*+|\\[[0-9A-Fa-f:.%]*+])(:\\d{1,5}+)?+(?=[/?#;,&]|$)");
    private static final Pattern QUERY = Pattern.compile("[?;&][\\w.%-]{1,40}+=");
    private static final Pattern TORN = Pattern.compile("[^\\s\"'<>:/?#@]*+:(?!\\d{1,5}+(?!\\w))\\S");
    private static final Pattern QUOTED_ORACLE = Pattern.compile("[^\\s\"'<>/@]{0,128}+/\"[^\"\\r\\n]{0,128}+\"(?=@)");
    private static final Pattern REST = Pattern.compile("[^\r\n@]*+@");
    private static final Pattern HTTP = Pattern.compile(".*(?:http|ws)s?");

    private final Redaction redaction;
    private final String text;

    private UserInfo(Redaction redaction) {
        this.redaction = redaction;
        text = redaction.text();
    }

    static void hideIn(Redaction redaction) {
        new UserInfo(redaction).hideAll();
    }

    private void hideAll() {
        Matcher opening = OPENING.matcher(text);
        while (opening.find()) {
            int start = opening.end();
            if (text.charAt(start - 1) == '/') {
                hideInUrl(opening.start(), start, endOf(start));
            } else {
                hideInOracle(start);
            }
        }
    }

    private void hideInUrl(int opening, int start, int end) {
        int at = lastAt(start, end);
        if (at <= start) {
            hideTorn(start, end);
        } else if (!isHost(opening, start, end)) {
            redaction.hide(start, at);
        }
    }

    private void hideInOracle(int start) {
        Matcher quoted = matcher(QUOTED_ORACLE, start, text.length());
        redaction.hide(start, quoted.lookingAt() ? quoted.end() : Math.max(start, lastAt(start, endOf(start))));
    }

    /** A space or quote in a password tears the URL, and the exception that complains about it shows all of it. */
    private void hideTorn(int start, int end) {
        if (!matcher(TORN, start, Math.min(start + FARTHEST, text.length())).lookingAt()) {
            return;
        }
        Matcher rest = matcher(REST, end, Math.min(end + FARTHEST, text.length()));
        if (rest.lookingAt()) {
            redaction.hide(start, lastAt(start, endOf(rest.end())));
        }
    }

    private int lastAt(int start, int end) {
        int at = end - 1;
        while (at >= start && text.charAt(at) != '@') {
            at--;
        }
        return at;
    }

    private boolean isHost(int opening, int start, int end) {
        Matcher host = matcher(HOST, start, end);
        if (!host.lookingAt()) {
            return false;
        }
        boolean hasName = host.end(1) > start;
        boolean hasPort = host.group(2) != null;
        return !hasPort || hasName && (isHttp(opening) || !hasAtBeforeQuery(host.end(), end));
    }

    private boolean hasAtBeforeQuery(int start, int end) {
        Matcher query = matcher(QUERY, start, end);
        return lastAt(start, query.find() ? query.start() : end) >= start;
    }

    private boolean isHttp(int opening) {
        String scheme = text.substring(Math.max(0, opening - 5), opening).toLowerCase(Locale.ROOT);
        return HTTP.matcher(scheme).matches();
    }

    private Matcher matcher(Pattern pattern, int start, int end) {
        return pattern.matcher(text).region(start, end).useTransparentBounds(true);
    }

    private int endOf(int start) {
        Matcher end = END.matcher(text);
        return end.find(start) ? end.start() : text.length();
    }
}
