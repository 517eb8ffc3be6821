package dev.renum.config;

/**
 * One value of one source.
 *
 * @param value the text as the source has it, before references are expanded
 * @param keyOrigin where the key begins
 * @param origin where the value begins
 */
record Entry(String key, String value, Origin keyOrigin, Origin origin) {}
