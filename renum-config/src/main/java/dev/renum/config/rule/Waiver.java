package dev.renum.config.rule;

import static java.util.Objects.requireNonNull;

import dev.renum.config.bind.Suggestions;
import dev.renum.config.report.Problem;
import dev.renum.config.report.RuleCode;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * What a host accepts although a rule objects.
 *
 * @param code the code of the rule, such as {@code SEC-010}
 * @param keys the keys for which it holds; {@code *} stands for any part of a key
 * @param reason why
 * @param expires the last day on which it holds
 */
public record Waiver(String code, String keys, String reason, LocalDate expires) {
    private static final String UNREADABLE = "RNM-CFG-";
    private static final Pattern GENERAL = Pattern.compile("(?i)(?:SEC|HA|DR)\\W?\\d");
    private static final Pattern CODE = Pattern.compile("[A-Z][A-Z0-9]*(?:[-_.][A-Z0-9]+)+");

    /**
     * Checks that nothing is blank, and that there is such a rule.
     *
     * @throws IllegalArgumentException if {@code code}, {@code keys} or {@code reason} is blank, or {@code code} cannot be that of a rule
     */
    public Waiver {
        requireNonNull(expires, "expires");
        notBlank("code", code, "name the rule, such as SEC-010");
        notBlank("keys", keys, "name a key, or * for all");
        notBlank("reason", reason, "say why, for the one who reads the report");
        checkCode(code);
    }

    /** The rules of sections have codes of their own, which nobody knows before they speak. */
    private static void checkCode(String code) {
        if (code.toUpperCase(Locale.ROOT).startsWith(UNREADABLE)) {
            throw new IllegalArgumentException(
                    "code " + code + " cannot be waived: the configuration cannot be read as it is meant; correct it");
        }
        List<String> rules = Arrays.stream(RuleCode.values()).map(RuleCode::id).toList();
        boolean isGeneral = GENERAL.matcher(code).lookingAt();
        if (!rules.contains(code) && (isGeneral || !CODE.matcher(code).matches())) {
            List<String> meant = Suggestions.of(code, rules);
            throw new IllegalArgumentException("code '" + code + "' is not that of a rule"
                    + (meant.isEmpty() ? "." : ", did you mean " + String.join(" or ", meant) + "?")
                    + " Use one of " + String.join(", ", rules) + ", or the code of a section's own rule");
        }
    }

    private static void notBlank(String name, String value, String cure) {
        if (value.isBlank()) {
            throw new IllegalArgumentException("the " + name + " of a waiver is blank: " + cure);
        }
    }

    /** Whether it speaks of {@code problem}. */
    boolean covers(Problem problem) {
        String key = problem.key().isEmpty() ? problem.finding().subject() : problem.key();
        return problem.finding().code().equals(code) && glob().matcher(key).matches();
    }

    private Pattern glob() {
        return Pattern.compile(
                Arrays.stream(keys.split("\\*", -1)).map(Pattern::quote).collect(Collectors.joining(".*")));
    }

    boolean hasExpired(LocalDate today) {
        return today.isAfter(expires);
    }

    /** The waiver as the builder was told it, without the reason. */
    @Override
    public String toString() {
        return "waive(" + code + ", " + keys + ")";
    }
}
