package dev.renum.health.library;

import java.util.List;

/**
 * All that was found on the class path and the module path.
 *
 * @param archives how many jars and directories were looked at, those inside of fat jars included
 * @param libraries what they are and hold, in the order of the class path; unmodifiable
 * @param requirements what they require; unmodifiable
 * @param overlaps the pairs with classes of the same name, most classes first; unmodifiable
 * @param troubles what could not be looked at; unmodifiable
 */
public record Inventory(
        int archives,
        List<Library> libraries,
        List<RequirementsText> requirements,
        List<Overlap> overlaps,
        List<Trouble> troubles) {
    /** Copies the lists. */
    public Inventory {
        libraries = List.copyOf(libraries);
        requirements = List.copyOf(requirements);
        overlaps = List.copyOf(overlaps);
        troubles = List.copyOf(troubles);
    }
}
