package dev.renum.micrometer;

import static dev.renum.micrometer.Component.GETS;
import static dev.renum.micrometer.Component.HIT_RATIO;
import static dev.renum.micrometer.Component.LOADS;
import static dev.renum.micrometer.Component.MEMORY;
import static dev.renum.micrometer.Component.SIZE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import dev.renum.core.health.Metric;
import dev.renum.core.health.MetricSink;
import dev.renum.testkit.FakeTicker;
import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.FunctionTimer;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.Measurement;
import io.micrometer.core.instrument.Meter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tags;
import io.micrometer.core.instrument.composite.CompositeMeterRegistry;
import io.micrometer.core.instrument.config.MeterFilter;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

final class RenumMetersTest {
    private static final String FAILING = "renum.meters.failing";

    private final FakeTicker ticker = new FakeTicker();
    private final MeterRegistry registry = new SimpleMeterRegistry();

    @BeforeEach
    void forgetEarlierLines() {
        RecordingLog.clear();
    }

    @Nested
    final class Bound {
        @Test
        void showsAGaugeWithUnitDescriptionAndTags() {
            bind(new Component(sink -> sink.gauge(MEMORY, 4096, "cache", "users")));

            Gauge gauge = registry.get("cache.memory").tag("cache", "users").gauge();

            assertThat(gauge.value()).isEqualTo(4096);
            assertThat(gauge.getId().getBaseUnit()).isEqualTo("bytes");
            assertThat(gauge.getId().getDescription()).isEqualTo("Memory held.");
        }

        @Test
        void showsNoUnitOfAPlainNumber() {
            bind(new Component(sink -> sink.gauge(HIT_RATIO, 0.5)));

            assertThat(registry.get("cache.hit.ratio").gauge().getId().getBaseUnit())
                    .isNull();
        }

        @Test
        void showsACounterAsItGrows() {
            Component component = new Component(sink -> sink.counter(GETS, 7, "result", "hit"));
            bind(component);

            component.writes(sink -> sink.counter(GETS, 9, "result", "hit"));
            secondPasses();

            FunctionCounter counter =
                    registry.get("cache.gets").tag("result", "hit").functionCounter();
            assertThat(counter.count()).isEqualTo(9);
        }

        @Test
        void showsCountAndTimeOfATimer() {
            bind(new Component(sink -> sink.timer(LOADS, 3, 1_500_000_000L)));

            FunctionTimer timer = registry.get("cache.loads").functionTimer();

            assertThat(timer.count()).isEqualTo(3);
            assertThat(timer.totalTime(TimeUnit.MILLISECONDS)).isEqualTo(1500);
        }

        @Test
        void tellsFiguresOfOneNameApartByTheirTags() {
            bind(Component.ofSize("users", 1), Component.ofSize("teams", 2));

            assertThat(size("users")).isEqualTo(1);
            assertThat(size("teams")).isEqualTo(2);
        }

        @Test
        void takesTheSameTagsInAnotherOrderForTheSameFigure() {
            Component component = new Component(sink -> sink.gauge(SIZE, 1, "cache", "users", "tier", "near"));
            bind(component);

            component.writes(sink -> sink.gauge(SIZE, 2, "tier", "near", "cache", "users"));
            secondPasses();

            assertThat(size("users")).isEqualTo(2);
        }

        @Test
        void doesNothingTheSecondTimeForTheSameRegistry() {
            RenumMeters meters = bind(Component.ofSize("users", 1));

            meters.bindTo(registry);

            meters.close();
            assertThat(registry.getMeters()).isEmpty();
        }

        @Test
        void doesNothingTwiceIfTwoThreadsBindTheSameRegistry() {
            for (int i = 0; i < 500; i++) {
                RenumMeters meters = RenumMeters.of(ticker, Component.ofSize("users", 1));
                MeterRegistry shared = new SimpleMeterRegistry();

                atOnce(() -> meters.bindTo(shared));

                meters.close();
                assertThat(shared.getMeters()).isEmpty();
            }
            assertThat(RecordingLog.lines()).isEmpty();
        }

        @Test
        void showsTheSameSamplingToTwoRegistries() {
            Component component = Component.ofSize("users", 1);
            MeterRegistry second = new SimpleMeterRegistry();

            bind(component).bindTo(second);

            assertThat(size("users")).isEqualTo(1);
            assertThat(second.get("cache.size").gauge().value()).isEqualTo(1);
            assertThat(component.measured()).isEqualTo(1);
        }

