package dev.renum.core;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class SensitiveNameTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "password",
                "a.password",
                "a.passwords",
                "a.passwd",
                "pwd",
                "a.key-passphrase",
                "passcode",
                "a.clientSecret",
                "client_secret",
                "client-secret",
                "A.SECRET",
                "a.token",
                "a.tokens",
                "tokens[0]",
                "tokens.0",
                "a.tokens[12]",
                "authToken",
                "credential",
                "db.credentials",
                "apiKey",
                "api-key",
                "api_key",
                "apikey",
                "APIKey",
                "API_KEY",
                "api.keys.apiKeys",
                "aws.secret-access-key",
                "AWS_SECRET_ACCESS_KEY",
                "secretKey",
                "signing-key",
                "encryptionKey",
                "PRIVATE_KEY",
                "AccountKey",
                "DB_PASSWORD",
                "PGPASSWORD",
                "dbpassword",
                "SMTP_PASS",
                "db.pass",
                "jwt",
                "http.authorization",
                "X-Api-Key",
                "password2",
                "DB_PASSWORD_2",
                "secret.value",
                "secretValue",
                "password.base64",
                "a.password.old",
                "credentials.github",
                "secrets.stripe",
                "passwords.alice",
                "api-keys.mail",
                "a/b/token",
                "--password",
                ".password",
                "refresh-tokens",
                "jwt.secret.key",
                "google.api.key",
                "SECRET_KEY_BASE",
                "Ocp-Apim-Subscription-Key"
            })
    void takesForSecret(String key) {
        assertThat(Masking.isSensitive(key)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                ".",
                "[0]",
                "a.port",
                "key",
                "a.key",
                "public-key",
                "public.key",
                "secrets.public.path.key",
                "completion_tokens",
                "keyboard",
                "monkey",
                "compass",
                "bypass",
                "passport",
                "a.secretary-name",
                "tokenizer",
                "token.length",
                "token-ttl",
                "max-tokens",
                "llm.maxTokens",
                "MIN_TOKENS",
                "input-tokens",
                "secret-directory",
                "secrets.directory",
                "secrets.enabled",
                "password-min-length",
                "passwordPolicy",
                "password-file",
                "PASSWORD_FILE",
                "token-url",
                "access-key-id",
                "credentials.user",
                "credentials.username",
                "tokens.ttl",
                "author",
                "authorization.enabled",
                "value",
                "old",
                "sha256",
                "com.shop.credentials.ProviderException"
            })
    void takesForHarmless(String key) {
        assertThat(Masking.isSensitive(key)).isFalse();
    }

    @Test
    void readsTheEndOfAnEndlessKey() {
        assertThat(Masking.isSensitive("a.".repeat(500_000) + "password")).isTrue();
        assertThat(Masking.isSensitive("password".repeat(100_000) + "-ttl")).isFalse();
    }
}
