package dev.renum.config.reload;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.renum.core.Deadline;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class WatcherTest {
    private final Set<Thread> others = Resources.threads();
    private final ScriptedNotifications notifications = new ScriptedNotifications();
    private final ScriptedContent content = new ScriptedContent();
    private final Watcher<String> watcher = new Watcher<>(content, notifications, notifications::nanos);

    @Test
    void reloadsOnlyNews() throws InterruptedException {
        content.is("old");

        watcher.look();

        assertThat(content.loaded).isEmpty();
        assertThat(notifications.waits).isEmpty();
    }

    @Test
    void reloadsWhatItHasReadTwiceInTheSameWay() throws InterruptedException {
        content.is("first piece", "all of it", "all of it");

        watcher.look();

        assertThat(content.loaded).containsExactly("all of it");
        assertThat(notifications.waits).containsExactly(150, 150);
    }

    @Test
    void waitsTheWholeTimeWhateverIsToldMeanwhile() throws InterruptedException {
        content.is("new");
        notifications.next(true, true);

        watcher.look();

        assertThat(content.loaded).containsExactly("new");
        assertThat(notifications.waits).containsExactly(150, 110, 70);
    }

    @Test
    void takesContentThatNeverStandsStillAfterTwoSeconds() throws InterruptedException {
        content.isAlwaysNew();

        watcher.look();

        assertThat(content.loaded).hasSize(1);
        assertThat(notifications.nanos()).isBetween(seconds(2), seconds(3));
    }

    @Test
    void looksOnceAtABurstOfNotifications() throws InterruptedException {
        notifications.next(true);

        watcher.awaitReason();

        assertThat(notifications.waits).containsExactly(1, 25);
    }

    @Test
    void registersBeforeEachReading() throws InterruptedException {
        content.is("new");

        watcher.look();

        assertThat(notifications.watched).containsExactly(Path.of("config"), Path.of("config"));
    }

    @Test
    void outlivesALookThatFails() throws InterruptedException {
        content.fails(new StackOverflowError("too deep"));

        watcher.look();
        content.is("new");
        watcher.look();

        assertThat(content.loaded).containsExactly("new");
    }

    @Test
    void saysOnceThatLooksFailAndThatTheyWorkAgain() throws InterruptedException {
        try (RecordingLog log = new RecordingLog()) {
            content.fails(new StackOverflowError("too deep"));
            watcher.look();
            watcher.look();
            content.is("old");
            watcher.look();

            watcher.look();

            assertThat(log.lines("files of the configuration"))
                    .containsExactly(
                            "SEVERE looks at the files of the configuration fail; others follow",
                            "INFO the files of the configuration can be looked at again");
        }
    }

    @Test
    void looksAtOnceAndThenAtEachPollUntilItIsClosed() {
        AtomicInteger readings = new AtomicInteger();
        CountDownLatch closed = new CountDownLatch(1);
        Notifications quick = new ScriptedNotifications() {
            @Override
            public boolean await(Duration limit) throws InterruptedException {
                return closed.await(1, java.util.concurrent.TimeUnit.MILLISECONDS);
            }

            @Override
            public void close() {
                closed.countDown();
            }
        };
        Watched<String> watched = new ScriptedContent() {
            @Override
            public String read() {
                readings.incrementAndGet();
                return "old";
            }
        };

        Watcher.Handle handle = Watcher.start(watched, () -> quick, System::nanoTime);
        await().until(() -> readings.get() > 3);
        handle.close(Deadline.after(Duration.ofSeconds(20)));

        assertThat(closed.getCount()).isZero();
        Resources.awaitOnly(others);
    }

    @ParameterizedTest
    @ValueSource(strings = {"open", "watch", "await", "watch and close"})
    void goesOnPollingAfterNotificationsThatFail(String steps) {
        content.is("new");

        Watcher.Handle handle = Watcher.start(content, () -> new Failing(steps), System::nanoTime);
        await().until(() -> content.loaded.size() > 2);
        handle.close(Deadline.after(Duration.ofSeconds(20)));

        Resources.awaitOnly(others);
    }

    private static long seconds(int seconds) {
        return Duration.ofSeconds(seconds).toNanos();
    }

    /** Tells what it is told to, and lets a clock of its own pass while it waits. */
    private static class ScriptedNotifications implements Notifications {
        private static final long TELLS_AFTER_NANOS = Duration.ofMillis(40).toNanos();

        private final Deque<Boolean> next = new ArrayDeque<>();
        private final List<Integer> waits = new ArrayList<>();
        private final List<Path> watched = new ArrayList<>();
        private long nanos;

        void next(Boolean... next) {
            this.next.addAll(List.of(next));
        }

        long nanos() {
            return nanos;
        }

        @Override
        public void watch(Collection<Path> paths) {
            watched.addAll(paths);
        }

        @Override
        public boolean await(Duration limit) throws InterruptedException {
            waits.add((int) limit.toMillis());
            boolean told = !next.isEmpty() && next.pop();
            nanos += told ? Math.min(limit.toNanos(), TELLS_AFTER_NANOS) : limit.toNanos();
            return told;
        }

        @Override
        public void close() {}
    }

    /** Fails in some steps, each time. */
    private static final class Failing extends ScriptedNotifications {
        private final String steps;

        Failing(String steps) {
            this.steps = steps;
            failIn("open");
        }

        private void failIn(String step) {
            if (steps.contains(step)) {
                throw new IllegalStateException(step + " failed");
            }
        }

        @Override
        public void watch(Collection<Path> paths) {
            failIn("watch");
        }

        @Override
        public boolean await(Duration limit) {
            failIn("await");
            return false;
        }

        @Override
        public void close() {
            failIn("close");
        }
    }

    /** Reads one content after the other, and the last one for ever. */
    private static class ScriptedContent implements Watched<String> {
        private final Deque<String> contents = new ArrayDeque<>();
        private Error failure = new Error("none");
        private final List<String> loaded = new CopyOnWriteArrayList<>();
        private boolean failing;

        void is(String... contents) {
            this.contents.clear();
            this.contents.addAll(List.of(contents));
            failing = false;
        }

        void isAlwaysNew() {
            for (int i = 0; i < 1_000; i++) {
                contents.add("new " + i);
            }
        }

        void fails(Error failure) {
            this.failure = failure;
            failing = true;
        }

        @Override
        public Collection<Path> paths() {
            return List.of(Path.of("config"));
        }

        @Override
        public String read() {
            if (failing) {
                throw failure;
            }
            return contents.size() == 1 ? contents.element() : contents.remove();
        }

        @Override
        public boolean isNews(String content) {
            return !content.equals("old");
        }

        @Override
        public Duration pollInterval() {
            return Duration.ofMillis(1);
        }

        @Override
        public void reload(String seen) {
            loaded.add(seen);
        }
    }
}
