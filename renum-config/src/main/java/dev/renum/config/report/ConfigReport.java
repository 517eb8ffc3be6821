package dev.renum.config.report;

import static java.util.Objects.requireNonNull;

import dev.renum.core.Environment;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Everything that one load found.
 *
 * @param application the name of the application
 * @param environment the environment that was loaded, or {@code null} if its name was not even known
 * @param problems all problems that count, errors before warnings, each sort in the order of sources and lines
 * @param waived the problems that do not count, because the host accepts them
 */
public record ConfigReport(
        String application, @Nullable Environment environment, List<Problem> problems, List<Waived> waived) {
    /** Copies the lists. */
    public ConfigReport {
        requireNonNull(application, "application");
        problems = List.copyOf(problems);
        waived = List.copyOf(waived);
    }

    /** A report in which every problem counts. */
    public ConfigReport(String application, @Nullable Environment environment, List<Problem> problems) {
        this(application, environment, problems, List.of());
    }

    /** Whether a start with this configuration must not go on. */
    public boolean hasErrors() {
        return problems.stream().anyMatch(Problem::isError);
    }

    /** How many problems stop a start. */
    public int errors() {
        return (int) problems.stream().filter(Problem::isError).count();
    }

    /** How many problems stop nothing, and should be looked at. */
    public int warnings() {
        return (int) problems.stream().filter(Problem::isWarning).count();
    }

    /**
     * The report as one JSON object, without secrets.
     *
     * <p>Its fields: {@code application}, {@code environment}, {@code usable}, {@code errors}, {@code warnings}, and {@code problems}, each with
     * {@code code}, {@code severity}, {@code subject}, {@code key}, {@code message}, {@code cure}, {@code origin}, {@code excerpt} ({@code text},
     * {@code start}, {@code length}), {@code rule}, {@code shadowed} and {@code suggestions}; and {@code waived}, each with {@code reason},
     * {@code expires} and {@code problem}. An origin has {@code source}, {@code kind},
     * {@code location}, {@code line}, {@code column} and {@code ordinal}. All are always there; what is not known is {@code null}. Later versions may add
     * fields, none goes or changes its meaning.
     */
    public String toJson() {
        return ReportJson.of(this);
    }

    /** The report as text of several lines for a console or a log, without secrets; of very many problems the first 100. */
    @Override
    public String toString() {
        return ReportText.of(this);
    }
}
