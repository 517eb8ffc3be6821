package dev.renum.config.rule;

import dev.renum.core.Masking;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/** What a secret text tells about its strength. */
final class Credentials {
    private static final int SHORTEST = 12;
    private static final int FEWEST_DISTINCT = 6;

    /** Defaults of products and the head of every list of leaked passwords, without digits and signs at the end. */
    private static final Set<String> KNOWN = Set.of("""
            abc abcdef admin adminadmin administrator asdf asdfgh changeit changeme changemenow changethis default demo dragon dummy
            elastic example foobar foobared guest hunter iloveyou keyboardcat keycloak letmein login master minio minioadmin monkey mysecret
            mysecretkey mysecretpassword mysql neo4j oracle p@ssw0rd p@ssword pass passw0rd password placeholder postgres
            postgresql promoperator qwerty qwertyuiop rabbitmq redis replaceme root s3cr3t s3cret sa scott secret supersecret system test tester tiger toor user welcome your256bitsecret yourpassword yoursecret
            yoursecretkey""".split("\\s+"));

    private static final Pattern TAIL = Pattern.compile("[\\d!?.$#*_-]+$");

    private static final Pattern SEPARATOR = Pattern.compile("[ _.-]");

    /** Says where the secret is, or has it encrypted or hashed. */
    private static final Pattern ELSEWHERE = Pattern.compile(
            "(?i)(?:enc\\(|\\{[a-z0-9@_-]+}|(?:vault|secretref|secret|arn|kms|sops|op|ref|file|classpath|env|akv|gcpsm|awssm):"
                    + "|alias/|projects/|\\$2[aby]\\$|\\$argon2|\\$pbkdf2|\\$[56]\\$|~?/|\\.{1,2}/).*",
            Pattern.DOTALL);

    private static final Pattern GENERATED = Pattern.compile(
            "(?=.*\\d)(?=.*[A-Za-z])[A-Za-z0-9+/=]{16,}|(?i)[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}");

    private Credentials() {}

    /** Whether it is a default of some product, or everybody's first guess. */
    static boolean isKnown(String secret) {
        String plain =
                SEPARATOR.matcher(secret.strip().toLowerCase(Locale.ROOT)).replaceAll("");
        String head = TAIL.matcher(plain).replaceFirst("");
        return KNOWN.contains(plain) || KNOWN.contains(head) || isDigitsOnly(plain);
    }

    /** {@code 12345678} and the like; a number of more digits may come from a generator. */
    private static boolean isDigitsOnly(String secret) {
        return !secret.isEmpty() && secret.length() <= 10 && secret.chars().allMatch(Character::isDigit);
    }

    static boolean isWeak(String secret) {
        return secret.length() < SHORTEST || secret.chars().distinct().count() < FEWEST_DISTINCT;
    }

    /** Whether it only points to the secret, or has it encrypted. */
    static boolean isElsewhere(String text) {
        return ELSEWHERE.matcher(text).matches();
    }

    /** Whether no person gave it as a name to something. */
    static boolean isGenerated(String text) {
        return GENERATED.matcher(text).matches() || Masking.isTokenShaped(text);
    }

    static String demand() {
        return "use at least " + SHORTEST + " characters, " + FEWEST_DISTINCT + " of them different, from a generator";
    }

    /** Names of what stands beside a secret, or protects nothing: everybody has the certificates of a trust store. */
    static boolean isHarmless(List<String> segments) {
        return segments.stream().anyMatch(segment -> segment.contains("truststore"));
    }
}
