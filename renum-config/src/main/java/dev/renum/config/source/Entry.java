package dev.renum.config.source;

import dev.renum.config.report.Origin;

/**
 * One value of one source.
 *
 * @param key the key as the source writes it, groups joined by {@code .}
 * @param value the text as the source has it, before references are expanded
 * @param keyOrigin where the key begins
 * @param origin where the value begins
 */
public record Entry(String key, String value, Origin keyOrigin, Origin origin) {}
