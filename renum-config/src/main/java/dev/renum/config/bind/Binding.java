package dev.renum.config.bind;

import dev.renum.config.report.Origin;
import dev.renum.config.report.Problem;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The sections of one environment as records, with every setting in them and every problem on the way there. */
public final class Binding {
    private final Engine engine;
    private final Keys keys;
    private final ProblemLog problems;
    private final Map<Class<?>, Object> records;
    private final Map<String, BoundSetting> settings = new LinkedHashMap<>();
    private final List<Problem> found;

    Binding(Engine engine, Keys keys, ProblemLog problems, Map<Class<?>, Object> records, List<BoundSetting> settings) {
        this.engine = engine;
        this.keys = keys;
        this.problems = problems;
        this.records = Collections.unmodifiableMap(records);
        settings.forEach(setting -> this.settings.put(setting.key(), setting));
        this.found = problems.sorted();
    }

    /** The same sources with other values; what rules have noted since is left out. */
    Binding with(Map<Class<?>, Object> records, List<BoundSetting> settings) {
        ProblemLog log = new ProblemLog(engine);
        found.forEach(log::add);
        return new Binding(engine, keys, log, records, settings);
    }

    /** The records of the sections that could be created, in the order of the sections. */
    public Map<Class<?>, Object> records() {
        return records;
    }

    /** Every setting that has a usable value, by key. */
    public Map<String, BoundSetting> settings() {
        return Collections.unmodifiableMap(settings);
    }

    /** The setting that {@code key} sets, if there is one. */
    public Optional<BoundSetting> find(String key) {
        return Optional.ofNullable(settings.get(key));
    }

    /** Where {@code key} stands in every source that has it, strongest first. */
    public List<Origin> origins(String key) {
        return engine.origins(key);
    }

    /** The text of {@code key} at {@code origin}, secrets in clear; {@code null} if it is not there. */
    public @Nullable String textAt(String key, Origin origin) {
        return engine.textAt(key, origin);
    }

    /** The keys that settings read, without those of maps. */
    public List<String> keys() {
        return keys.named();
    }

    /** The values under {@code prefix} that must not appear in any text, longest first. */
    public List<String> secretsUnder(String prefix) {
        Stream<String> kept = settings.values().stream()
                .filter(setting -> setting.key().startsWith(prefix + "."))
                .flatMap(setting -> setting.secrets().stream());
        return Stream.concat(keys.secretsUnder(prefix).stream(), kept)
                .distinct()
                .sorted(Comparator.comparingInt(String::length).reversed())
                .toList();
    }

    /** What was wrong; more may be added. */
    public ProblemLog problems() {
        return problems;
    }
}
