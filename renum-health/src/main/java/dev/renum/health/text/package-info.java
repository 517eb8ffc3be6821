/**
 * What several packages of this module do with texts: {@link dev.renum.health.text.Texts} makes those of others fit to be shown, {@link
 * dev.renum.health.text.NearestName} finds what a misspelled name meant. Not exported. No threads, no failures.
 */
@NullMarked
package dev.renum.health.text;

import org.jspecify.annotations.NullMarked;
