package dev.renum.config.reload;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.renum.config.reload.Failure.Step;
import dev.renum.core.Deadline;
import dev.renum.core.Registration;
import dev.renum.core.settings.Prepared;
import dev.renum.core.settings.Reconfigurable;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

final class ParticipantsTest {
    private final Set<Thread> others = Resources.threads();
    private static final Duration PLENTY = Duration.ofSeconds(20);
    private static final Duration SHORT = Duration.ofMillis(200);

    private final List<String> events = new CopyOnWriteArrayList<>();
    private final List<Failure> undoFailures = new CopyOnWriteArrayList<>();
    private final ScarceThreads scarce = new ScarceThreads();
    private final Participants participants = new Participants(undoFailures::add, new Threads(scarce));
    private final CountDownLatch release = new CountDownLatch(1);
    private final Swap swap = new Swap(() -> events.add("swap"), () -> events.add("swap back"));

    @AfterEach
    void tearDown() {
        release.countDown();
        participants.close(Deadline.after(PLENTY));
    }

    @Test
    void preparesAllThenSwapsThenCommitsAllInOrder() {
        add(new Scripted("a"));
        add(new Scripted("b"));

        Failure failure = change(PLENTY);

        assertThat(failure).isNull();
        assertThat(events).containsExactly("prepare a", "prepare b", "swap", "commit a", "commit b");
    }

    @Test
    void asksOnlyThoseWhoseSectionDiffers() {
        add(new Scripted("a"));
        participants.add(Unchanged.class, (running, next) -> new Scripted("other"));

        change(PLENTY);

        assertThat(events).containsExactly("prepare a", "swap", "commit a");
    }

    @Test
    void swapsWithoutAnyParticipant() {
        Failure failure = change(PLENTY);

        assertThat(failure).isNull();
        assertThat(events).containsExactly("swap");
    }

    @Test
    void asksNobodyAfterItsRegistrationIsClosed() {
        Registration registration = add(new Scripted("a"));

        registration.close();
        registration.close();
        change(PLENTY);

        assertThat(events).containsExactly("swap");
    }

    @Test
    void bringsAChangeUnderWayToItsEndWithOneWhoseRegistrationIsClosed() {
        Registration first = add(new Scripted("a"));
        participants.add(Section.class, (running, next) -> {
            first.close();
            return new Scripted("b");
        });

        change(PLENTY);

        assertThat(events).containsExactly("prepare a", "swap", "commit a", "commit b");
    }

    @Test
    void showsTheRunningAndTheNextSection() {
        participants.add(Section.class, (running, next) -> () -> events.add(running + " " + next));

        change(PLENTY);

        assertThat(events).containsExactly("swap", "Section[value=1] Section[value=2]");
    }

    @Test
    void namesTheClassThatALambdaComesFrom() {
        participants.add(Section.class, (running, next) -> nothing());

        Failure failure = change(PLENTY);

        assertThat(failure).isNotNull().extracting(Failure::name).isEqualTo("a lambda of ParticipantsTest");
        assertThat(new Failure(Section.class, Scripted.class, Step.COMMIT, "").name())
                .isEqualTo("Scripted");
    }

    @Test
    void namesTheClassInWhichOneWithoutANameStands() {
        Reconfigurable<Section> target = new Reconfigurable<>() {
            @Override
            public Prepared prepare(Section running, Section next) throws IOException {
                throw new IOException("no");
            }
        };
        participants.add(Section.class, target);

        Failure failure = change(PLENTY);

        assertThat(failure)
                .isNotNull()
                .extracting(Failure::name)
                .isEqualTo("a class without a name of ParticipantsTest");
    }

    @Test
    void knowsItsOwnThreads() {
        AtomicBoolean inside = new AtomicBoolean();
        participants.add(Section.class, (running, next) -> () -> inside.set(participants.isInside()));

        change(PLENTY);

        assertThat(inside).isTrue();
        assertThat(participants.isInside()).isFalse();
    }

