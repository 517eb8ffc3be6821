package dev.renum.core;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.Base64;
import java.util.BitSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Credentials that are known by their form, most by a prefix their issuer gave them for exactly this.
 *
 * <p>A pattern has no part that can fail after a part of unlimited length; else hostile text would cost more than its length. What cannot be
 * said that way is left to the verdict on what was found.
 */
enum TokenShape {
    JSON_WEB_TOKEN("(eyJ[\\w-]*+(?:\\.{1,2}[\\w-]++){0,4}+)"),
    HTTP_BEARER("(?i:bearer)[ \\t+]{1,8}+([\\w~+/=-]++(?:\\.[\\w~+/=-]++){0,8}+)"),
    HTTP_BASIC("(?i:basic)[ \\t+]{1,8}+([A-Za-z0-9+/]{4,}+={0,2}+)"),
    /** As Docker keeps logins. */
    LOGIN_IN_BASE64("auth(?:\\\\*+\")?+[ \\t]{0,8}+[:=][ \\t]{0,8}+(?:\\\\*+\")?+([A-Za-z0-9+/]{4,}+={0,2}+)"),
    /** As Kubernetes keeps keys. */
    PRIVATE_KEY_IN_BASE64("(LS0tLS1CRUdJTi[A-Za-z0-9+/]{20,}+={0,2}+)"),
    AWS_ACCESS_KEY_ID("((?:AKIA|ASIA|ABIA|ACCA)[A-Z0-9]{16}(?![A-Za-z0-9]))"),
    GITHUB("(gh[pousr]_[A-Za-z0-9_]{36,}+)"),
    GITHUB_FINE_GRAINED("(github_pat_[A-Za-z0-9_]{22,}+)"),
    GITLAB("(gl[a-z]{2,6}-[\\w-]{20,}+(?:\\.\\w{2}\\.\\w{7,}+)?+)"),
    SLACK("((?:xox[a-z]|xapp)-[A-Za-z0-9-]{10,}+)"),
    SLACK_WEBHOOK("hooks\\.slack\\.com/(?:services|workflows|triggers)/([A-Za-z0-9/]{20,}+)"),
    DISCORD_WEBHOOK("discord(?:app)?\\.com/api/webhooks/(\\d{1,24}+/[\\w-]{40,}+)"),
    TEAMS_WEBHOOK("(?:outlook|webhook)\\.office\\.com/webhook(?:b2)?/([\\w@/-]{40,}+)"),
    TELEGRAM("(?:bot)?(\\d{6,12}+:AA[\\w-]{33,}+)"),
    STRIPE("([sr]k_(?:live|test)_[A-Za-z0-9]{16,}+)"),
    STRIPE_WEBHOOK("(whsec_[A-Za-z0-9+/=]{24,}+)"),
    GOOGLE_API_KEY("(AIza[\\w-]{35,}+)"),
    GOOGLE_OAUTH("((?:ya29\\.|GOCSPX-)[\\w-]{20,}+)"),
    NPM("(npm_[A-Za-z0-9]{36,}+)"),
    PYPI("(pypi-[\\w-]{50,}+)"),
    SENDGRID("(SG\\.[\\w-]{16,64}+\\.[\\w-]{16,}+)"),
    DOCKER_HUB("(dckr_[a-z]{3}_[\\w-]{20,}+)"),
    VAULT("(hv[sbr]\\.[\\w-]{24,}+)"),
    DIGITAL_OCEAN("(do[opr]_v1_[a-f0-9]{64,}+)"),
    AGE("(AGE-SECRET-KEY-1[A-Z0-9]{50,}+)"),
    AI_PROVIDER("(sk-(?:ant|proj|svcacct|admin)-[\\w-]{20,}+)");

    private static final int SHORTEST = "basic YTpi".length();

    private final Pattern pattern;

    /** The characters that it may begin with; to look at the first alone spares most patterns. */
    private final String firsts;

    /** With a pattern whose group is the credential. */
    TokenShape(String pattern) {
        this.pattern = Pattern.compile(pattern);
        firsts = IntStream.rangeClosed('0', 'z')
                .filter(this::mayBeginWith)
                .mapToObj(Character::toString)
                .collect(Collectors.joining());
    }

    /** Only this tells whether more text could still make it match. */
    @SuppressWarnings("JdkObsolete")
    private boolean mayBeginWith(int character) {
        Matcher token = pattern.matcher(Character.toString(character));
        return token.lookingAt() || token.hitEnd();
    }

    static void hideIn(Redaction redaction) {
        BitSet starts = wordStarts(redaction.text());
        for (TokenShape shape : values()) {
            shape.hideIn(redaction, starts);
        }
    }

    /** Where a token may begin; to look only there is many times faster than to search for each shape. */
    private static BitSet wordStarts(String text) {
        BitSet starts = new BitSet();
        boolean inWord = false;
        for (int i = 0; i < text.length(); i++) {
            boolean isWord = Ascii.isAlphanumeric(text.charAt(i));
            starts.set(i, isWord && !inWord);
            inWord = isWord;
        }
        return starts;
    }

    private void hideIn(Redaction redaction, BitSet starts) {
        String text = redaction.text();
        Matcher token = pattern.matcher(text);
        int start = starts.nextSetBit(0);
        while (start >= 0) {
            boolean isFound = firsts.indexOf(text.charAt(start)) >= 0
                    && token.region(start, text.length()).lookingAt();
            if (isFound && isCredential(token.group(1))) {
                redaction.hide(token.start(1), token.end(1));
            }
            start = starts.nextSetBit(isFound ? token.end() : start + 1);
        }
    }

    static boolean isWhole(String value) {
        if (value.length() < SHORTEST) {
            return false;
        }
        for (TokenShape shape : values()) {
            if (shape.firsts.indexOf(value.charAt(0)) >= 0 && shape.isAll(value)) {
                return true;
            }
        }
        return false;
    }

    private boolean isAll(String value) {
        Matcher token = pattern.matcher(value);
        return token.matches() && isCredential(token.group(1));
    }

    /** The verdict on what the pattern found. */
    private boolean isCredential(String token) {
        return switch (this) {
            case JSON_WEB_TOKEN -> isWebToken(token);
            case HTTP_BEARER -> isLongWithDigit(token);
            case HTTP_BASIC, LOGIN_IN_BASE64 -> isUserAndPassword(token);
            case PRIVATE_KEY_IN_BASE64 -> isPrivateKey(token);
            default -> true;
        };
    }

    /** A header and a payload, which both are JSON, or the parts of an encrypted token (RFC 7516), of which one may be empty. */
    private static boolean isWebToken(String token) {
        int header = token.indexOf('.');
        return header >= 13 && (token.indexOf('.', header + 1) > 0 || token.startsWith("eyJ", header + 1));
    }

    private static boolean isLongWithDigit(String token) {
        return token.length() >= 16 && token.chars().anyMatch(Character::isDigit);
    }

    /** Tells keys from certificates; what names the kind of a block stands in its first line. */
    private static boolean isPrivateKey(String token) {
        String start = token.substring(0, Math.min(token.length() / 4 * 4, 96));
        return PrivateKeyBlocks.opens(new String(Base64.getMimeDecoder().decode(start), UTF_8));
    }

    /** Tells credentials from words such as {@code authentication}. */
    private static boolean isUserAndPassword(String token) {
        try {
            String decoded = new String(Base64.getDecoder().decode(token), UTF_8);
            return decoded.indexOf(':') >= 0 && decoded.chars().noneMatch(Character::isISOControl);
        } catch (IllegalArgumentException notBase64) {
            return false;
        }
    }
}
