package dev.renum.core.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class DataSizeTest {
    @ParameterizedTest
    @CsvSource({
        "0, 0B",
        "1, 1B",
        "1500, 1500B",
        "1024, 1KiB",
        "10485760, 10MiB",
        "1073741824, 1GiB",
        "1099511627776, 1TiB",
        "1125899906842624, 1024TiB",
        "9223372036854775807, 9223372036854775807B"
    })
    void writesItselfInTheLargestWholeUnit(long bytes, String text) {
        assertThat(new DataSize(bytes)).hasToString(text);
    }

    @Test
    void countsInPowersOfTwo() {
        assertThat(DataSize.ofKibibytes(512).bytes()).isEqualTo(524_288);
        assertThat(DataSize.ofMebibytes(10).bytes()).isEqualTo(10_485_760);
        assertThat(DataSize.ofKibibytes(1024))
                .isEqualTo(DataSize.ofMebibytes(1))
                .isGreaterThan(new DataSize(1_000_000));
    }

    @Test
    void refusesWhatIsNoAmount() {
        assertThatIllegalArgumentException().isThrownBy(() -> new DataSize(-1)).withMessageContaining("-1");
        assertThatExceptionOfType(ArithmeticException.class).isThrownBy(() -> DataSize.ofMebibytes(1L << 60));
    }
}
