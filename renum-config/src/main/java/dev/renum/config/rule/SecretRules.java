package dev.renum.config.rule;

import dev.renum.config.report.Origin;
import dev.renum.config.report.RuleCode;
import dev.renum.config.source.Names;
import dev.renum.config.source.ProcessValues;
import dev.renum.core.Masking;
import dev.renum.core.settings.Secret;
import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Judges what is secret, and what should be: SEC-004, 005, 006 and 007. Reveals secrets here only, and never shows one. */
final class SecretRules {
    /** The short word for a password; at the end of other words it is something else, such as a boarding pass. */
    private static final String PASS = "^(?:db|database|smtp|mail|mq|broker|redis|admin|auth|user|login)?pass$";

    private static final Pattern PASSWORD = Pattern.compile("(?:password|passwd|pwd|passphrase)s?$|" + PASS);

    /** Names that leave no doubt. Others also name what only has to do with a secret: one in a cluster, a mark in a text, a field of a form. */
    private static final Pattern CREDENTIAL =
            Pattern.compile("(?:password|passwd|pwd|passphrase|passcode|storepass|keypass"
                    + "|(?:api|access|secret|private|signing|encryption|master|account)key)s?$|" + PASS);

    private static final Pattern SECRET = Pattern.compile(
            "(?:^|client|jwt|session|cookie|shared|webhook|hmac|signing|app|application|api|oauth2?|consumer|token)secret$");
    private static final Pattern TOKEN = Pattern.compile(
            "(?:^|api|auth|access|bearer|refresh|bot|deploy|webhook|admin|github|gitlab|slack|vault)tokens?$");
    private static final Pattern OF_CLUSTER =
            Pattern.compile("^(?:tls|ssl|ingress|volumes?|pods?|containers?|deployment|chart|helm|kubernetes|k8s)$");

    /** A declared secret of these names is worth hiding, and has no strength. */
    private static final Pattern NO_STRENGTH = Pattern.compile(
            "(?:user|username|login|account|name|id|host|hostname|address|url|uri|dsn|path|file|email|pin)s?$");

    /** Tokens that are made to be seen. */
    private static final Pattern PUBLIC =
            Pattern.compile("anon|public|publishable|fingerprint|digest|checksum|hash|thumbprint"
                    + "|certificate|nonce|sitekey|siteverification|hostkey|pins?$");

    private static final Pattern ID = Pattern.compile("ids?$");

    private static final String GENERATE =
            "let a generator make one, and set it from the place where production keeps its secrets";

    private SecretRules() {}

    static void check(Judgement judgement) {
        judgement.telling().forEach(setting -> {
            if (setting.isSecret() || !setting.endpoints().isEmpty()) {
                strength(judgement, setting, credentials(setting));
            }
            misplaced(judgement, setting);
        });
    }

    private static void strength(Judgement judgement, Judged setting, List<String> credentials) {
        if (credentials.stream().noneMatch(secret -> known(judgement, setting, secret))) {
            weak(judgement, setting, credentials);
            shipped(judgement, setting, credentials);
        }
    }

    /** The secrets in a setting: the passwords in its URLs, else, if it is one itself, its texts. */
    private static List<String> credentials(Judged setting) {
        Stream<String> all = setting.endpoints().isEmpty()
                ? ofItself(setting)
                : setting.endpoints().stream().map(Endpoint::password).filter(Objects::nonNull);
        return all.filter(text -> !Credentials.isElsewhere(text)).toList();
    }

    private static Stream<String> ofItself(Judged setting) {
        boolean isSecret = setting.isSecret()
                && !(setting.bound().value() instanceof Enum<?>)
                && !NO_STRENGTH.matcher(setting.name()).find()
                && !Credentials.isHarmless(setting.segments());
        return isSecret ? setting.texts().stream().filter(text -> isMeant(setting, text)) : Stream.empty();
    }

