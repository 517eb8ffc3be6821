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
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

final class WatcherTest {
    private final Set<Thread> others = Resources.threads();
    private final ScriptedNotifications notifications = new ScriptedNotifications();
    private final ScriptedContent content = new ScriptedContent();
    private final Watcher watcher = new Watcher(content, notifications, notifications::nanos);

    @Test
    void reloadsOnlyNews() throws InterruptedException {
        content.is("old");

        watcher.look(false);
        watcher.look(true);

        assertThat(content.reloads).isZero();
    }

    @Test
    void waitsForQuietAfterANotification() throws InterruptedException {
        content.is("new");
        notifications.next(true, true, false);

        watcher.look(true);

        assertThat(content.reloads).isEqualTo(1);
        assertThat(notifications.waits).containsExactly(150, 150, 150);
    }

    @Test
    void endsTheUnrestOfABusyDirectoryAfterTwoSeconds() throws InterruptedException {
        content.is("new");
        notifications.always(true);

        watcher.look(true);

        assertThat(content.reloads).isEqualTo(1);
        assertThat(notifications.nanos()).isBetween(seconds(2), seconds(3));
    }

    @Test
    void waitsUntilAPollFindsTheSameTwice() throws InterruptedException {
        content.is("new 1", "new 2", "new 2");

        watcher.look(false);

        assertThat(content.reloads).isEqualTo(1);
        assertThat(notifications.waits).containsExactly(150, 150);
    }

    @Test
    void registersBeforeEachReading() throws InterruptedException {
        content.is("new");

        watcher.look(true);

        assertThat(notifications.watched).containsExactly(Path.of("config"), Path.of("config"));
    }

    @Test
    void outlivesALookThatFails() throws InterruptedException {
        content.fails(new StackOverflowError("too deep"));

        watcher.look(false);
        content.is("new");
        watcher.look(true);

        assertThat(content.reloads).isEqualTo(1);
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
        Watched watched = new ScriptedContent() {
            @Override
            public Object read() {
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

    private static long seconds(int seconds) {
        return Duration.ofSeconds(seconds).toNanos();
    }

    /** Tells what it is told to, and lets a clock of its own pass while it waits. */
    private static class ScriptedNotifications implements Notifications {
        private final Deque<Boolean> next = new ArrayDeque<>();
        private final List<Integer> waits = new ArrayList<>();
        private final List<Path> watched = new ArrayList<>();
        private boolean always;
        private long nanos;

        void next(Boolean... next) {
            this.next.addAll(List.of(next));
        }

        void always(boolean always) {
            this.always = always;
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
            nanos += limit.toNanos();
            waits.add((int) limit.toMillis());
            return next.isEmpty() ? always : next.pop();
        }

        @Override
        public void close() {}
    }

    /** Reads one content after the other, and the last one for ever. */
    private static class ScriptedContent implements Watched {
        private final Deque<String> contents = new ArrayDeque<>();
        private Error failure = new Error("none");
        private boolean failing;
        private int reloads;

        void is(String... contents) {
            this.contents.clear();
            this.contents.addAll(List.of(contents));
            failing = false;
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
        public Object read() {
            if (failing) {
                throw failure;
            }
            return contents.size() == 1 ? contents.element() : contents.remove();
        }

        @Override
        public boolean isNews(Object content) {
            return !content.equals("old");
        }

        @Override
        public Duration pollInterval() {
            return Duration.ofMillis(1);
        }

        @Override
        public void reload() {
            reloads++;
        }
    }
}
