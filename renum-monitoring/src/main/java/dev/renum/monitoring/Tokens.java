package dev.renum.monitoring;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.renum.core.settings.Secret;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The tokens that open routes, kept as hashes; immutable. */
final class Tokens {
    private static final int RANDOM_BYTES = 16;

    private final List<byte[]> hashes;
    private final @Nullable Secret<String> generated;

    private Tokens(List<byte[]> hashes, @Nullable Secret<String> generated) {
        this.hashes = hashes;
        this.generated = generated;
    }

    static Tokens of(MonitoringSettings settings) {
        List<byte[]> hashes = new ArrayList<>();
        settings.tokens().forEach(token -> hashes.add(hash(token.reveal())));
        if (!hashes.isEmpty() || !settings.randomToken() || !settings.enabled()) {
            return new Tokens(hashes, null);
        }
        Secret<String> random = random();
        return new Tokens(List.of(hash(random.reveal())), random);
    }

    boolean isEmpty() {
        return hashes.isEmpty();
    }

    /** The token that was made because there was none. */
    Optional<Secret<String>> generated() {
        return Optional.ofNullable(generated);
    }

    /** Whether a header {@code Authorization} carries one of the tokens, as {@code Bearer} or as the password of {@code Basic}. */
    boolean accept(String authorization) {
        String[] parts = authorization.strip().split("\\s+", 2);
        if (parts.length < 2) {
            return false;
        }
        return switch (parts[0].toLowerCase(Locale.ROOT)) {
            case "bearer" -> contains(parts[1]);
            case "basic" -> contains(password(parts[1]));
            default -> false;
        };
    }

    /** Compares with every hash, each in constant time, so that the time tells nothing. */
    private boolean contains(String token) {
        byte[] hash = hash(token);
        boolean found = false;
        for (byte[] known : hashes) {
            found |= MessageDigest.isEqual(known, hash);
        }
        return found;
    }

    private static String password(String credentials) {
        try {
            String pair = new String(Base64.getDecoder().decode(credentials), UTF_8);
            int colon = pair.indexOf(':');
            return colon < 0 ? "" : pair.substring(colon + 1);
        } catch (IllegalArgumentException e) {
            return "";
        }
    }

    private static Secret<String> random() {
        byte[] bytes = new byte[RANDOM_BYTES];
        new SecureRandom().nextBytes(bytes);
        return Secret.of(Base64.getUrlEncoder().withoutPadding().encodeToString(bytes));
    }

    private static byte[] hash(String token) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(token.getBytes(UTF_8));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
