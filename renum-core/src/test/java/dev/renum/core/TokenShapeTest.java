package dev.renum.core;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Examples are put together at run time, since scanners of repositories know the same shapes. */
final class TokenShapeTest {
    static Stream<String> tokens() {
        return Stream.of(TokenShape.values()).map(SampleTokens::of);
    }

    @ParameterizedTest
    @EnumSource(TokenShape.class)
    void hidesEach(TokenShape shape) {
        String token = SampleTokens.of(shape);
        String shown = token.replace(SampleTokens.secretOf(token), Masking.MASK);

        String masked = Masking.mask("x " + token + ", _" + token + ". \"" + token + "\"");

        assertThat(masked).isEqualTo("x " + shown + ", _" + shown + ". \"" + shown + "\"");
        assertThat(Masking.mask(masked)).isEqualTo(masked);
    }

    @ParameterizedTest
    @MethodSource("tokens")
    void takesEachForAToken(String token) {
        assertThat(Masking.isTokenShaped(token)).isTrue();
        assertThat(Masking.isTokenShaped(" " + token + "\n")).isTrue();
        assertThat(Masking.isTokenShaped("see " + token)).isFalse();
    }

    @Test
    void takesRandomBase64AndPrivateKeysForTokens() {
        assertThat(Masking.isTokenShaped("q7Vb2nXw/K7MdE9gR4bPx" + "RfiC3yU8sLz0aTq5Wk1"))
                .isTrue();
        assertThat(Masking.isTokenShaped("-----BEGIN PRIVATE KEY-----\nMIIE")).isTrue();
    }

    @Test
    void leavesCertificatesInBase64() {
        String text = "ca: LS0tLS1CRUdJTiBDRVJUSUZJQ0FURS0tLS0tCk1JSURkekNDQWwrZ0F3SUJB";

        assertThat(Masking.mask(text)).isEqualTo(text);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "5m",
                "1.2.3-SNAPSHOT",
                "550e8400-e29b-41d4-a716-446655440000",
                "550E8400E29B41D4A716446655440000",
                "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855",
                "sha256-47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=",
                "/opt/App2/current/config/Production/x86",
                "dev.renum.health.dependency.DependencyValidator",
                "DevRenumHealthDependencyDependencyValidator2",
                "FindUserByIdAndNameOrMailFromCache2",
                "auth: required",
                "auth=none",
                "1234567:550e8400-e29b-41d4-a716-446655440000",
                "https://discord.com/api/webhooks/123",
                "eyJ",
                "eyJhbGciOiJIUzI1NiJ9",
                "Bearer authentication-required",
                "basic authentication",
                "basic usermanagement",
                "AKIAIOSFODNN7EXAMPLES",
                "ghp_short",
                "sk-some-long-name-of-a-thing-that-is-none",
                "https://hooks.slack.com/services/",
                "org.postgresql.util.PSQLException"
            })
    void leavesWhatOnlyLooksAlike(String value) {
        assertThat(Masking.isTokenShaped(value)).isFalse();
        assertThat(Masking.mask(value)).isEqualTo(value);
    }
}
