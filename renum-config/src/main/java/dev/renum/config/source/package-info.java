/**
 * Reads what there is: files, variables and properties, into layers in which each value knows its line.
 *
 * <p>Start with {@code SourceLoader}, which reads the {@code Places} of one environment into {@code Sources}; each format has a {@code FileParser},
 * a {@code Folder} keeps to one version of a directory, and a {@code Reading} collects it all.
 * What cannot be read becomes a {@link dev.renum.config.report.Problem}, and the rest is read all the same. The package starts no thread; it blocks on
 * files only.
 */
@NullMarked
package dev.renum.config.source;

import org.jspecify.annotations.NullMarked;
