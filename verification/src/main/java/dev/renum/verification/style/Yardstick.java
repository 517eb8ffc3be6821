package dev.renum.verification.style;

import dev.renum.verification.repository.Module;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The figures of the house style, measured over all published modules together. */
public final class Yardstick {
    /** Modules that are API by purpose; their public share says nothing. */
    private static final Set<String> ALL_API = Set.of("renum-core", "renum-testkit");

    private Yardstick() {}

    /** The figures of {@code modules}, in the order of the house style. */
    public static List<Figure> measure(List<Module> modules) {
        return Stream.of(
                        mainFigures(meter(modules, Module::mainSources)),
                        Stream.of(publicShare(modules)),
                        testFigures(modules))
                .flatMap(figures -> figures)
                .toList();
    }

    /** The figures as a table. */
    public static String table(List<Figure> figures) {
        return figures.stream().map(Figure::toString).collect(Collectors.joining(System.lineSeparator()));
    }

    private static Stream<Figure> mainFigures(MainMeter meter) {
        Distribution files = meter.fileLines();
        Distribution methods = meter.methodLines();
        return Stream.of(
                Figure.atMost("lines per file, median", files.percentile(0.5), 70),
                Figure.atMost("lines per file, p90", files.percentile(0.9), 220),
                Figure.atMost("lines per file, max", files.max(), 600),
                Figure.atMost(
                        "method length, p90", methods.percentile(0.9), MainMeter.LONG_METHOD, meter.longMethods()),
                Figure.atMost("method length, p99", methods.percentile(0.99), 35),
                Figure.atMost("methods over 40 lines, %", methods.percentOver(40), 0.5),
                Figure.atLeast("final or sealed concrete classes, %", meter.finalClasses(), 100),
                Figure.atLeast("javadoc on public types, %", meter.documentedTypes(), 100),
                Figure.atLeast("javadoc on public members, %", meter.documentedMembers(), 98),
                Figure.atLeast("javadoc on record components, %", meter.documentedComponents(), 100),
                Figure.atLeast("package-info and @NullMarked, %", meter.nullMarkedPackages(), 100),
                Figure.none("names that say nothing", meter.emptyNames()),
                Figure.none("threads with no renum-… name near", meter.namelessThreads()),
                Figure.none("synchronized blocks", meter.synchronizedBlocks()));
    }

    /** Over all modules together: a module that consists of little more than its API is made up for by others. */
    private static Figure publicShare(List<Module> modules) {
        List<Module> features = modules.stream()
                .filter(module -> !ALL_API.contains(module.name()))
                .toList();
        Share share = meter(features, Module::mainSources).publicTypes();
        return Figure.atMost("public share of top-level types, %", share.isEmpty() ? 0 : share.percent(), 45);
    }

    private static Stream<Figure> testFigures(List<Module> modules) {
        TestMeter meter = new TestMeter();
        sources(modules, Module::testSources).forEach(meter::measure);
        return Stream.of(
                Figure.atMost("tests: lines per file, max", meter.fileLines().max(), 600),
                Figure.none("tests: sleeps", meter.sleeps()),
                Figure.none("tests: mocks", meter.mocks()),
                Figure.none("tests: disabled or retried", meter.switchedOff()),
                Figure.none("tests: names that are no sentences", meter.badNames()),
                Figure.none("tests: classes not final", meter.openClasses()));
    }

    private static MainMeter meter(List<Module> modules, Function<Module, List<Path>> files) {
        MainMeter meter = new MainMeter();
        sources(modules, files).forEach(meter::measure);
        return meter;
    }

    private static List<JavaSource> sources(List<Module> modules, Function<Module, List<Path>> files) {
        return JavaSource.parse(
                modules.stream().map(files).flatMap(List::stream).toList());
    }
}
