package dev.renum.core;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.Base64;
import java.util.Locale;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;

/** Made-up credentials of every shape. */
final class SampleTokens {
    private static final String DIGITS = "0123456789";
    private static final String CAPITALS = "ABCDEFGHIJKLMNOPQRSTUVWXYZ";
    private static final String LETTERS = CAPITALS + CAPITALS.toLowerCase(Locale.ROOT);
    private static final String ALPHANUMERIC = LETTERS + DIGITS;

    private final RandomGenerator random;

    SampleTokens(RandomGenerator random) {
        this.random = random;
    }

    static String of(TokenShape shape) {
        return new SampleTokens(RandomGeneratorFactory.of("L64X128MixRandom")
                        .create(shape.name().length()))
                .next(shape);
    }

    /** The part of {@code token} that is secret. */
    static String secretOf(String token) {
        return token.replaceFirst("(?i)^(?:bearer |basic |bot|auth\":\"|.*/(?:services|webhooks|webhookb2)/)", "");
    }

    String next(TokenShape shape) {
        return switch (shape) {
            case JSON_WEB_TOKEN -> webToken();
            case HTTP_BEARER -> "Bearer " + text(ALPHANUMERIC, 30) + "7";
            case HTTP_BASIC -> "Basic " + base64("shop:" + text(ALPHANUMERIC, 12));
            case AWS_ACCESS_KEY_ID -> "AKIA" + text(CAPITALS + DIGITS, 16);
            case GITHUB -> "gh" + text("pousr", 1) + "_" + text(ALPHANUMERIC, 36);
            case GITHUB_FINE_GRAINED -> "github_pat_" + text(ALPHANUMERIC, 22) + "_" + text(ALPHANUMERIC, 59);
            case GITLAB -> "glpat-" + text(ALPHANUMERIC + "-_", 20);
            case SLACK -> "xox" + text("bpas", 1) + "-" + text(DIGITS, 11) + "-" + text(ALPHANUMERIC, 24);
            case LOGIN_IN_BASE64 -> "auth\":\"" + base64("shop:" + text(ALPHANUMERIC, 13));
            case PRIVATE_KEY_IN_BASE64 -> base64("-----BEGIN EC " + "PRIVATE KEY-----\n" + text(ALPHANUMERIC, 61));
            case DISCORD_WEBHOOK ->
                "discord.com/api/webhooks/" + text(DIGITS, 18) + "/" + text(ALPHANUMERIC + "-_", 68);
            case TEAMS_WEBHOOK -> "webhook.office.com/webhookb2/" + text(ALPHANUMERIC + "-@", 73);
            case TELEGRAM -> "bot" + text(DIGITS, 9) + ":AA" + text(ALPHANUMERIC + "-_", 33);
            case AGE -> "AGE-" + "SECRET-KEY-1" + text(CAPITALS + DIGITS, 58);
            case SLACK_WEBHOOK -> "hooks.slack.com/services/T" + text(ALPHANUMERIC, 9) + "/B" + text(ALPHANUMERIC, 30);
            case STRIPE -> "sk_" + "live_" + text(ALPHANUMERIC, 24);
            case STRIPE_WEBHOOK -> "whsec_" + text(ALPHANUMERIC, 32);
            case GOOGLE_API_KEY -> "AIza" + text(ALPHANUMERIC + "-_", 35);
            case GOOGLE_OAUTH -> "GOCSPX-" + text(ALPHANUMERIC, 28);
            case NPM -> "npm_" + text(ALPHANUMERIC, 36);
            case PYPI -> "pypi-" + text(ALPHANUMERIC, 80);
            case SENDGRID -> "SG." + text(ALPHANUMERIC + "-_", 22) + "." + text(ALPHANUMERIC + "-_", 43);
            case DOCKER_HUB -> "dckr_" + "pat_" + text(ALPHANUMERIC, 27);
            case VAULT -> "hvs." + text(ALPHANUMERIC, 90);
            case DIGITAL_OCEAN -> "dop_v1_" + text("abcdef" + DIGITS, 64);
            case AI_PROVIDER -> "sk-proj-" + text(ALPHANUMERIC + "-_", 48);
        };
    }

    /** A password with signs that mean something in URLs and JSON. */
    String password(String signs) {
        return text(ALPHANUMERIC + signs, 12 + random.nextInt(12)) + text(LETTERS, 4);
    }

    private String webToken() {
        String claims = "{\"sub\":\"" + text(ALPHANUMERIC, 12) + "\"}";
        return base64("{\"alg\":\"HS256\"}") + "." + base64(claims) + "." + text(ALPHANUMERIC + "-_", 43);
    }

    private static String base64(String text) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(text.getBytes(UTF_8));
    }

    private String text(String alphabet, int length) {
        StringBuilder text = new StringBuilder(length);
        for (int i = 0; i < length; i++) {
            text.append(alphabet.charAt(random.nextInt(alphabet.length())));
        }
        return text.toString();
    }
}
