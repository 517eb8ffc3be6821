package dev.renum.benchmarks.table;

import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Which tables there are, in the order of {@code docs/benchmarks.md}. */
final class Page {
    private static final String READ = "ConfigRead(Peers)?Benchmark";
    private static final String RECORD = "RequestRecord(Peers)?Benchmark";

    private Page() {}

    static List<Table> tables() {
        return Stream.of(configReads(), configLoads(), health(), requests())
                .flatMap(tables -> tables)
                .toList();
    }

    private static Stream<Table> configReads() {
        return Stream.of(
                ratios("Read a number", READ + "\\.(?!.*([sS]tatic|Duration)).*", "ConfigReadBenchmark.volatileRecord"),
                ratios(
                        "Read a number, everything held in static fields",
                        READ + "\\..*[sS]tatic.*",
                        "ConfigReadBenchmark.staticVolatileRecord"),
                ratios("Read a duration", READ + "\\..*Duration", "ConfigReadBenchmark.volatileRecordDuration"),
                ratios(
                        "Read a setting with two threads",
                        "ConfigReadByTwoThreadsBenchmark\\..*",
                        "ConfigReadByTwoThreadsBenchmark.volatileRecord"));
    }

    private static Stream<Table> configLoads() {
        return Stream.of("10", "200", "1000")
                .map(settings -> ratios(
                        "Load " + settings + " settings",
                        "ConfigLoad(Peers)?Benchmark\\..* " + settings,
                        "ConfigLoadBenchmark.rawSmallRye " + settings));
    }

    private static Stream<Table> health() {
        return Stream.of(
                ratios(
                        "Read the overall status (10 checks)",
                        "HealthSnapshot(Peers)?Benchmark\\..*",
                        "HealthSnapshotBenchmark.renum"),
                ratios(
                        "Read the overall status with two threads",
                        "HealthSnapshotByTwoThreadsBenchmark\\..*",
                        "HealthSnapshotByTwoThreadsBenchmark.renum"),
                new PercentileTable(
                        "Read the overall status while one of 10 checks hangs",
                        Pattern.compile("HealthHang(Peers)?Benchmark\\..*")),
                ratios("Start in a new JVM (10 checks)", "HealthStartBenchmark\\..*", "HealthStartBenchmark.build"),
                figures(
                        "Time of the processor for a sampling, ms",
                        "HealthSamplingBenchmark\\..*",
                        "laterMillis",
                        "firstMillis"));
    }

    private static Stream<Table> requests() {
        return Stream.of(
                ratios(
                        "Record a request",
                        RECORD + "\\.(?!.*WithoutClock).*",
                        "RequestRecordPeersBenchmark.micrometer"),
                ratios(
                        "Record a request without the clock",
                        RECORD + "\\..*WithoutClock",
                        "RequestRecordPeersBenchmark.micrometerWithoutClock"),
                ratios(
                        "Record requests of one route with two threads",
                        "RequestRecord(Peers)?ByTwoThreadsBenchmark\\..*",
                        "RequestRecordPeersByTwoThreadsBenchmark.micrometer"),
                figures(
                        "Error of percentiles, in percent",
                        "RequestPercentiles(Peers)?Benchmark\\..*",
                        "p50Percent",
                        "p95Percent",
                        "p99Percent"),
                figures("Memory of a route, KiB", "RequestMemory(Peers)?Benchmark\\..*", "kibPerRoute"));
    }

    private static Table ratios(String title, String names, String baseline) {
        return new RatioTable(title, Pattern.compile(names), baseline);
    }

    private static Table figures(String title, String names, String... figures) {
        return new FigureTable(title, Pattern.compile(names), List.of(figures));
    }
}