    /** Whether {@code text} is the secret itself, and not the name of something that is called like one. */
    private static boolean isMeant(Judged setting, String text) {
        return setting.isDeclaredSecret()
                || isCredential(setting)
                || (SECRET.matcher(setting.name()).find() && !setting.hasSegment(OF_CLUSTER))
                || (TOKEN.matcher(setting.name()).find() && !Names.plain(text).endsWith("token"))
                || Credentials.isGenerated(text);
    }

    private static boolean isCredential(Judged setting) {
        boolean isEntry = setting.parent().endsWith("s")
                && CREDENTIAL.matcher(setting.parent()).find();
        return isEntry || CREDENTIAL.matcher(setting.name()).find();
    }

    private static boolean known(Judgement judgement, Judged setting, String secret) {
        if (secret.isEmpty() && isEmptyOnPurpose(setting)) {
            return false;
        }
        boolean isUser = judgement
                .in(setting.group(), name -> name.equals("user") || name.equals("username"))
                .anyMatch(user -> user.texts().contains(secret));
        if (!secret.isEmpty() && !isUser && !Credentials.isKnown(secret)) {
            return false;
        }
        String why = secret.isEmpty()
                ? "is an empty password"
                : isUser ? "is the name of the user too" : "is a password that everybody knows";
        judgement.found(RuleCode.KNOWN_PASSWORD, setting, why, GENERATE);
        return true;
    }

    /** Nobody has set one, or it is the usual way to write that there is no token. */
    private static boolean isEmptyOnPurpose(Judged setting) {
        return setting.bound().isDefault()
                || (setting.endpoints().isEmpty()
                        && !PASSWORD.matcher(setting.name()).find());
    }

    private static void weak(Judgement judgement, Judged setting, List<String> credentials) {
        if (credentials.stream().anyMatch(secret -> !secret.isEmpty() && Credentials.isWeak(secret))) {
            judgement.found(RuleCode.WEAK_SECRET, setting, "is easy to guess", Credentials.demand());
        }
    }

    private static void shipped(Judgement judgement, Judged setting, List<String> credentials) {
        Origin.Kind kind = setting.bound().origin().kind();
        String text = setting.bound().text();
        boolean isShipped = kind == Origin.Kind.CLASS_PATH || kind.isDefault();
        if (!isShipped || text == null || text.contains("${") || !hasSecret(setting, credentials)) {
            return;
        }
        String where = kind.isDefault() ? "has a secret as its default" : "has a secret in a file of the class path";
        judgement.found(
                RuleCode.SHIPPED_SECRET,
                setting,
                where + ", which everybody has who has the program",
                "replace it, and set it by " + variable(setting) + " or in the secrets directory");
    }

    /** A secret that is no text counts too. */
    private static boolean hasSecret(Judged setting, List<String> credentials) {
        boolean isOther =
                setting.bound().value() instanceof Secret<?> && setting.texts().isEmpty();
        return isOther || credentials.stream().anyMatch(secret -> !secret.isEmpty());
    }

    private static String variable(Judged setting) {
        return ProcessValues.variableName(setting.bound().key());
    }

    /** Ids are made by chance too, and the keys of Stripe's and Mapbox's pages; what an issuer has marked as secret is it under every name. */
    private static boolean isToken(Judged setting, String text) {
        if (!Masking.isTokenShaped(text)) {
            return false;
        }
        boolean isId = ID.matcher(setting.name()).find() || text.startsWith("pk_") || text.startsWith("pk.");
        return !isId || !Masking.mask(text).equals(text);
    }

    private static void misplaced(Judgement judgement, Judged setting) {
        boolean isToken = !setting.isSecret() && setting.hasText(text -> isToken(setting, text));
        if (isToken && !setting.hasSegment(PUBLIC)) {
            judgement.found(
                    RuleCode.MISPLACED_TOKEN,
                    setting,
                    "looks like a token or a private key, and is not hidden",
                    "declare the component as Secret<String>, and replace the token if a log may have it");
        }
    }
}
