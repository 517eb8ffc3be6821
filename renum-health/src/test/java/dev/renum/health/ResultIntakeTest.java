package dev.renum.health;

import static org.assertj.core.api.Assertions.assertThat;

import dev.renum.core.health.HealthCheck;
import dev.renum.core.health.HealthResult;
import dev.renum.core.health.HealthStatus;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

final class ResultIntakeTest {
    static Stream<Throwable> throwables() {
        return Stream.of(
                new IOException("away"),
                new IllegalStateException("away"),
                new InterruptedException("away"),
                new AssertionError("away"),
                new NoClassDefFoundError("away"),
                new StackOverflowError("away"),
                new OutOfMemoryError("away"),
                new Throwable("away"));
    }

    @ParameterizedTest
    @MethodSource("throwables")
    void showsWhateverACheckThrowsAsDown(Throwable thrown) {
        HealthResult result = ResultIntake.resultOf(throwing(thrown));

        assertThat(result.status()).isEqualTo(HealthStatus.DOWN);
        assertThat(result.code()).isEqualTo(HealthCode.CHECK_FAILED.id());
        assertThat(result.message()).isEqualTo(thrown.getClass().getName() + ": away");
    }

    @Test
    void showsAnExceptionThatCannotBeRead() {
        RuntimeException unreadable = new RuntimeException() {
            private static final long serialVersionUID = 1L;

            @Override
            public String getMessage() {
                throw new IllegalStateException("no message");
            }
        };

        assertThat(ResultIntake.resultOf(throwing(unreadable)).code()).isEqualTo(HealthCode.CHECK_FAILED.id());
    }

    @Test
    void masksBeforeItCuts() {
        String text = "x".repeat(1_985) + " password=hunter2-and-more";

        assertThat(ResultIntake.resultOf(() -> HealthResult.down("X-1", text)).message())
                .doesNotContain("hunter");
    }

    @Test
    @Timeout(10)
    void doesNotMaskMegabytesThatNobodySees() {
        String statement =
                "password=hunter2 in statement: select * from t where id in (" + "12345, ".repeat(15_000_000);

        HealthResult result = ResultIntake.resultOf(throwing(new IOException(statement)));

        assertThat(result.message()).hasSize(2_001).startsWith("java.io.IOException: password=****");
    }

    @Test
    void namesTheTypeWhereThereIsNoMessage() {
        assertThat(ResultIntake.resultOf(throwing(new IOException())).message()).isEqualTo("java.io.IOException");
    }

    @Test
    @SuppressWarnings("NullAway")
    void showsNullAsDown() {
        HealthResult result = ResultIntake.resultOf(() -> null);

        assertThat(result.code()).isEqualTo(HealthCode.NO_RESULT.id());
    }

    @Test
    void cutsWhatIsTooLong() {
        Map<String, String> details = new LinkedHashMap<>();
        for (int i = 0; i < 10_000; i++) {
            details.put("key" + i, "x".repeat(2_000));
        }
        HealthResult huge = new HealthResult(HealthStatus.UP, null, "y".repeat(1 << 20), details, "1");

        HealthResult result = ResultIntake.resultOf(() -> huge);

        assertThat(result.message()).hasSize(2_001).endsWith("…");
        assertThat(result.details()).hasSize(64);
        assertThat(result.details().get("key0")).hasSize(1_001);
        assertThat(result.version()).isEqualTo("1");
    }

    @Test
    void masksSecretsThatDriversQuote() {
        HealthCheck failing = throwing(
                new IOException(
                        "no route to jdbc:postgresql://h/d?user=u&password=hunter1 or postgres://u:hunter2@h/d, token=hunter3"));
        HealthCheck telling = () -> HealthResult.up()
                .withDetail("url", "redis://:hunter4/with@signs@h")
                .withDetail("api-key", "hunter5")
                .withDetail("json", "{\"password\": \"hunter 6\"}");

        assertThat(ResultIntake.resultOf(failing).message())
                .doesNotContain("hunter")
                .contains("password=****", "://****@h/d");
        assertThat(ResultIntake.resultOf(telling).details())
                .containsEntry("url", "redis://****@h")
                .containsEntry("api-key", "****")
                .containsEntry("json", "{\"password\": \"****\"}");
    }

    private static HealthCheck throwing(Throwable thrown) {
        return () -> {
            throw ResultIntakeTest.<RuntimeException>sneaky(thrown);
        };
    }

    /** Lets any throwable through where only exceptions are declared. */
    @SuppressWarnings({"unchecked", "TypeParameterUnusedInFormals"})
    private static <X extends Throwable> X sneaky(Throwable thrown) throws X {
        throw (X) thrown;
    }
}
