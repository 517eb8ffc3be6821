package dev.renum.health;

import java.util.List;

/**
 * How well the system is, from 0 to 100, and what keeps it from 100.
 *
 * @param value the score shown: the mean of {@code raw} over the last three samples, rounded
 * @param raw the score of this moment: 100 minus the points of all deductions
 * @param deductions what was taken off, most points first; unmodifiable
 */
public record HealthScore(int value, int raw, List<Deduction> deductions) {
    /** Checks that the sum is right. */
    public HealthScore {
        deductions = List.copyOf(deductions);
        int taken = deductions.stream().mapToInt(Deduction::points).sum();
        if (value < 0 || value > 100 || raw != 100 - taken || raw < 0) {
            throw new IllegalArgumentException("score " + value + " (" + raw + " with " + taken
                    + " points taken off) is not allowed: use 0 to 100, and 100 minus all deductions");
        }
    }
}