    @Nested
    final class Failures {
        @Test
        void discardsInReverseWhenOneCannotPrepare() {
            add(new Scripted("a"));
            add(new Scripted("b"));
            add(new Scripted("c").fails(Step.PREPARE));
            add(new Scripted("d"));

            Failure failure = change(PLENTY);

            assertThat(reason(failure)).isEqualTo("failed: java.io.IOException: c cannot");
            assertThat(events).containsExactly("prepare a", "prepare b", "prepare c", "discard b", "discard a");
        }

        @Test
        void refusesAPreparationOfNothing() {
            participants.add(Section.class, (running, next) -> nothing());

            Failure failure = change(PLENTY);

            assertThat(reason(failure)).contains("prepare returned nothing to commit");
            assertThat(events).isEmpty();
        }

        @Test
        void rollsBackInReverseWhenTheThirdOfFourCannotCommit() {
            add(new Scripted("a"));
            add(new Scripted("b"));
            add(new Scripted("c").fails(Step.COMMIT));
            add(new Scripted("d"));

            Failure failure = change(PLENTY);

            assertThat(reason(failure)).isEqualTo("failed: java.lang.IllegalStateException: c cannot");
            assertThat(events.subList(4, events.size()))
                    .containsExactly(
                            "swap",
                            "commit a",
                            "commit b",
                            "commit c",
                            "rollback b",
                            "rollback a",
                            "discard d",
                            "swap back");
        }

        @Test
        void goesOnUndoingAfterAFailureToUndo() {
            add(new Scripted("a").fails(Step.ROLLBACK));
            add(new Scripted("b"));
            add(new Scripted("c").fails(Step.COMMIT));
            add(new Scripted("d").fails(Step.DISCARD));
            add(new Scripted("e"));

            change(PLENTY);

            assertThat(events).containsSubsequence("rollback b", "rollback a", "discard e", "discard d", "swap back");
            assertThat(undoFailures).extracting(Failure::step).containsExactly(Step.ROLLBACK, Step.DISCARD);
        }

        @Test
        void takesAnInterruptOfAParticipantForItsFailureOnly() {
            participants.add(Section.class, (running, next) -> {
                throw new InterruptedException("its own");
            });

            Failure failure = change(PLENTY);

            assertThat(failure)
                    .isNotNull()
                    .extracting(Failure::reason)
                    .asString()
                    .contains("its own");
            assertThat(Thread.interrupted()).isFalse();
        }

        @Test
        void takesAnExceptionWithoutATextForAFailureToo() {
            participants.add(Section.class, (running, next) -> () -> {
                throw new Speechless();
            });

            Failure failure = change(PLENTY);

            assertThat(failure)
                    .isNotNull()
                    .extracting(Failure::reason)
                    .asString()
                    .contains(Speechless.class.getName());
            assertThat(events).containsExactly("swap", "swap back");
        }

        @Test
        void takesAnErrorOfAParticipantForItsFailure() {
            participants.add(Section.class, (running, next) -> {
                throw new NoClassDefFoundError("gone/Away");
            });

            Failure failure = change(PLENTY);

            assertThat(reason(failure)).contains("NoClassDefFoundError: gone/Away");
        }
    }

    @Nested
    final class NoThreads {
        @Test
        void discardsWhatIsPreparedWhereThereIsNoThreadForTheNext() {
            add(new Scripted("a"));
            add(new Scripted("b"));

            Failure failure = changeWithoutThread(2);

            assertThat(reason(failure)).isEqualTo("could not be called: java.lang.OutOfMemoryError: no thread");
            assertThat(events).containsExactly("prepare a", "discard a");
        }

        @Test
        void rollsBackWhereThereIsNoThreadForTheNextCommit() {
            add(new Scripted("a"));
            add(new Scripted("b"));

            Failure failure = changeWithoutThread(4);

            assertThat(failure).isNotNull().extracting(Failure::step).isEqualTo(Step.COMMIT);
            assertThat(events).containsExactly("prepare a", "prepare b", "swap", "commit a", "rollback a", "swap back");
        }