        @Test
        void reachesTheRegistriesOfAComposite() {
            MeterRegistry composite = new CompositeMeterRegistry().add(registry);

            RenumMeters.of(Component.ofSize("users", 1)).bindTo(composite);

            assertThat(size("users")).isEqualTo(1);
        }

        @Test
        void livesAsLongAsItsMetersThoughNobodyHoldsIt() {
            registry.config().meterFilter(MeterFilter.denyNameStartsWith(FAILING));
            Component component = new Component(sink -> countAndTime(sink, 1));
            bind(component);
            component.writes(sink -> countAndTime(sink, 2));
            secondPasses();

            Garbage.collect();

            assertThat(registry.get("cache.gets").functionCounter().count()).isEqualTo(2);
            assertThat(registry.get("cache.loads").functionTimer().count()).isEqualTo(2);
        }

        private void countAndTime(MetricSink sink, int count) {
            sink.counter(GETS, count);
            sink.timer(LOADS, count, 0);
        }
    }

    @Nested
    final class AsTimePasses {
        @Test
        void measuresOnceForAllMetersOfAScrape() {
            Component component = new Component(
                    sink -> IntStream.range(0, 50).forEach(i -> sink.gauge(SIZE, i, "cache", Integer.toString(i))));
            bind(component);
            secondPasses();

            registry.find("cache.size").gauges().forEach(Gauge::value);

            assertThat(component.measured()).isEqualTo(2);
        }

        @Test
        void measuresNotAgainWithinASecond() {
            Component component = Component.ofSize("users", 1);
            bind(component);

            ticker.advance(Duration.ofMillis(999));

            assertThat(size("users")).isEqualTo(1);
            assertThat(component.measured()).isEqualTo(1);
        }

        @Test
        void measuresAgainAfterASecond() {
            Component component = Component.ofSize("users", 1);
            bind(component);
            component.writes(sink -> sink.gauge(SIZE, 2, "cache", "users"));

            secondPasses();

            assertThat(size("users")).isEqualTo(2);
        }

        @Test
        void registersAFigureThatAppears() {
            Component component = Component.ofSize("users", 1);
            bind(component);
            component.writes(sink -> {
                sink.gauge(SIZE, 1, "cache", "users");
                sink.gauge(SIZE, 5, "cache", "teams");
            });
            secondPasses();

            scrape();

            assertThat(size("teams")).isEqualTo(5);
        }

        @Test
        void registersTheFirstFigureOfAComponentThatHadNone() {
            Component component = new Component(sink -> {});
            bind(component);
            component.writes(sink -> sink.gauge(SIZE, 5, "cache", "teams"));
            secondPasses();

            scrape();

            assertThat(size("teams")).isEqualTo(5);
        }

        @Test
        void showsAFigureThatIsGivenNoMoreAsUnknown() {
            Component component = Component.ofSize("users", 1);
            bind(component);
            component.writes(sink -> {});

            secondPasses();

            assertThat(size("users")).isNaN();
        }
    }

    @Nested
    final class Failing {
        @Test
        void showsTheFiguresOfAThrowingComponentAsUnknownAndThoseOfOthersAsTheyAre() {
            Component broken = Component.ofSize("users", 1);
            bind(broken, Component.ofSize("teams", 2));
            breaks(broken);

            secondPasses();

            assertThat(size("users")).isNaN();
            assertThat(size("teams")).isEqualTo(2);
            assertThat(registry.get(FAILING).gauge().value()).isEqualTo(1);
        }

        @Test
        void showsNothingOfWhatAComponentWroteBeforeItThrew() {
            bind(new Component(sink -> {
                sink.gauge(SIZE, 1, "cache", "users");
                throw new IllegalStateException("pool is closed");
            }));

            assertThat(registry.find("cache.size").gauge()).isNull();
        }

        @Test
        void keepsTheCountOfATimerAndForgetsItsTime() {
            Component broken = new Component(sink -> sink.timer(LOADS, 3, 1_500_000_000L));
            bind(broken);
            breaks(broken);

            secondPasses();

            FunctionTimer timer = registry.get("cache.loads").functionTimer();
            assertThat(timer.count()).isEqualTo(3);
            assertThat(timer.totalTime(TimeUnit.SECONDS)).isNaN();
        }

        @Test
        void logsOnceWhenItBeginsAndOnceWhenItEnds() {
            Component broken = Component.ofSize("users", 1);
            bind(broken);
            breaks(broken);
            IntStream.range(0, 3).forEach(again -> {
                secondPasses();
                scrape();
            });
            broken.writes(sink -> sink.gauge(SIZE, 4, "cache", "users"));

            secondPasses();

            assertThat(size("users")).isEqualTo(4);
            assertThat(registry.get(FAILING).gauge().value()).isZero();
            assertThat(RecordingLog.lines())
                    .satisfiesExactly(
                            begin -> assertThat(begin)
                                    .startsWith("WARN component=" + Component.class.getName())
                                    .contains("RNM-MIC-001")
                                    .endsWith(" - pool is closed"),
                            end -> assertThat(end).startsWith("INFO ").endsWith("gives its figures again"));
        }

