package dev.renum.config.bind;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class SuggestionsTest {
    private static final List<String> UNITS = List.of("ns", "us", "µs", "ms", "s", "m", "min", "h", "d");
    private static final List<String> KEYS = List.of(
            "renum.cache.maximum-size",
            "renum.cache.redis.url",
            "renum.health.enabled",
            "renum.health.requests.p95",
            "renum.monitoring.port",
            "renum.monitoring.tokens",
            "server.port");

    @Nested
    final class OfKeys {
        @ParameterizedTest
        @CsvSource({
            "renum.cache.maximumSize, renum.cache.maximum-size",
            "renum.cache.maximum.size, renum.cache.maximum-size",
            "RENUM_CACHE_MAXIMUM_SIZE, renum.cache.maximum-size",
            "renum.heath.enabled, renum.health.enabled",
            "renum;cache.redis.url, renum.cache.redis.url",
            "renum.cache.redis.irl, renum.cache.redis.url",
            "renum.cahce.maxmum-size, renum.cache.maximum-size",
            "server.prot, server.port",
            "renum.health.requests.o95, renum.health.requests.p95"
        })
        void forgivesSlipsCaseAndSeparators(String typed, String meant) {
            assertThat(Suggestions.of(typed, KEYS)).containsExactly(meant);
        }

        @ParameterizedTest
        @CsvSource({
            "cache.maximum-size, renum.cache.maximum-size",
            "renum.maximumSize, renum.cache.maximum-size",
            "renum.cache.url, renum.cache.redis.url",
            "renum.enabled.health, renum.health.enabled",
            "backend.renum.health.enabled, renum.health.enabled"
        })
        void findsASegmentThatIsMissingOrElsewhere(String typed, String meant) {
            assertThat(Suggestions.of(typed, KEYS)).containsExactly(meant);
        }

        @ParameterizedTest
        @ValueSource(
                strings = {
                    "renum.cache.minimum-size",
                    "renum.cache.maximum-time",
                    "renum.cache.colour",
                    "renum.health.requests.p99",
                    "renum.cache.port",
                    "renum.monitoring.tls.port",
                    "management.server.port",
                    "server.host",
                    "port",
                    "something.else",
                    "",
                    "...",
                    "[0]"
                })
        void suggestsNothingForAnotherThing(String name) {
            assertThat(Suggestions.of(name, KEYS)).isEmpty();
        }

        @Test
        void suggestsNearNamesOnly() {
            List<String> names = List.of("backend.port", "backend.data-directory", "renum.health.stale-after");

            assertThat(Suggestions.of("backend.prot", names)).containsExactly("backend.port");
            assertThat(Suggestions.of("backend.dataDirectory", names)).containsExactly("backend.data-directory");
            assertThat(Suggestions.of("something.else", names)).isEmpty();
        }

        @Test
        void findsTheListOfAnElement() {
            assertThat(Suggestions.of("renum.monitoring.tokenz[12]", KEYS)).containsExactly("renum.monitoring.tokens");
        }

        @Test
        void keepsTheElementOfAKeyBelowIt() {
            List<String> keys = IntStream.range(0, 10)
                    .mapToObj(i -> "shop.items[" + i + "].name")
                    .toList();

            assertThat(Suggestions.of("shop.items[3].nmae", keys)).containsExactly("shop.items[3].name");
            assertThat(Suggestions.of("shop.items[11].name", keys)).doesNotContain("shop.items[3].name");
        }
    }

    @Nested
    final class OfWords {
        @ParameterizedTest
        @CsvSource({"mss, ms", "sm, ms", "mins, min", "µ, µs", "nms, ms"})
        void findsAUnit(String typed, String meant) {
            assertThat(Suggestions.of(typed, UNITS)).first().isEqualTo(meant);
        }

        @ParameterizedTest
        @ValueSource(strings = {"x", "w", "y", "kb", "weeks", "Gi"})
        void suggestsNoUnitForAnother(String unit) {
            assertThat(Suggestions.of(unit, UNITS)).isEmpty();
        }

        @ParameterizedTest
        @CsvSource({"prodution, production", "dve, dev", "Testing, ", "staging, ", "porduciton, production"})
        void findsAnEnvironment(String typed, String meant) {
            List<String> names = List.of("dev", "development", "test", "prod", "production");

            assertThat(Suggestions.of(typed, names)).isEqualTo(meant == null ? List.of() : List.of(meant));
        }

        @ParameterizedTest
        @CsvSource({"readonly, READ_ONLY", "Read-Onyl, READ_ONLY", "write, "})
        void findsAConstant(String typed, String meant) {
            List<String> names = List.of("READ_ONLY", "READ_WRITE", "NONE");

            assertThat(Suggestions.of(typed, names)).isEqualTo(meant == null ? List.of() : List.of(meant));
        }

        @Test
        void findsAVariable() {
            List<String> names = List.of("RENUM_HEALTH_STALE_AFTER", "RENUM_CACHE_REDIS_URL", "SHOP_PORT");

            assertThat(Suggestions.of("RENUM_HEALTH_STALEAFTER", names)).containsExactly("RENUM_HEALTH_STALE_AFTER");
            assertThat(Suggestions.of("HEALTH_STALE_AFTER", names)).containsExactly("RENUM_HEALTH_STALE_AFTER");
            assertThat(Suggestions.of("SHOP_PROT", names)).containsExactly("SHOP_PORT");
            assertThat(Suggestions.of("SHOP_HOST", names)).isEmpty();
        }
    }

    @Nested
    final class OfMany {
        @Test
        void listsNamesThatAreAboutAsNearOnly() {
            List<String> names = List.of("shop.porch", "shop.pork", "shop.port", "shop.ports", "shop.sport");

            assertThat(Suggestions.of("shop.porrt", names)).containsExactly("shop.port");
            assertThat(Suggestions.of("shop.por", names)).containsExactly("shop.pork", "shop.port");
        }

        @Test
        void namesNoneOfMoreThanThreeThatAreEquallyNear() {
            List<String> names = List.of("a.x.enabled", "a.y.enabled", "a.z.enabled");

            assertThat(Suggestions.of("a.enabled", names)).containsExactlyElementsOf(names);
            assertThat(Suggestions.of("a.enabled", with(names, "a.w.enabled"))).isEmpty();
        }

        @Test
        void putsANameThatDiffersInSeparatorsBeforeOneWithASlip() {
            List<String> names = List.of("shop.max-size", "shop.maxi-size");

            assertThat(Suggestions.of("shop.maxSize", names)).containsExactly("shop.max-size");
        }

        private static List<String> with(List<String> names, String another) {
            List<String> more = new ArrayList<>(names);
            more.add(another);
            return more;
        }
    }

    @Nested
    final class OfHostileNames {
        @Test
        void answersAtOnceForAKeyOfAMegabyte() {
            String name = "renum.cache.maximum-size".repeat(50_000);

            assertThat(Suggestions.of(name, KEYS)).isEmpty();
        }

        @Test
        void toleratesLettersOfAnyScript() {
            assertThat(Suggestions.of("größe.fenstr", List.of("Größe.Fenster"))).containsExactly("Größe.Fenster");
            assertThat(Suggestions.of("\ud83d\ude00.\u0000", KEYS)).isEmpty();
        }

        @Test
        void answersFiveThousandNamesAmongAThousandQuicklyForSeed31() {
            RandomGenerator random =
                    RandomGeneratorFactory.of("L64X128MixRandom").create(31);
            List<String> keys = thousand();
            List<String> typed = IntStream.range(0, 5_000)
                    .mapToObj(i -> Typo.SWAPPED.applyTo(keys.get(i % keys.size()), random))
                    .toList();
            long start = usedByThisThread();

            long found = typed.stream()
                    .filter(name -> !Suggestions.of(name, keys).isEmpty())
                    .count();

            Duration took = Duration.ofNanos(usedByThisThread() - start);
            System.out.printf(Locale.ROOT, "suggestions: 5,000 of 1,000 took %d ms of a core%n", took.toMillis());
            assertThat(found).isEqualTo(5_000);
            assertThat(took).isLessThan(Duration.ofSeconds(10));
        }

        /** Processor time, because a busy machine says nothing about the work. */
        private static long usedByThisThread() {
            return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
        }

        private static List<String> thousand() {
            List<String> sections = List.of(
                    "cache",
                    "health",
                    "monitoring",
                    "database",
                    "orders",
                    "payments",
                    "mail",
                    "search",
                    "users",
                    "reports");
            List<String> groups = List.of(
                    "pool",
                    "retry",
                    "client",
                    "server",
                    "queue",
                    "storage",
                    "limits",
                    "schedule",
                    "security",
                    "network");
            List<String> names = List.of(
                    "enabled",
                    "maximum-size",
                    "minimum-size",
                    "connect-timeout",
                    "read-timeout",
                    "time-to-live",
                    "interval",
                    "threshold",
                    "address",
                    "port");
            return sections.stream()
                    .flatMap(section -> groups.stream().map(group -> section + "." + group))
                    .flatMap(group -> names.stream().map(name -> "renum." + group + "." + name))
                    .toList();
        }
    }
}
