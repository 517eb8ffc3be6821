/**
 * A back end for teams of agents on the plain JDK: the first host of Renum, and the acceptance test of its API.
 *
 * <p>Start with {@code Backend}: it shows in which order a host opens things and how it stops.
 */
@NullMarked
package dev.renum.example.backend;

import org.jspecify.annotations.NullMarked;