        @Test
        void isolatesAFailureThatTheLogCannotRead() {
            RuntimeException unreadable = new RuntimeException() {
                private static final long serialVersionUID = 1;

                @Override
                public String getMessage() {
                    throw new IllegalStateException("no message");
                }
            };

            bind(Component.ofSize("users", 1), new Component(sink -> {
                throw unreadable;
            }));

            assertThat(size("users")).isEqualTo(1);
            assertThat(registry.get(FAILING).gauge().value()).isEqualTo(1);
        }

        @Test
        void isolatesAnErrorThatIsNotOfTheVm() {
            bind(new Component(sink -> {
                throw new NoClassDefFoundError("org/example/Absent");
            }));

            assertThat(registry.get(FAILING).gauge().value()).isEqualTo(1);
        }

        @Test
        void refusesTagsThatAreNoPairs() {
            bind(new Component(sink -> sink.gauge(SIZE, 1, "cache")));

            assertThat(RecordingLog.lines())
                    .singleElement()
                    .asString()
                    .endsWith("tags of metric 'cache.size' must be pairs of key and value, but are [cache]");
        }

        @Test
        void refusesAnotherKindUnderTheSameName() {
            bind(Component.ofSize("users", 1), new Component(sink -> sink.counter(SIZE, 2, "cache", "teams")));

            assertThat(size("users")).isEqualTo(1);
            assertThat(RecordingLog.lines())
                    .singleElement()
                    .asString()
                    .endsWith("metric 'cache.size' is a GAUGE, not a COUNTER");
        }

        @Test
        void refusesAnotherUnitUnderTheSameName() {
            Metric inBytes = new Metric("cache.size", "bytes", "Entries held.");
            bind(Component.ofSize("users", 1), new Component(sink -> sink.gauge(inBytes, 2, "cache", "teams")));

            assertThat(RecordingLog.lines())
                    .singleElement()
                    .asString()
                    .endsWith("metric 'cache.size' has the unit 'entries', not 'bytes'");
        }

        @Test
        void refusesOtherKeysOfTagsUnderTheSameName() {
            bind(Component.ofSize("users", 1), new Component(sink -> sink.gauge(SIZE, 2, "pool", "teams")));

            assertThat(RecordingLog.lines())
                    .singleElement()
                    .asString()
                    .endsWith("metric 'cache.size' has the tags [cache], not [pool]");
        }

        @Test
        void refusesTheSecondOfTwoComponentsThatWriteTheSameFigure() {
            bind(Component.ofSize("users", 1), Component.ofSize("users", 2));

            assertThat(size("users")).isEqualTo(1);
            assertThat(registry.get(FAILING).gauge().value()).isEqualTo(1);
            assertThat(RecordingLog.lines()).singleElement().asString().contains("is there twice");
        }

        @Test
        void refusesAFigureThatOneComponentWritesTwice() {
            bind(new Component(sink -> {
                sink.gauge(SIZE, 1, "cache", "users");
                sink.gauge(SIZE, 2, "cache", "users");
            }));

            assertThat(registry.find("cache.size").gauge()).isNull();
            assertThat(registry.get(FAILING).gauge().value()).isEqualTo(1);
        }

        @Test
        void bindsNobodyToTheShapeOfAFigureThatItNeverGave() {
            bind(
                    new Component(sink -> {
                        sink.gauge(SIZE, 1, "pool", "users");
                        throw new IllegalStateException("pool is closed");
                    }),
                    Component.ofSize("teams", 2));

            assertThat(size("teams")).isEqualTo(2);
            assertThat(registry.get(FAILING).gauge().value()).isEqualTo(1);
        }

        @Test
        void refusesOtherKeysOfTagsWithinOneComponent() {
            bind(new Component(sink -> {
                sink.gauge(SIZE, 1, "cache", "users");
                sink.gauge(SIZE, 2, "pool", "teams");
            }));

            assertThat(registry.find("cache.size").gauge()).isNull();
            assertThat(RecordingLog.lines())
                    .singleElement()
                    .asString()
                    .endsWith("metric 'cache.size' has the tags [cache], not [pool]");
        }

