package dev.renum.verification.settings;

import dev.renum.core.FindingCode;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * All codes under which the modules report findings.
 *
 * @param codes of all modules
 */
public record FindingCatalog(List<FindingCode> codes) {
    private static final Pattern ID = Pattern.compile("(?:RNM-[A-Z]{3}|SEC|HA|DR)-\\d{3}");

    private static final Pattern HEADING = Pattern.compile("## (?:RNM|SEC|HA|DR)-");

    /** Copies the codes. */
    public FindingCatalog {
        codes = List.copyOf(codes);
    }

    /** The codes of {@code enums}, in their order. */
    public static FindingCatalog of(List<Class<?>> enums) {
        return new FindingCatalog(enums.stream()
                .flatMap(type -> List.of(type.getEnumConstants()).stream())
                .map(FindingCode.class::cast)
                .toList());
    }

    /** Codes that have not the agreed form, or two meanings. */
    public List<String> faults() {
        List<String> faults = new ArrayList<>();
        Set<String> seen = new HashSet<>();
        for (FindingCode code : codes) {
            if (!ID.matcher(code.id()).matches()) {
                faults.add(code.id() + " of " + code + " has not the form RNM-ABC-123");
            }
            if (!seen.add(code.id())) {
                faults.add(code.id() + " of " + code + " is in use twice");
            }
        }
        return faults;
    }

    /** Codes that {@code guide}, a Markdown text, has no section for. */
    public List<String> missingIn(String guide) {
        return codes.stream()
                .map(FindingCode::id)
                .filter(id -> guide.lines().noneMatch(line -> line.startsWith("## " + id)))
                .toList();
    }

    /** Codes that have a section in {@code guide} and no meaning any more. */
    public List<String> unknownIn(String guide) {
        Set<String> known = new HashSet<>(codes.stream().map(FindingCode::id).toList());
        return guide.lines()
                .filter(line -> HEADING.matcher(line).lookingAt())
                .map(line -> line.split("\\W*\\s", 3)[1])
                .filter(id -> !known.contains(id))
                .toList();
    }
}
