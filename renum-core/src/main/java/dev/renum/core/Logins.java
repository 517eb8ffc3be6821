package dev.renum.core;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Finds the password of {@code user:password@host} where no scheme of a URL stands before it.
 *
 * <p>A host has a domain, an address or a port, and a user begins with a letter and is not what people write before a mailbox: neither
 * {@code 10:30@noon} nor {@code mailto:me@example.org} nor {@code image:1.2@sha256:ab} holds a password. The last {@code @} before a
 * host ends the password.
 */
final class Logins {
    private static final String PARTS_WORDS = "\"'`<>,;&=[]{}";
    /** After the scheme of a URL that lacks a slash. */
    private static final Pattern USER = Pattern.compile(
            "[^\\w@:/]*+(?:(?:jdbc:[a-z]{1,16}|amqps?|https?|mongodb|postgres(?:ql)?|rediss?):/(?!/))?([A-Za-z_][\\w.+-]*+):(?!//)");

    private static final Pattern NO_USER =
            Pattern.compile("(?i)(?:mailto|e?-?mail|sips?|xmpp|acct|contact|from|to|cc|bcc|by|sender"
                    + "|recipient|author|ssh|git|npm|pkg|urn|jdbc)");

    /** One with a domain, an IPv4 address, an IPv6 address; or any name with a port. */
    private static final Pattern HOST = Pattern.compile("localhost(?![\\w-])"
            + "|(?!\\d++\\.)[A-Za-z0-9-]++(?:\\.[A-Za-z0-9-]++)++(?<=\\.[A-Za-z]{2,24})(?!\\w)"
            + "|(?:\\d{1,3}+\\.){3}+\\d{1,3}+(?![\\w-])"
            + "|\\[[0-9A-Fa-f:.%]{2,64}+]"
            + "|(?!sha\\d|[\\d.]++:)[A-Za-z0-9.-]++:\\d{1,5}+(?!\\w)");

    private final Redaction redaction;
    private final String text;

    private Logins(Redaction redaction) {
        this.redaction = redaction;
        text = redaction.text();
    }

    static void hideIn(Redaction redaction) {
        new Logins(redaction).hideAll();
    }

    private void hideAll() {
        int at = text.indexOf('@');
        while (at >= 0) {
            int end = wordEnd(at);
            hideInWord(wordStart(at), end);
            at = text.indexOf('@', end);
        }
    }

    private void hideInWord(int start, int end) {
        Matcher user = USER.matcher(text).region(start, end);
        if (user.lookingAt() && !NO_USER.matcher(user.group(1)).matches() && !isUrl(start, end)) {
            int at = lastAtBeforeHost(user.end(), end);
            redaction.hide(user.end(), Math.max(user.end(), at));
        }
    }

    /** Those have their own rules, which hide the user too. */
    private boolean isUrl(int start, int end) {
        return text.substring(start, end).contains("://");
    }

    private int lastAtBeforeHost(int start, int end) {
        int at = text.lastIndexOf('@', end - 1);
        while (at > start && !isHost(at + 1)) {
            at = text.lastIndexOf('@', at - 1);
        }
        return at;
    }

    private boolean isHost(int start) {
        return HOST.matcher(text).region(start, text.length()).lookingAt();
    }

    private int wordStart(int at) {
        int start = at;
        while (start > 0 && isOfWord(start - 1)) {
            start--;
        }
        return start;
    }

    private int wordEnd(int at) {
        int end = at;
        while (end < text.length() && isOfWord(end)) {
            end++;
        }
        return end;
    }

    private boolean isOfWord(int at) {
        char c = text.charAt(at);
        return !Character.isWhitespace(c) && PARTS_WORDS.indexOf(c) < 0;
    }
}