        @Test
        void countsWhatCannotBeUndoneForLackOfAThread() {
            add(new Scripted("a"));
            add(new Scripted("b").fails(Step.COMMIT));

            changeWithoutThread(5);

            assertThat(events).endsWith("commit b", "swap back");
            assertThat(undoFailures).extracting(Failure::step).containsExactly(Step.ROLLBACK);
        }

        @Test
        void forgetsAThreadThatHasNeverRun() {
            add(new Scripted("a"));
            changeWithoutThread(1);

            participants.close(Deadline.after(PLENTY));

            assertThat(scarce.interrupts()).isZero();
        }

        private @Nullable Failure changeWithoutThread(int number) {
            scarce.lack(number);
            return change(PLENTY);
        }
    }

    @Nested
    final class Hangs {
        @Test
        void givesUpOnAPreparationAndDiscardsWhatItReturnsLate() {
            add(new Scripted("a"));
            add(new Scripted("b").hangs(Step.PREPARE));

            Failure failure = change(SHORT);

            assertThat(reason(failure)).isEqualTo("took longer than 200 ms");
            assertThat(events).containsExactly("prepare a", "prepare b", "discard a");
            release.countDown();
            await().untilAsserted(() -> assertThat(events).endsWith("interrupted b", "discard b"));
        }

        @Test
        void givesUpOnACommitAndRollsItBackIfItReturnsLate() {
            add(new Scripted("a"));
            add(new Scripted("b"));
            add(new Scripted("c").hangs(Step.COMMIT));
            add(new Scripted("d"));

            Failure failure = change(SHORT);

            assertThat(reason(failure)).isEqualTo("took longer than 200 ms");
            assertThat(events).containsSubsequence("commit c", "rollback b", "rollback a", "discard d", "swap back");
            release.countDown();
            await().untilAsserted(() -> assertThat(events).endsWith("interrupted c", "rollback c"));
        }

        @Test
        void tellsOfAFailureToUndoWhatCameLate() {
            add(new Scripted("a").hangs(Step.PREPARE).fails(Step.DISCARD));

            change(SHORT);

            release.countDown();
            await().untilAsserted(() -> assertThat(undoFailures).hasSize(1));
            assertThat(undoFailures.get(0).reason()).contains("a cannot");
        }

        @Test
        void tellsOfAnErrorToo() {
            participants.add(Section.class, (running, next) -> new Late());

            change(SHORT);

            release.countDown();
            await().untilAsserted(() -> assertThat(undoFailures).hasSize(1));
            assertThat(undoFailures.get(0).reason()).contains("AssertionError: no way back");
        }

        @Test
        void goesOnUndoingAfterOneThatHangs() {
            add(new Scripted("a"));
            add(new Scripted("b").hangs(Step.ROLLBACK));
            add(new Scripted("c").fails(Step.COMMIT));

            change(SHORT);

            assertThat(events).containsSubsequence("rollback b", "rollback a", "swap back");
            assertThat(undoFailures).extracting(Failure::step).containsExactly(Step.ROLLBACK);
        }

        @Test
        void isCutShortByAnInterruptWhichIsKept() throws InterruptedException {
            AtomicReference<@Nullable Failure> failure = new AtomicReference<>();
            AtomicBoolean kept = new AtomicBoolean();
            add(new Scripted("a"));
            add(new Scripted("b").hangs(Step.PREPARE));
            Thread reload = new Thread(() -> {
                failure.set(change(PLENTY));
                kept.set(Thread.interrupted());
            });
            reload.start();
            await().until(() -> events.contains("prepare b"));

            reload.interrupt();
            reload.join();

            assertThat(kept).isTrue();
            assertThat(reason(failure.get())).contains("interrupt");
            assertThat(events).containsExactly("prepare a", "prepare b", "discard a");
        }