        @Test
        void canBeBoundAgainAfterAnErrorOfTheVm() {
            Component component = new Component(sink -> {
                throw new OutOfMemoryError("planted");
            });
            RenumMeters meters = RenumMeters.of(ticker, component);
            assertThatExceptionOfType(OutOfMemoryError.class).isThrownBy(() -> meters.bindTo(registry));
            component.writes(sink -> sink.gauge(SIZE, 1, "cache", "users"));

            meters.bindTo(registry);

            assertThat(size("users")).isEqualTo(1);
        }

        @Test
        void tellsThatTheRegistryHasAnEqualMeterAlready() {
            registry.gauge("cache.size", Tags.of("cache", "users"), 7);

            bind(Component.ofSize("users", 1));

            assertThat(size("users")).isEqualTo(7);
            assertThat(RecordingLog.lines())
                    .singleElement()
                    .asString()
                    .startsWith("WARN meter=cache.size[tag(cache=users)]")
                    .contains("RNM-MIC-002", "equal");
        }

        @Test
        void goesOnWithoutAMeterThatTheRegistryRefuses() {
            registry.counter("cache.size", "cache", "users");

            bind(Component.ofSize("users", 1), Component.ofSize("teams", 2));

            assertThat(size("teams")).isEqualTo(2);
            assertThat(RecordingLog.lines())
                    .singleElement()
                    .asString()
                    .startsWith("WARN meter=cache.size[tag(cache=users)]")
                    .contains("RNM-MIC-002");
        }
    }

    @Nested
    final class Closed {
        @Test
        void takesItsMetersAwayAndNoOthers() {
            registry.counter("orders");

            RenumMeters meters = bind(Component.ofSize("users", 1));
            meters.close();
            meters.close();

            assertThat(registry.getMeters())
                    .extracting(meter -> meter.getId().getName())
                    .containsExactly("orders");
        }

        @Test
        void leavesAMeterOfTheHostThatHasTheSameNameAndTags() {
            registry.gauge("cache.size", Tags.of("cache", "users"), 7);
            RenumMeters meters = bind(Component.ofSize("users", 1));

            meters.close();

            assertThat(size("users")).isEqualTo(7);
        }

        @Test
        void leavesTheMetersOfAnotherThatWasThereFirst() {
            bind(Component.ofSize("users", 1));
            RenumMeters second = bind(Component.ofSize("users", 2));

            second.close();

            assertThat(size("users")).isEqualTo(1);
            assertThat(registry.get(FAILING).gauge().value()).isZero();
        }

        @Test
        void registersNothingThatAppearsLater() {
            Component component = Component.ofSize("users", 1);
            RenumMeters meters = bind(component);
            Gauge held = registry.get("cache.size").gauge();
            meters.close();
            component.writes(sink -> sink.gauge(SIZE, 5, "cache", "teams"));
            secondPasses();

            held.value();

            assertThat(registry.getMeters()).isEmpty();
        }

        @Test
        void leavesNothingBehindIfItIsClosedWhileItRegisters() {
            RenumMeters meters = RenumMeters.of(ticker, Component.ofSize("users", 1));
            registry.config().onMeterAdded(meter -> meters.close());

            meters.bindTo(registry);

            assertThat(registry.getMeters()).isEmpty();
        }

        @Test
        void refusesToBeBoundAgain() {
            RenumMeters meters = bind(Component.ofSize("users", 1));

            meters.close();

            assertThatIllegalStateException()
                    .isThrownBy(() -> meters.bindTo(registry))
                    .withMessageContaining("closed");
        }
    }

    private RenumMeters bind(Component... components) {
        RenumMeters meters = RenumMeters.of(ticker, components);
        meters.bindTo(registry);
        return meters;
    }

    /** Lets two threads do the same, as nearly at the same moment as they can. */
    private static void atOnce(Runnable action) {
        AtomicInteger ready = new AtomicInteger();
        Runnable step = () -> {
            ready.incrementAndGet();
            while (ready.get() < 2) {
                Thread.onSpinWait();
            }
            action.run();
        };
        CompletableFuture<Void> other = CompletableFuture.runAsync(step, task -> new Thread(task).start());
        step.run();
        other.join();
    }

    private static void breaks(Component component) {
        component.writes(sink -> {
            throw new IllegalStateException("pool is closed");
        });
    }

    private void secondPasses() {
        ticker.advance(Duration.ofSeconds(1));
    }

    private void scrape() {
        registry.getMeters().stream().map(Meter::measure).forEach(figures -> figures.forEach(Measurement::getValue));
    }

    private double size(String cache) {
        return registry.get("cache.size").tag("cache", cache).gauge().value();
    }
}
