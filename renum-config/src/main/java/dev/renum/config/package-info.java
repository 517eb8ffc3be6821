/**
 * Configuration that cannot silently be wrong: typed sections, read from files, variables and properties, with one report of every
 * problem and its place.
 *
 * <p>Start with {@link dev.renum.config.EnvironmentConfigManager}; a host needs little else. A load goes through the packages like this:
 * {@code source} reads what there is into layers, in which each value knows its line; {@code bind} puts them in order and makes records of them;
 * {@code rule} judges these; {@link dev.renum.config.report} is what comes out.
 *
 * <p>A reload goes through {@code Reloading}, which lets one in at a time, and {@code Generations}, from one {@code Generation} to the next; {@code docs/decisions.md} has its states and guarantees.
 *
 * <p>The threads are those of {@code dev.renum.config.reload}: one that watches files, others only during and after a reload. A start that finds an error
 * throws {@link dev.renum.config.ConfigurationException} with all of them, a reload keeps the last good configuration; warnings are logged, one line
 * each. Reading a section later never fails and never waits. YAML needs {@code org.snakeyaml:snakeyaml-engine}, which is
 * optional and named in {@code YamlParser} only; a {@code .yaml} file without it is an error.
 */
@NullMarked
package dev.renum.config;

import org.jspecify.annotations.NullMarked;
