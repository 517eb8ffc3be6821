/**
 * Makes records of what was read, and finds everything that is wrong with it.
 *
 * <p>Start with {@code Binder}: {@code KeyCollector} finds the {@code Keys} that may be set, {@code Renaming} gives old keys their names of today,
 * {@code Resolver} finds values in the {@code RankedSources} and expands them with SmallRye Config, {@code RecordBinder} makes the records, {@code KeyAudit} and
 * {@code VariableAudit} find what nobody asked for, {@code ProblemLog} collects problems, and the {@code Binding} has it all. Nothing here is thrown for a
 * wrong configuration. The package starts no thread and does no I/O.
 */
@NullMarked
package dev.renum.config.bind;

import org.jspecify.annotations.NullMarked;
