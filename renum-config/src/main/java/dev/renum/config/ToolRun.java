package dev.renum.config;

import dev.renum.config.report.ConfigReport;
import dev.renum.config.report.Explanation;
import dev.renum.config.report.Problem;
import dev.renum.config.source.Names;
import dev.renum.core.Environment;
import java.io.PrintStream;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** One run of {@link ConfigTool}. */
final class ToolRun {
    private static final int OK = 0;
    private static final int PROBLEMS = 1;
    private static final int USAGE = 2;
    private static final String ALL = "all";

    private final ConfigChecks checks;
    private final PrintStream out;
    private final PrintStream err;

    ToolRun(ConfigChecks checks, PrintStream out, PrintStream err) {
        this.checks = checks;
        this.out = out;
        this.err = err;
    }

    /** Does what {@code arguments} say; returns the exit code. */
    int run(ToolArguments arguments) {
        boolean isJson = arguments.askForJson();
        try {
            return run(arguments.command(), isJson);
        } catch (ConfigurationException e) {
            print(List.of(e.report()), isJson);
            return PROBLEMS;
        } catch (UsageException e) {
            refuse(e, isJson);
            return USAGE;
        }
    }

    private int run(ToolCommand command, boolean isJson) throws UsageException {
        if (command instanceof ToolCommand.Check check) {
            return check(check, isJson);
        }
        if (command instanceof ToolCommand.Explain explain) {
            return explain(explain.key());
        }
        if (command instanceof ToolCommand.Diff diff) {
            return diff(diff);
        }
        if (command instanceof ToolCommand.Reference) {
            return show(checks.reference());
        }
        if (command instanceof ToolCommand.Help) {
            return show(ToolArguments.USAGE);
        }
        throw new IllegalStateException("nobody runs " + command);
    }

    private int show(Object text) {
        out.print(text);
        return OK;
    }

    /** A program that reads the output must find JSON whatever happens. */
    private void refuse(UsageException e, boolean isJson) {
        if (isJson) {
            print(List.of(new ConfigReport(checks.application(), null, List.of(e.problem()))), true);
            return;
        }
        err.println(e.getMessage());
        err.print(ToolArguments.USAGE);
    }

    private int check(ToolCommand.Check command, boolean isJson) throws UsageException {
        List<ConfigReport> reports = new ArrayList<>();
        if (command.environments().isEmpty()) {
            reports.add(checks.here().report());
        }
        for (Environment environment : environments(command.environments())) {
            reports.add(checks.offline(environment).report());
        }
        print(reports, isJson);
        return reports.stream().anyMatch(ConfigReport::hasErrors) ? PROBLEMS : OK;
    }

    private void print(List<ConfigReport> reports, boolean isJson) {
        out.print(isJson ? json(reports) : text(reports));
    }

    private static String text(List<ConfigReport> reports) {
        return reports.stream().map(ConfigReport::toString).collect(Collectors.joining("\n"));
    }

    /** An array even of one, so that a program has one case to read. */
    private static String json(List<ConfigReport> reports) {
        return reports.stream().map(ConfigReport::toJson).collect(Collectors.joining(",\n", "[", "]\n"));
    }

    /** What is wrong elsewhere is only counted: whoever asks for one value wants to know about that one. */
    private int explain(String key) throws UsageException {
        Candidate candidate = checks.candidate();
        Explanation explanation = explanation(candidate, key);
        out.print(explanation);
        List<Problem> all = candidate.report().problems();
        List<Problem> covered = all.stream()
                .filter(it -> Names.isOf(it.key(), explanation.key()))
                .toList();
        ConfigReport own = new ConfigReport(checks.application(), candidate.environment(), covered);
        if (!own.problems().isEmpty()) {
            out.print("\n" + own);
        }
        count(
                all.stream()
                        .filter(it -> !Names.isOf(it.key(), explanation.key()))
                        .toList(),
                candidate.environment());
        return own.hasErrors() ? PROBLEMS : OK;
    }

    private void count(List<Problem> others, Environment environment) {
        if (!others.isEmpty()) {
            String found = others.size() == 1 ? " has 1 other problem" : " has " + others.size() + " other problems";
            err.println("The configuration of " + environment.name() + found + ": check");
        }
    }

    private static Explanation explanation(Candidate candidate, String key) throws UsageException {
        try {
            return candidate.binding().explain(key);
        } catch (IllegalArgumentException e) {
            throw new UsageException(String.valueOf(e.getMessage()));
        }
    }

    private int diff(ToolCommand.Diff command) throws UsageException {
        Candidate left = checks.offlineCandidate(environment(command.left()));
        Candidate right = checks.offlineCandidate(environment(command.right()));
        out.print(EnvironmentComparison.of(left, right));
        return Math.max(warnOfErrors(left), warnOfErrors(right));
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

    private List<Environment> environments(List<String> names) throws UsageException {
        if (names.contains(ALL)) {
            return checks.environments().all();
        }
        List<Environment> environments = new ArrayList<>();
        for (String name : names) {
            environments.add(environment(name));
        }
        return environments;
    }

    private Environment environment(String name) throws UsageException {
        EnvironmentDetector known = checks.environments();
        return known.find(name).orElseThrow(() -> new UsageException(known.unknown(name, UsageException.PLACE)));
    }
}
