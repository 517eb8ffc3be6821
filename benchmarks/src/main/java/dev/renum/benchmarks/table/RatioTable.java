package dev.renum.benchmarks.table;

import static java.util.Comparator.comparingDouble;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * One table: benchmarks that do the same, fastest first.
 *
 * @param title what they do
 * @param names the benchmarks
 * @param baseline what each is divided by
 */
record Section(String title, Pattern names, String baseline) {
    private static final String READ = "ConfigRead(Peers)?Benchmark";
    private static final String HEALTH = "HealthSnapshot";

    /** The sections, in the order of the page. */
    static List<Section> all() {
        List<Section> all = new ArrayList<>();
        all.add(section(
                "Read a number", READ + "\\.(?!.*([sS]tatic|Duration)).*", "ConfigReadBenchmark.volatileRecord"));
        all.add(section(
                "Read a number, everything held in static fields",
                READ + "\\..*[sS]tatic.*",
                "ConfigReadBenchmark.staticVolatileRecord"));
        all.add(section("Read a duration", READ + "\\..*Duration", "ConfigReadBenchmark.volatileRecordDuration"));
        all.add(section(
                "Read a setting with two threads",
                "ConfigReadByTwoThreadsBenchmark\\..*",
                "ConfigReadByTwoThreadsBenchmark.volatileRecord"));
        for (String settings : List.of("10", "200", "1000")) {
            all.add(section(
                    "Load " + settings + " settings",
                    "ConfigLoad(Peers)?Benchmark\\..* " + settings,
                    "ConfigLoadBenchmark.rawSmallRye " + settings));
        }
        all.add(section(
                "Read the overall status (10 checks)",
                HEALTH + "Benchmark\\..*",
                HEALTH + "Benchmark.volatileReadWithTicker"));
        all.add(section(
                "Read the overall status with two threads",
                HEALTH + "ByTwoThreadsBenchmark\\..*",
                HEALTH + "ByTwoThreadsBenchmark.volatileReadWithTicker"));
        return all;
    }

    private static Section section(String title, String names, String baseline) {
        return new Section(title, Pattern.compile(names), baseline);
    }

    /** Whether {@code score} stands in this table. */
    boolean has(Score score) {
        return names.matcher(score.name()).matches();
    }

    /** The table; empty if its baseline was not measured. */
    List<String> lines(List<Score> scores) {
        List<String> lines = new ArrayList<>();
        for (Score divisor : scores) {
            if (divisor.name().equals(baseline)) {
                String unit = divisor.unit().replace("/op", "");
                lines.add("| " + title + " | " + unit + " | B per call | × `" + divisor.method() + "` | range |");
                lines.add("| --- | --- | --- | --- | --- |");
                scores.stream()
                        .filter(this::has)
                        .sorted(comparingDouble(Score::time))
                        .forEach(score -> lines.add(score.row(divisor)));
                lines.add("");
            }
        }
        return lines;
    }
}