        @Test
        void isCutShortByClose() throws InterruptedException {
            AtomicReference<@Nullable Failure> failure = new AtomicReference<>();
            add(new Scripted("a"));
            add(new Scripted("b").hangs(Step.PREPARE));
            Thread reload = new Thread(() -> failure.set(change(PLENTY)));
            reload.start();
            await().until(() -> events.contains("prepare b"));

            participants.close(Deadline.after(SHORT));
            reload.join();

            assertThat(events).containsExactly("prepare a", "prepare b", "discard a");
            assertThat(reason(failure.get())).contains("closed");
        }

        @Test
        void asksNobodyOnceItIsClosed() {
            add(new Scripted("a"));
            participants.cancel();

            Failure failure = change(PLENTY);

            assertThat(events).isEmpty();
            assertThat(reason(failure)).contains("closed");
        }

        @Test
        void leavesNoThreadBehind() {
            add(new Scripted("a").hangs(Step.PREPARE));
            change(SHORT);

            release.countDown();
            participants.close(Deadline.after(PLENTY));

            Resources.awaitOnly(others);
        }
    }

    private Registration add(Scripted scripted) {
        return participants.add(Section.class, (running, next) -> {
            scripted.step(Step.PREPARE);
            return scripted;
        });
    }

    private @Nullable Failure change(Duration limit) {
        Map<Class<?>, Object> running = Map.of(Section.class, new Section(1), Unchanged.class, new Unchanged(1));
        Map<Class<?>, Object> next = Map.of(Section.class, new Section(2), Unchanged.class, new Unchanged(1));
        return participants.change(running, next, limit, swap);
    }

    private static String reason(@Nullable Failure failure) {
        return failure == null ? "none" : failure.reason();
    }

    /** What a participant that ignores null-safety returns. */
    @SuppressWarnings("NullAway")
    private static Prepared nothing() {
        return null;
    }

    private record Section(int value) {}

    private record Unchanged(int value) {}

    /** Commits when nobody waits any more, and cannot go back. */
    private final class Late implements Prepared {
        @Override
        public void commit() {
            new Scripted("late").hang();
        }

        @Override
        public void rollback() {
            throw new AssertionError("no way back");
        }
    }

    /** Notes each step, and fails or hangs in some. */
    private final class Scripted implements Prepared {
        private final String name;
        private @Nullable Step failing;
        private @Nullable Step hanging;

        Scripted(String name) {
            this.name = name;
        }

        Scripted fails(Step step) {
            failing = step;
            return this;
        }

        Scripted hangs(Step step) {
            hanging = step;
            return this;
        }

        void step(Step step) throws IOException {
            events.add(step.name().toLowerCase(Locale.ROOT) + " " + name);
            if (step == hanging) {
                hang();
            }
            if (step == failing) {
                throw new IOException(name + " cannot");
            }
        }

        @Override
        public void commit() {
            unchecked(Step.COMMIT);
        }

        @Override
        public void rollback() {
            unchecked(Step.ROLLBACK);
        }

        @Override
        public void discard() {
            unchecked(Step.DISCARD);
        }

        private void unchecked(Step step) {
            try {
                step(step);
            } catch (IOException e) {
                throw new IllegalStateException(e.getMessage());
            }
        }

        /** Until it is released, however often it is interrupted. */
        private void hang() {
            boolean interrupted = false;
            boolean released = false;
            while (!released) {
                try {
                    released = release.await(1, TimeUnit.MINUTES);
                } catch (InterruptedException e) {
                    interrupted = true;
                }
            }
            if (interrupted) {
                events.add("interrupted " + name);
            }
        }
    }

    private static final class Speechless extends RuntimeException {
        private static final long serialVersionUID = 1L;

        @Override
        public String getMessage() {
            throw new IllegalStateException("no words");
        }
    }
}
