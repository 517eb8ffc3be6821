package dev.renum.config;

import static dev.renum.config.Desk.lines;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.awaitility.Awaitility.await;

import dev.renum.config.reload.Notifications;
import dev.renum.config.reload.Resources;
import dev.renum.config.report.ReloadResult;
import dev.renum.config.report.ReloadResult.Applied;
import dev.renum.config.report.ReloadResult.Rejected;
import dev.renum.core.Registration;
import dev.renum.core.settings.Prepared;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import java.util.stream.Stream;
import org.awaitility.core.ConditionFactory;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Breaks whatever a reload rests on, in an order that the seed decides, and demands after each fault that the last good configuration was served
 * all the time and that the next good change is in force. Its tests mostly wait, which they can do together.
 */
final class ReloadFaultTest {
    private static final Duration PLENTY = Duration.ofSeconds(20);

    @TempDir
    Path temporary;

    private static Set<Thread> others = Set.of();

    private Desk desk;
    private EnvironmentConfigManager config;
    private int number;

    @BeforeAll
    static void countThreads() {
        others = Resources.threads();
    }

    @AfterAll
    static void leavesNoThreadBehind() {
        Resources.awaitOnly(others);
    }

    @BeforeEach
    void setUp() {
        desk = new Desk(temporary.resolve("config"));
        createDirectory();
        config = desk.pair(++number).builder().build();
    }

    @AfterEach
    void tearDown() {
        config.close();
    }

    @Execution(ExecutionMode.CONCURRENT)
    @ParameterizedTest(name = "with notifications, seed {0}")
    @ValueSource(longs = 1)
    void survivesEveryFault(long seed) {
        start(() -> new Impatient(Notifications.open()));

        inOrderOf(seed).forEach(this::strike);
    }

    @Execution(ExecutionMode.CONCURRENT)
    @ParameterizedTest(name = "by the poll alone, seed {0}")
    @ValueSource(longs = 2)
    void survivesEveryFaultOfFilesWithoutNotifications(long seed) {
        start(() -> new Impatient(Notifications.none()));

        inOrderOf(seed)
                .filter(EnumSet.range(Fault.SWAP, Fault.SAME_BAD_BYTES)::contains)
                .forEach(this::strike);
    }

    private void start(Supplier<Notifications> notifications) {
        config.close();
        config = desk.builder().watch(true).notifications(notifications).build();
    }

    private enum Fault {
        SWAP,
        RENAME,
        TRUNCATED,
        EMPTY,
        OBSTRUCTED,
        LOOP,
        VANISHED,
        DIRECTORY_GONE,
        CHAIN,
        OVERFLOW,
        OUT_OF_RANGE,
        NOT_UTF_8,
        AMBIGUOUS,
        GOOD_BYTES_RESTORED,
        SAME_BAD_BYTES,
        THROWING_LISTENER,
        BLOCKING_LISTENER,
        REENTRANT_LISTENER,
        REFUSES_TO_PREPARE,
        FAILS_TO_COMMIT,
        FAILS_TO_ROLL_BACK,
        HANGS
    }

    private static Stream<Fault> inOrderOf(long seed) {
        List<Fault> faults = new ArrayList<>(List.of(Fault.values()));
        RandomGenerator random = RandomGeneratorFactory.of("L64X128MixRandom").create(seed);
        for (int i = faults.size(); i > 1; i--) {
            Collections.swap(faults, i - 1, random.nextInt(i));
        }
        return faults.stream();
    }

    /** One fault, and then the change that must come through. */
    private void strike(Fault fault) {
        switch (fault) {
            case SWAP -> expect(() -> desk.swap(lines(next())));
            case RENAME -> expect(() -> desk.rename(lines(next())));
            case TRUNCATED -> refuse(() -> desk.rename("desk.left=" + number, "desk.ri"));
            case EMPTY -> expectZero(() -> desk.run(() -> Files.write(desk.file(), new byte[0])));
            case OBSTRUCTED -> {
                refuse(desk::obstruct);
                desk.delete();
            }
            case LOOP -> {
                refuse(this::loop);
                desk.delete();
            }
            case VANISHED -> refuse(desk::delete);
            case DIRECTORY_GONE -> {
                refuse(desk::deleteDirectory);
                createDirectory();
            }
            case CHAIN -> chain();
            case OVERFLOW -> expect(() -> overflow(next()));
            case OUT_OF_RANGE -> refuse(() -> desk.rename("desk.left=9999999"));
            case NOT_UTF_8 -> refuse(() -> desk.rename(new byte[] {'a', '=', (byte) 0xC3}));
            case AMBIGUOUS -> ambiguous();
            case GOOD_BYTES_RESTORED -> goodBytesRestored();
            case SAME_BAD_BYTES -> sameBadBytes();
            case THROWING_LISTENER ->
                withListener(() -> {
                    throw new AssertionError("a listener");
                });
            case BLOCKING_LISTENER -> withListener(ReloadFaultTest::block);
            case REENTRANT_LISTENER ->
                withListener(() -> {
                    config.reload();
                    config.onChange(change -> {}).close();
                });
            default -> participants(fault);
        }
        expect(() -> desk.replace(next()));
    }

    private static ConditionFactory eventually() {
        return await().atMost(PLENTY).pollDelay(Duration.ZERO).pollInterval(Duration.ofMillis(10));
    }

    private int next() {
        return ++number;
    }

    private void expect(Runnable change) {
        change.run();
        eventually().until(() -> config.get(DeskSettings.class).left() == number);
        assertThat(config.get(DeskSettings.class).right()).isEqualTo(number);
        eventually().until(() -> !config.status().isRejected());
    }

