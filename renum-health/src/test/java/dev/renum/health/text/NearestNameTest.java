package dev.renum.health.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class NearestNameTest {
    private static final List<String> NAMES = List.of("bank", "database", "disk");

    @ParameterizedTest
    @CsvSource({"bnk, bank", "banks, bank", "datbase, database", "databasement, database", "dusk, disk"})
    void isTheOneThatWasMeant(String name, String meant) {
        assertThat(NearestName.to(name, NAMES)).contains(meant);
    }

    @ParameterizedTest
    @CsvSource({"b", "da", "databasements-of-all", "queue"})
    void isNoneWhereAllDifferTooMuch(String name) {
        assertThat(NearestName.to(name, NAMES)).isEmpty();
    }

    @Test
    @Timeout(5)
    void isSoonFoundToBeNoneForANameOfAMillionLetters() {
        List<String> names = IntStream.range(0, 1_000)
                .mapToObj(i -> "alert-" + i + "x".repeat(100))
                .toList();

        assertThat(NearestName.to("x".repeat(1_000_000), names)).isEmpty();
        assertThat(NearestName.to("x".repeat(100_000), List.of("y".repeat(100_000), "z".repeat(100_000))))
                .isEmpty();
    }
}
