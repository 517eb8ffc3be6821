/**
 * Configuration that cannot silently be wrong: typed sections, read from files, variables and properties, with one report of every
 * problem and its place.
 *
 * <p>Start with {@link dev.renum.config.EnvironmentConfigManager}; a host needs little else. A load goes through the package like this:
 * {@code SourceLoader} reads what there is into {@code Layer}s, in which each value knows its line; {@code Engine} puts them in order
 * with SmallRye Config, which also matches names of environment variables and expands <code>${…}</code>; {@code RecordBinder} makes records
 * of them and collects {@link dev.renum.config.report.Problem}s; {@code KeyAudit} finds the keys that nobody asked for; {@code ReportText} prints.
 *
 * <p>A reload goes through {@code Reloading}, from one {@code Generation} to the next; {@code docs/decisions.md} has its states and guarantees.
 *
 * <p>The threads are those of {@code dev.renum.config.reload}: one that watches files, others only during and after a reload. A start that finds an error
 * throws {@link dev.renum.config.ConfigurationException} with all of them, a reload keeps the last good configuration; warnings are logged, one line
 * each. Reading a section later never fails and never waits. YAML needs {@code org.snakeyaml:snakeyaml-engine}, which is
 * optional and named in {@code YamlParser} only; a {@code .yaml} file without it is an error.
 */
@NullMarked
package dev.renum.config;

import org.jspecify.annotations.NullMarked;
