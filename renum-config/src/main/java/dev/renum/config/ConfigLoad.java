package dev.renum.config;

import dev.renum.config.bind.Binder;
import dev.renum.config.bind.Binding;
import dev.renum.config.bind.ProblemLog;
import dev.renum.config.report.ConfigReport;
import dev.renum.config.report.SettingDescription;
import dev.renum.config.rule.GeneralRules;
import dev.renum.config.rule.SectionRules;
import dev.renum.config.rule.Waivers;
import dev.renum.config.source.ProcessValues;
import dev.renum.config.source.SourceLoader;
import dev.renum.config.source.Sources;
import dev.renum.core.Environment;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;

/** Reads, binds and checks one environment, start to end. */
final class ConfigLoad {
    private final ConfigSetup setup;
    private final Binder binder;

    ConfigLoad(ConfigSetup setup) {
        this.setup = setup;
        this.binder = new Binder(setup.application(), setup.sections());
    }

    /** What it was told. */
    ConfigSetup setup() {
        return setup;
    }

    /** What the sections declare, setting by setting. */
    List<SettingDescription> describe() {
        return binder.describe();
    }

    /** Reads {@code environment} with what {@code process} brings; what is wrong stands in the report. */
    Candidate load(Environment environment, ProcessValues process) {
        return bind(read(environment, process), environment);
    }

    /** Reads {@code environment} as it is without a process: no variables, no properties, no secrets. */
    Candidate loadOffline(Environment environment) {
        ProcessValues nothing = new ProcessValues(Map.of(), Map.of());
        Sources sources = SourceLoader.load(setup.places().withoutSecrets(), environment, nothing);
        return check(binder.bindOffline(sources, environment), environment);
    }

    /** Reads the sources of {@code environment}, and does nothing with them. */
    Sources read(Environment environment, ProcessValues process) {
        return SourceLoader.load(setup.places(), environment, process);
    }

    /** Binds and checks what was read. */
    Candidate bind(Sources sources, Environment environment) {
        return check(binder.bind(sources, environment), environment);
    }

    /** Checks what was bound: by the rules of the sections, by those that hold for every key, and, if all sections are there, by the host's. */
    Candidate check(Binding binding, Environment environment) {
        boolean isWhole = binding.records().keySet().containsAll(setup.sections());
        ProblemLog problems = binding.log();
        ProcessPlaces.check(binding, problems);
        SectionRules.check(binding, environment, problems);
        GeneralRules.check(binding, environment, problems);
        if (isWhole) {
            HostRules.check(setup.rules(), EnvironmentConfig.toBeJudged(environment, binding), binding, problems);
        }
        boolean isJudged = isWhole && binding.awaitedUnder("").isEmpty();
        ConfigReport report = new Waivers(setup.waivers(), LocalDate.now(setup.clock()))
                .report(setup.application(), environment, problems, isJudged);
        return new Candidate(environment, binding, report);
    }
}