    /** Nothing in it is required, so that an empty file is a good one. */
    private void expectZero(Runnable change) {
        change.run();
        eventually().until(() -> config.get(DeskSettings.class).left() == 0);
    }

    private void refuse(Runnable change) {
        EnvironmentConfig good = config.current();
        change.run();
        eventually().until(() -> config.status().isRejected());
        assertThat(config.current()).isSameAs(good);
    }

    private void createDirectory() {
        desk.createDirectory().run(() -> Files.createFile(second()));
    }

    private Path second() {
        return desk.directory().resolve("application-prod.properties");
    }

    private void loop() {
        desk.run(() -> {
            Files.delete(desk.file());
            Files.createSymbolicLink(desk.file(), desk.file().getFileName());
        });
    }

    /** The file is a link to a link to a file elsewhere, of which first the end and then the middle changes. */
    private void chain() {
        Path away = temporary.resolve("away" + number);
        expect(() -> desk.run(() -> {
            Files.createDirectory(away);
            Files.writeString(away.resolve("one"), Desk.text(lines(next())));
            Files.createSymbolicLink(away.resolve("middle"), Path.of("one"));
            Files.delete(desk.file());
            Files.createSymbolicLink(desk.file(), away.resolve("middle"));
        }));
        expect(() -> desk.run(() -> Files.writeString(away.resolve("one"), Desk.text(lines(next())))));
        expect(() -> desk.run(() -> {
            Files.writeString(away.resolve("two"), Desk.text(lines(next())));
            Files.delete(away.resolve("middle"));
            Files.createSymbolicLink(away.resolve("middle"), Path.of("two"));
        }));
    }

    private void overflow(int number) {
        for (int i = 0; i < 1500; i++) {
            int name = i;
            desk.run(() -> Files.createFile(desk.directory().resolve("other" + name)));
        }
        desk.replace(number);
        for (int i = 0; i < 1500; i++) {
            int name = i;
            desk.run(() -> Files.delete(desk.directory().resolve("other" + name)));
        }
    }

    private void ambiguous() {
        Path yaml = desk.directory().resolve("application.yaml");
        refuse(() -> desk.run(() -> Files.writeString(yaml, "desk:\n  left: 1\n")));
        desk.run(() -> Files.delete(yaml));
    }

    private void goodBytesRestored() {
        EnvironmentConfig good = config.current();
        long generation = config.status().generation();
        refuse(() -> desk.rename("desk.left=x"));
        desk.rename(lines(number));
        eventually().until(() -> !config.status().isRejected());
        assertThat(config.current()).isSameAs(good);
        assertThat(config.status().generation()).isEqualTo(generation);
    }

    private void sameBadBytes() {
        refuse(() -> desk.rename("desk.left=x"));
        double rejections = rejections();
        refuse(() -> desk.rename("desk.left=x"));
        config.reload();
        assertThat(rejections()).isEqualTo(rejections);
    }

    private double rejections() {
        return Figures.of(config).getOrDefault("renum.config.reloads rejected", Double.NaN);
    }

    private void withListener(Runnable listener) {
        Registration registration = config.onChange(change -> listener.run());
        expect(() -> desk.rename(lines(next())));
        expect(() -> desk.rename(lines(next())));
        registration.close();
    }

    /** A change is refused as long as one participant cannot take it over, and applied by the next reload without that one. */
    private void participants(Fault fault) {
        List<String> events = Collections.synchronizedList(new ArrayList<>());
        Noting noting = new Noting(events, fault == Fault.FAILS_TO_ROLL_BACK);
        Registration first = config.reconfigure(DeskSettings.class, (running, next) -> noting);
        Registration second = config.reconfigure(DeskSettings.class, (running, next) -> failing(events, fault));

        refuse(() -> desk.rename(lines(number + 1)));
        List<String> once = List.copyOf(events);
        ReloadResult again = config.reload();
        second.close();
        first.close();
        ReloadResult without = config.reload();

        assertThat(once).isEqualTo(expected(fault));
        assertThat(again).isInstanceOf(Rejected.class);
        assertThat(without).isInstanceOf(Applied.class);
        assertThat(config.get(DeskSettings.class).left()).isEqualTo(next());
    }

    private static List<String> expected(Fault fault) {
        return switch (fault) {
            case REFUSES_TO_PREPARE -> List.of("no reload inside", "discard");
            case HANGS -> List.of("discard");
            default -> List.of("commit", "rollback");
        };
    }

    private Prepared failing(List<String> events, Fault fault) {
        if (fault == Fault.REFUSES_TO_PREPARE) {
            Throwable inside = catchThrowable(config::reload);
            events.add(inside instanceof IllegalStateException ? "no reload inside" : "inside: " + inside);
            throw new IllegalArgumentException("no");
        }
        if (fault == Fault.HANGS) {
            block();
        }
        return () -> {
            throw new IllegalStateException("no");
        };
    }

    /** Notes what it is told to do. */
    private record Noting(List<String> events, boolean failsToRollBack) implements Prepared {
        @Override
        public void commit() {
            events.add("commit");
        }

        @Override
        public void rollback() {
            events.add("rollback");
            if (failsToRollBack) {
                throw new IllegalStateException("no way back");
            }
        }

        @Override
        public void discard() {
            events.add("discard");
        }
    }

    private static void block() {
        try {
            new CountDownLatch(1).await();
        } catch (InterruptedException e) {
            throw new IllegalStateException("interrupted", e);
        }
    }
}
