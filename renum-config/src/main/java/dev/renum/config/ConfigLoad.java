package dev.renum.config;

import dev.renum.config.bind.Binder;
import dev.renum.config.bind.Binding;
import dev.renum.config.report.ConfigReport;
import dev.renum.config.rule.SectionRules;
import dev.renum.config.source.ProcessValues;
import dev.renum.config.source.SourceLoader;
import dev.renum.config.source.Sources;
import dev.renum.core.Environment;

/** Reads, binds and checks one environment, start to end. */
final class ConfigLoad {
    private final ConfigSetup setup;
    private final Binder binder;

    ConfigLoad(ConfigSetup setup) {
        this.setup = setup;
        this.binder = new Binder(setup.application(), setup.sections());
    }

    /** Reads {@code environment} with what {@code process} brings; what is wrong stands in the report. */
    Candidate load(Environment environment, ProcessValues process) {
        return bind(read(environment, process), environment);
    }

    /** Reads the sources of {@code environment}, and does nothing with them. */
    Sources read(Environment environment, ProcessValues process) {
        return SourceLoader.load(setup.places(), environment, process);
    }

    /** Binds and checks what was read. */
    Candidate bind(Sources sources, Environment environment) {
        return check(binder.bind(sources, environment), environment);
    }

    /** Checks what was bound. */
    Candidate check(Binding binding, Environment environment) {
        SectionRules.check(binding, environment);
        ConfigReport report = new ConfigReport(
                setup.application(), environment, binding.problems().sorted());
        return new Candidate(environment, binding, report);
    }
}
