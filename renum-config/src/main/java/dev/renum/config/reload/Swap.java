package dev.renum.config.reload;

/**
 * Puts a configuration in force, and the former one again. Neither fails.
 *
 * @param forth puts the new one in force
 * @param back puts the former one in force again
 */
public record Swap(Runnable forth, Runnable back) {}
