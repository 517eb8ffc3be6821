package dev.renum.core;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.URLEncoder;
import java.util.Base64;
import java.util.Locale;
import java.util.function.IntPredicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * How a secret may be written.
 *
 * @param text what to look for
 * @param kind where it counts
 */
record SecretForm(String text, Kind kind) {
    private static final Pattern ORDINARY_WORD = Pattern.compile("\\p{L}?\\p{Ll}{0,6}|\\p{Lu}{1,7}");
    private static final Pattern ESCAPE = Pattern.compile("%[0-9A-F]{2}|\\\\u[0-9A-F]{4}");

    /** From this many bytes on, base64 of a secret in the middle of other bytes is long enough not to be found by chance. */
    private static final int ALIGNABLE = 6;

    /** Where a form counts as the secret. */
    enum Kind {
        /** Wherever it is found. */
        ANYWHERE,
        /** Where no letter or digit touches it. */
        ALONE,
        /** Wherever it is found, with all the base64 around it. */
        BASE64
    }

    static Stream<SecretForm> formsOf(String secret) {
        boolean isWeak = secret.length() < 4 || ORDINARY_WORD.matcher(secret).matches();
        Stream<String> written = Stream.of(Stream.of(secret, xml(secret)), percent(secret), json(secret))
                .flatMap(forms -> forms);
        return Stream.concat(
                written.distinct().map(text -> new SecretForm(text, isWeak ? Kind.ALONE : Kind.ANYWHERE)),
                base64(secret.getBytes(UTF_8)));
    }

    private static Stream<String> percent(String secret) {
        String form = URLEncoder.encode(secret, UTF_8);
        String uri = form.replace("+", "%20");
        return Stream.of(form, uri, lowerEscapes(form), lowerEscapes(uri));
    }

    /** As writers of JSON escape by default, with all but ASCII escaped, safe for HTML, and with the slashes some of them escape. */
    private static Stream<String> json(String secret) {
        String ascii = json(secret, c -> c > '~');
        String html = json(secret, c -> "<>&='".indexOf(c) >= 0);
        return Stream.of(json(secret, c -> false), ascii, lowerEscapes(ascii), lowerEscapes(html), html)
                .flatMap(form -> Stream.of(form, form.replace("/", "\\/")));
    }

    private static String json(String secret, IntPredicate isEscaped) {
        return secret.chars()
                .mapToObj(c -> isEscaped.test(c) ? unicode(c) : json((char) c))
                .collect(Collectors.joining());
    }

    private static String json(char c) {
        return switch (c) {
            case '"', '\\' -> "\\" + c;
            case '\n' -> "\\n";
            case '\r' -> "\\r";
            case '\t' -> "\\t";
            default -> c < ' ' ? unicode(c) : String.valueOf(c);
        };
    }

    private static String unicode(int c) {
        return String.format(Locale.ROOT, "\\u%04X", c);
    }

    private static String lowerEscapes(String escaped) {
        return ESCAPE.matcher(escaped)
                .replaceAll(it -> Matcher.quoteReplacement(it.group().toLowerCase(Locale.ROOT)));
    }

    private static String xml(String secret) {
        return secret.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;")
                .replace("'", "&#39;");
    }

    private static Stream<SecretForm> base64(byte[] secret) {
        Stream<SecretForm> forms = secret.length < ALIGNABLE
                ? Stream.of(new SecretForm(Base64.getEncoder().withoutPadding().encodeToString(secret), Kind.ALONE))
                : IntStream.range(0, 3)
                        .mapToObj(bytesBefore -> new SecretForm(aligned(secret, bytesBefore), Kind.BASE64));
        return forms.flatMap(form -> Stream.of(form, new SecretForm(urlSafe(form.text()), form.kind())));
    }

    /** The signs that are the same whatever stands before and after the secret. */
    private static String aligned(byte[] secret, int bytesBefore) {
        byte[] bytes = new byte[bytesBefore + secret.length];
        System.arraycopy(secret, 0, bytes, bytesBefore, secret.length);
        String encoded = Base64.getEncoder().encodeToString(bytes);
        return encoded.substring((bytesBefore * 8 + 5) / 6, bytes.length * 8 / 6);
    }

    private static String urlSafe(String base64) {
        return base64.replace('+', '-').replace('/', '_');
    }
}
