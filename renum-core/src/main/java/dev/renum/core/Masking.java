package dev.renum.core;

import static java.util.Objects.requireNonNull;

import java.util.Collection;
import java.util.List;
import java.util.function.Consumer;

/**
 * Hides secrets in text that leaves the process: log lines, messages of exceptions, reports, JSON.
 *
 * <p>It is the last net, not the first: a value that is known to be secret belongs into a {@link dev.renum.core.settings.Secret}. What has
 * neither a telling name nor a telling shape, such as a password in the middle of a sentence, is found only if it is handed in as a
 * known secret. In doubt more is hidden than needed. All methods are pure, thread-safe, independent of the locale, and need time
 * proportional to the length of the text, whatever is in it.
 */
public final class Masking {
    /** What stands in place of everything that is hidden, whatever its length. */
    public static final String MASK = "****";

    private static final List<Consumer<Redaction>> SHAPES = List.of(
            PrivateKeyBlocks::hideIn,
            UserInfo::hideIn,
            Logins::hideIn,
            PasswordFiles::hideIn,
            NamedValues::hideIn,
            NamedEntries::hideIn,
            SqlStatements::hideIn,
            XmlElements::hideIn,
            CommandLines::hideIn,
            HttpCredentials::hideIn,
            TokenShape::hideIn);

    /** What was glued to a secret stands free when that is hidden, and may be known then; only hostile text does so more than once. */
    private static final int MAX_ROUNDS = 8;

    /** A URL may be a parameter of a URL that is a parameter itself. */
    private static final int MAX_ENCODINGS = 2;

    private Masking() {}

    /**
     * Whether the value of {@code key} is to be treated as a secret, judged by how the key is named.
     *
     * <p>The end of the last segment decides, in camelCase, snake_case, kebab-case or upper case, in singular or plural: {@code
     * db.password}, {@code apiKey}, {@code DB_PASSWORD}, {@code tokens[0]}. Endings that say nothing are skipped: {@code
     * secret.value}, {@code password2}. Entries of a group in plural count too, {@code credentials.github}, unless they are named
     * like something harmless, {@code credentials.user}. What only speaks about a secret does not count: {@code token-ttl}, {@code
     * secret-directory}, {@code password-min-length}, {@code max-tokens}.
     */
    public static boolean isSensitive(String key) {
        return SensitiveName.matches(requireNonNull(key, "key"));
    }

    /**
     * {@code text} without what looks like a secret; everything else stays as it is.
     *
     * <p>Hidden are: blocks of PEM private keys, also without their end · the user-info of URLs and of Oracle's JDBC URLs, also with
     * characters that should have been encoded · the password of {@code user:password@host} · values after a name for which {@link
     * #isSensitive} holds and {@code =}, {@code :} or {@code =>}, in parameters, properties, JSON, YAML with its block scalars, {@code
     * toString} of maps, and after {@code --name} · the {@code value} beside such a name in XML attributes, JSON and YAML, {@code name:
     * DB_PASSWORD, value: x} · passwords in SQL · the text of XML elements so named · {@code curl -u user:password} and what other
     * well-known programs take so, {@code mysql -p}, {@code redis-cli -a} · lines of {@code .netrc} and {@code .pgpass} · signatures of signed
     * URLs and ids of sessions · HTTP credentials and cookies · access keys and tokens of well-known form (JWT, AWS, GitHub, GitLab,
     * Slack, Stripe, Google, npm, SendGrid and more). Digests, UUIDs and other long strings are not secrets by their shape. {@code yes},
     * {@code no}, {@code true}, {@code false} and {@code null} stay visible after any name, and so do places for a secret, {@code
     * password=${DB_PASSWORD}}, and complaints, {@code password: must not be empty}.
     *
     * <p>What stands behind percent escapes, as a URL within a URL, is found too. Not found are passwords in the middle of a sentence, {@code
     * with password x}, and arguments that only their place tells, {@code AUTH x}.
     *
     * <p>A property at the start of a line reaches to the end of the line, or up to the next {@code name=}; within a line it ends at white
     * space. Masking twice changes nothing more.
     *
     * @return {@code text} itself if there is nothing to hide
     */
    public static String mask(String text) {
        return mask(text, List.of());
    }

    /**
     * {@code text} without what {@link #mask(String)} hides and without {@code secrets}.
     *
     * <p>A secret is found wherever it stands, case-sensitive, also in its URL-encoded, JSON-escaped, XML-escaped and base64 form, the latter
     * also within something longer such as {@code user:password}. Two kinds are hidden only where no letter or digit touches
     * them, or half of the text would be gone: secrets of less than 4 characters, and ordinary words, which are less than 8
     * letters without a capital in between. So {@code admin} does not hide a part of {@code administration}, but
     * it does in {@code x_admin/1}. White space and {@code *} around a secret do not count, blank secrets hide nothing. Masking twice
     * changes nothing more, unless a secret contains the mask itself.
     *
     * @param secrets values that must not be seen, in any order
     */
    public static String mask(String text, Collection<String> secrets) {
        KnownSecrets known = KnownSecrets.of(secrets);
        String masked = requireNonNull(text, "text");
        for (int round = 0; round < MAX_ROUNDS; round++) {
            String before = masked;
            masked = maskOnce(before, known);
            if (masked.equals(before)) {
                return masked;
            }
        }
        return masked;
    }

    private static String maskOnce(String text, KnownSecrets known) {
        Redaction redaction = new Redaction(text);
        hideShapes(redaction, 0);
        known.hideIn(redaction);
        return redaction.result();
    }

    private static void hideShapes(Redaction redaction, int depth) {
        SHAPES.forEach(shape -> shape.accept(redaction));
        if (depth < MAX_ENCODINGS) {
            PercentEscapes.hideIn(redaction, decoded -> hideShapes(decoded, depth + 1));
        }
    }

    /**
     * Whether the whole of {@code value} looks like a credential, for a warning where nobody expects one.
     *
     * <p>True for the tokens and private keys that {@link #mask(String)} knows, and for at least 32 characters of base64 that mix capitals,
     * small letters and digits as only chance does, such as an AWS secret access key. Never for hexadecimal text (a digest, a
     * UUID), paths, names of classes and versions. White space around the value does not count.
     */
    public static boolean isTokenShaped(String value) {
        String token = value.strip();
        return TokenShape.isWhole(token) || PrivateKeyBlocks.opens(token) || RandomText.matches(token);
    }
}
