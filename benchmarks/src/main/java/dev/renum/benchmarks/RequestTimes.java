package dev.renum.benchmarks;

import java.util.Arrays;
import java.util.concurrent.TimeUnit;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import java.util.stream.LongStream;

/** How long requests took: log-normal around a median, as services show it, and the same in each run. */
final class RequestTimes {
    private static final RandomGeneratorFactory<RandomGenerator> RANDOM = RandomGeneratorFactory.of("L64X128MixRandom");
    private static final long SHORTEST_MEDIAN = TimeUnit.MILLISECONDS.toNanos(10);
    private static final double SPREAD = 0.5;

    private final long[] nanos;

    private RequestTimes(long[] nanos) {
        this.nanos = nanos;
    }

    /** {@code count} times around the median of {@code route}, which is 10 to 400 ms, at some {@code moment}. */
    static RequestTimes of(long route, long moment, int count) {
        double median = SHORTEST_MEDIAN * Math.pow(40, RANDOM.create(route).nextDouble());
        RandomGenerator random = RANDOM.create(1_000 * moment + route);
        return new RequestTimes(LongStream.generate(() -> Math.round(median * Math.exp(SPREAD * random.nextGaussian())))
                .limit(count)
                .toArray());
    }

    /** One after the other. */
    LongStream nanos() {
        return LongStream.of(nanos);
    }

    /** The exact one: the time that {@code percent} of 100 requests took at most. */
    long percentile(double percent) {
        long[] sorted = nanos.clone();
        Arrays.sort(sorted);
        return sorted[(int) Math.ceil(sorted.length * percent / 100) - 1];
    }
}
