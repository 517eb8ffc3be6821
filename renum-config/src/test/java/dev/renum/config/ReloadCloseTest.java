package dev.renum.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.awaitility.Awaitility.await;

import dev.renum.config.reload.RecordingLog;
import dev.renum.config.reload.Resources;
import dev.renum.config.report.ReloadResult;
import dev.renum.config.source.ProcessValues;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class ReloadCloseTest {
    @TempDir
    Path directory;

    private final Set<Thread> others = Resources.threads();
    private final RecordingLog log = new RecordingLog();
    private final AtomicInteger asked = new AtomicInteger();
    private final CountDownLatch release = new CountDownLatch(1);
    private Desk desk;

    @BeforeEach
    void setUp() {
        desk = new Desk(directory);
    }

    @AfterEach
    void tearDown() {
        release.countDown();
        Resources.awaitOnly(others);
        log.close();
    }

    @Test
    void endsTheReloadUnderWayAndThoseThatWaitForIt() {
        EnvironmentConfigManager config = desk.pair(1).builder().build();
        config.reconfigure(DeskSettings.class, (running, next) -> {
            block();
            return () -> {};
        });
        desk.pair(2);
        CompletableFuture<Throwable> underWay = reload(config);
        await().until(() -> asked.get() == 1);
        AtomicReference<@Nullable Thread> second = new AtomicReference<>();
        CompletableFuture<Throwable> waiting = reload(config, second);
        await().until(() -> isWaiting(second.get()));

        config.close();

        assertThat(underWay.join()).isInstanceOf(IllegalStateException.class).hasMessageContaining("closed");
        assertThat(waiting.join()).isInstanceOf(IllegalStateException.class).hasMessageContaining("closed");
        assertThat(asked).hasValue(1);
        assertThat(config.status().generation()).isEqualTo(1);
        assertThat(config.get(DeskSettings.class).left()).isEqualTo(1);
    }

    @Test
    void changesNothingIfItComesWhileSourcesAreRead() {
        AtomicReference<@Nullable EnvironmentConfigManager> reading = new AtomicReference<>();
        EnvironmentConfigManager config = desk.pair(1)
                .builder()
                .process(() -> {
                    EnvironmentConfigManager closing = reading.get();
                    if (closing != null) {
                        closing.close();
                    }
                    return new ProcessValues(Map.of(), Map.of());
                })
                .build();
        desk.pair(2);
        reading.set(config);

        Throwable thrown = catchThrowable(config::reload);

        assertThat(thrown).isInstanceOf(IllegalStateException.class).hasMessageContaining("closed");
        assertThat(config.status().lastReload()).isNull();
        assertThat(config.get(DeskSettings.class).left()).isEqualTo(1);
    }

    @Test
    void endsAWatcherThatFindsMoreNewsWithoutAnError() {
        EnvironmentConfigManager config = desk.pair(1).builder().watch(true).build();
        config.reconfigure(DeskSettings.class, (running, next) -> {
            hang();
            return () -> {};
        });
        desk.pair(2);
        await().until(() -> asked.get() == 1);
        desk.pair(3);

        config.close();

        await().untilAsserted(() -> assertThat(Resources.threads())
                .filteredOn(thread -> !others.contains(thread))
                .extracting(Thread::getName)
                .containsExactly("renum-config-participant"));
        release.countDown();
        Resources.awaitOnly(others);
        assertThat(asked).hasValue(1);
        assertThat(log.lines("SEVERE")).isEmpty();
        assertThat(config.status().lastReload()).isNull();
    }

    @Test
    void mayBeCalledByAListenerAndByOthersAtTheSameTime() {
        EnvironmentConfigManager config = desk.pair(1).builder().build();
        CountDownLatch heard = new CountDownLatch(1);
        config.onChange(change -> {
            config.close();
            heard.countDown();
        });
        desk.pair(2);
        ReloadResult result = config.reload();
        await().until(() -> heard.getCount() == 0);

        CompletableFuture.allOf(CompletableFuture.runAsync(config::close), CompletableFuture.runAsync(config::close))
                .join();

        assertThat(result).isInstanceOf(ReloadResult.Applied.class);
        assertThat(config.get(DeskSettings.class).left()).isEqualTo(2);
    }

    @Test
    void mayBeCalledByAParticipantWhoseReloadThenEnds() {
        EnvironmentConfigManager config = desk.pair(1).builder().build();
        config.reconfigure(DeskSettings.class, (running, next) -> {
            config.close();
            return () -> {};
        });
        desk.pair(2);

        Throwable thrown = catchThrowable(config::reload);

        assertThat(thrown).isInstanceOf(IllegalStateException.class).hasMessageContaining("closed");
        assertThat(config.get(DeskSettings.class).left()).isEqualTo(1);
    }

    private static CompletableFuture<Throwable> reload(EnvironmentConfigManager config) {
        return reload(config, new AtomicReference<>());
    }

    /** What a reload on a thread of its own throws. */
    private static CompletableFuture<Throwable> reload(
            EnvironmentConfigManager config, AtomicReference<@Nullable Thread> thread) {
        CompletableFuture<Throwable> thrown = new CompletableFuture<>();
        Thread reload = new Thread(() -> thrown.complete(catchThrowable(config::reload)));
        thread.set(reload);
        reload.start();
        return thrown;
    }

    private static boolean isWaiting(@Nullable Thread thread) {
        return thread != null && thread.getState() == Thread.State.WAITING;
    }

    private void block() throws InterruptedException {
        asked.incrementAndGet();
        release.await();
    }

    /** Whatever interrupts it. */
    private void hang() {
        asked.incrementAndGet();
        boolean isOver = false;
        while (!isOver) {
            try {
                release.await();
                isOver = true;
            } catch (InterruptedException e) {
                // Goes on: that is what it is for.
            }
        }
    }
}
