/**
 * Judges configurations that are well-formed: by the rules of the sections, by general rules, and by what the host accepts.
 *
 * <p>Start with {@code SectionRules} and {@code GeneralRules}; a general rule sees a {@code Judgement} of {@code Judged} settings and puts there what it
 * finds. {@code Waivers} makes the report. A rule of a section that throws is a problem of the configuration and does not stop the others. The package
 * starts no thread; its only I/O is to look at the permissions of files in the secrets directory.
 */
@NullMarked
package dev.renum.config.rule;

import org.jspecify.annotations.NullMarked;
