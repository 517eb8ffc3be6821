package dev.renum.config;

import dev.renum.config.ToolCommand.UsageException;
import dev.renum.config.bind.Binder;
import dev.renum.config.report.ConfigReport;
import dev.renum.config.report.Explanation;
import dev.renum.config.report.Problem;
import dev.renum.config.report.SettingsReference;
import dev.renum.core.Environment;
import java.io.PrintStream;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** One run of {@link ConfigTool}. */
final class ToolRun {
    private static final int OK = 0;
    private static final int PROBLEMS = 1;
    private static final String ALL = "all";

    private final ConfigSetup setup;
    private final ConfigChecks checks;
    private final PrintStream out;
    private final PrintStream err;

    ToolRun(EnvironmentConfigManager.Builder builder, PrintStream out, PrintStream err) {
        this.setup = builder.setup();
        this.checks = builder.checks();
        this.out = out;
        this.err = err;
    }

    /** Runs {@code command}; returns the exit code. */
    int run(ToolCommand command) throws UsageException {
        try {
            if (command instanceof ToolCommand.Check check) {
                return check(check);
            }
            if (command instanceof ToolCommand.Explain explain) {
                return explain(explain.key());
            }
            return command instanceof ToolCommand.Diff diff ? diff(diff) : reference();
        } catch (ConfigurationException e) {
            out.print(e.report());
            return PROBLEMS;
        }
    }

    private int check(ToolCommand.Check command) throws UsageException {
        List<ConfigReport> reports = new ArrayList<>();
        if (command.environments().isEmpty()) {
            reports.add(running().report());
        }
        for (Environment environment : environments(command.environments())) {
            reports.add(offline(environment).report());
        }
        out.print(command.isJson() ? json(reports) : text(reports));
        return reports.stream().anyMatch(ConfigReport::hasErrors) ? PROBLEMS : OK;
    }

    private static String text(List<ConfigReport> reports) {
        return reports.stream().map(ConfigReport::toString).collect(Collectors.joining("\n"));
    }

    /** An array even of one, so that a program has one case to read. */
    private static String json(List<ConfigReport> reports) {
        return reports.stream().map(ConfigReport::toJson).collect(Collectors.joining(",\n", "[", "]\n"));
    }

    private int explain(String key) throws UsageException {
        Candidate candidate = running();
        out.print(explanation(candidate, key));
        List<Problem> problems = candidate.report().problems().stream()
                .filter(problem -> problem.key().equals(key))
                .toList();
        if (problems.isEmpty()) {
            return OK;
        }
        ConfigReport report = new ConfigReport(setup.application(), candidate.environment(), problems);
        out.print("\n" + report);
        return report.hasErrors() ? PROBLEMS : OK;
    }

    private static Explanation explanation(Candidate candidate, String key) throws UsageException {
        try {
            return candidate.binding().explain(key);
        } catch (IllegalArgumentException e) {
            throw new UsageException(e.getMessage());
        }
    }

    private int diff(ToolCommand.Diff command) throws UsageException {
        Candidate left = offline(environment(command.left()));
        Candidate right = offline(environment(command.right()));
        out.print(EnvironmentComparison.of(left, right));
        return warnOfErrors(left) | warnOfErrors(right);
    }

    /** What cannot be used is not compared. */
    private int warnOfErrors(Candidate candidate) {
        if (!candidate.report().hasErrors()) {
            return OK;
        }
        String name = candidate.environment().name();
        err.println("The configuration of " + name
                + " has errors, so that some of its values are missing here: check --env " + name);
        return PROBLEMS;
    }

    private int reference() {
        Binder binder = new Binder(setup.application(), setup.sections());
        out.print(new SettingsReference(setup.application(), binder.describe()));
        return OK;
    }

    private Candidate running() {
        return checks.candidate();
    }

    private Candidate offline(Environment environment) {
        return checks.offlineCandidate(environment);
    }

    private List<Environment> environments(List<String> names) throws UsageException {
        if (names.contains(ALL)) {
            return detector().all();
        }
        List<Environment> environments = new ArrayList<>();
        for (String name : names) {
            environments.add(environment(name));
        }
        return environments;
    }

    private Environment environment(String name) throws UsageException {
        EnvironmentDetector detector = detector();
        return detector.find(name).orElseThrow(() -> new UsageException(detector.unknown(name)));
    }

    private EnvironmentDetector detector() {
        return new EnvironmentDetector(setup.registered());
    }
}
