package dev.renum.config;

import dev.renum.config.bind.Binding;
import dev.renum.config.bind.LiveMix;
import dev.renum.config.source.Sources;
import dev.renum.config.source.VanishedFiles;
import dev.renum.core.Environment;

/** Makes the generation that follows another one, without putting it in force. */
final class Succession {
    private final ConfigLoad load;
    private final Environment environment;
    private final VanishedFiles vanished;

    Succession(ConfigLoad load, Environment environment) {
        this.load = load;
        this.environment = environment;
        this.vanished = new VanishedFiles(load.setup().places());
    }

    /**
     * The configuration of the start.
     *
     * @throws ConfigurationException if {@code content} has errors
     */
    Generation first(Content content) {
        return Generation.first(content, load.bind(content.sources(), environment));
    }

    /**
     * What {@code content} makes of {@code running}.
     *
     * @throws ConfigurationException if {@code content} has errors, or what may be in force of it
     */
    Generation next(Generation running, Content content) {
        Sources sources = vanished.noted(running.content().sources(), content.sources());
        Candidate candidate = load.bind(sources, environment).withoutErrors();
        return running.next(content, candidate, mix(running, candidate));
    }

    /** The mix is checked again only if it is one. */
    private Candidate mix(Generation running, Candidate candidate) {
        Binding mixed = LiveMix.of(running.binding(), candidate.binding());
        boolean isCandidate = mixed.settings().equals(candidate.binding().settings())
                && mixed.records().keySet().equals(candidate.binding().records().keySet());
        return isCandidate ? new Candidate(environment, mixed, candidate.report()) : load.check(mixed, environment);
    }
}
