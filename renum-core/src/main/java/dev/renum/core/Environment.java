package dev.renum.core;

import static java.util.Objects.requireNonNull;

import java.util.regex.Pattern;

/**
 * Where the application runs: a name, and the kind whose rules and defaults apply.
 *
 * <p>Hosts may have environments of their own, such as {@code homolog} of kind {@link Kind#PRODUCTION}.
 *
 * @param name lower-case letters, digits and {@code -}, starting with a letter, at most 40 characters
 * @param kind whose defaults and security rules apply
 */
public record Environment(String name, Kind kind) {
    private static final Pattern NAME = Pattern.compile("[a-z][a-z0-9-]{0,39}");

    /** A developer's machine. */
    public static final Environment DEV = new Environment("dev", Kind.DEVELOPMENT);

    /** Automated tests: deterministic, nothing that reaches out. */
    public static final Environment TEST = new Environment("test", Kind.TEST);

    /** Production, and what is assumed when nobody says otherwise. */
    public static final Environment PROD = new Environment("prod", Kind.PRODUCTION);

    /** Checks the name. */
    public Environment {
        requireNonNull(kind, "kind");
        if (!NAME.matcher(name).matches()) {
            throw new IllegalArgumentException("environment name '" + name
                    + "' is not allowed: use 1 to 40 lower-case letters, digits or '-', starting with a letter");
        }
    }

    /** Whether the rules of production apply. */
    public boolean isProduction() {
        return kind == Kind.PRODUCTION;
    }

    /** The kinds of environment; each has defaults and rules of its own. */
    public enum Kind {
        /** Convenience first: short intervals, details shown, security rules only warn. */
        DEVELOPMENT,
        /** Determinism first: no reload, no remote service unless asked for. */
        TEST,
        /** Safety first: security rules are errors. */
        PRODUCTION
    }
}
