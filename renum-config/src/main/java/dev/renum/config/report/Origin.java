package dev.renum.config.report;

import static java.util.Objects.requireNonNull;

import org.jspecify.annotations.Nullable;

/**
 * Where a value, a key or a rule comes from.
 *
 * @param source the name of the source as a person calls it: {@code application.yaml}, {@code BACKEND_PORT}, {@code -Dbackend.port}
 * @param kind what sort of source it is
 * @param location the file or URL in full, or {@code null} if the source is not a file
 * @param line the line, from 1, or 0 if the source has none
 * @param column the column in characters, from 1, or 0 if the source has none
 * @param ordinal the strength of the source; of two values for a key the one with the greater ordinal wins
 */
public record Origin(String source, Kind kind, @Nullable String location, int line, int column, int ordinal) {
    /** Checks that the place is a place. */
    public Origin {
        requireNonNull(source, "source");
        requireNonNull(kind, "kind");
        if (line < 0 || column < 0) {
            throw new IllegalArgumentException("place " + line + ":" + column + " is not allowed: use 0 or more");
        }
    }

    /** A source that is no file and has no strength among others. */
    public static Origin of(String source, Kind kind) {
        return of(source, kind, 0);
    }

    /** A source that is no file. */
    public static Origin of(String source, Kind kind, int ordinal) {
        return new Origin(source, kind, null, 0, 0, ordinal);
    }

    /** The declaration of {@code record}, which is a section or a part of one. */
    public static Origin declaration(Class<?> record) {
        return of(record.getSimpleName(), Kind.RECORD);
    }

    /** The code of {@code type}, such as a rule; where that has no name of its own, the class in which it stands says what it is. */
    public static Origin code(Class<?> type) {
        return of(name(type), Kind.CODE);
    }

    private static String name(Class<?> type) {
        String name = type.getName();
        int lambda = name.indexOf("$$Lambda");
        if (lambda >= 0) {
            return "a lambda of " + withoutPackage(name.substring(0, lambda));
        }
        return type.isAnonymousClass()
                ? "a class without a name of " + withoutPackage(name.substring(0, name.lastIndexOf('$')))
                : type.getSimpleName();
    }

    private static String withoutPackage(String name) {
        return name.substring(name.lastIndexOf('.') + 1);
    }

    /** The same source at another place in it. */
    public Origin at(int line, int column) {
        return new Origin(source, kind, location, line, column, ordinal);
    }

    /** {@code application.yaml:4:9}, or only the source where there are no lines. */
    @Override
    public String toString() {
        return line == 0 ? source : source + ":" + line + ":" + column;
    }

    /** The sorts of sources. */
    public enum Kind {
        /** The declaration of a record. */
        RECORD("default"),
        /** A default that depends on the kind of environment or on the machine. */
        OPTIMIZATION("default of the environment"),
        /** Code: an argument of the builder, a rule, a function for defaults. */
        CODE("code"),
        /** A file that was shipped on the class path. */
        CLASS_PATH("class path"),
        /** A file in the external directory. */
        DIRECTORY("directory"),
        /** A file in the secrets directory, whose content is one value. */
        SECRET_FILE("secret file"),
        /** A developer's {@code .env} file. */
        ENV_FILE("variables of a developer"),
        /** A variable of the process's environment. */
        ENVIRONMENT_VARIABLE("environment variable"),
        /** A system property of the JVM. */
        SYSTEM_PROPERTY("system property");

        private final String label;

        Kind(String label) {
            this.label = label;
        }

        /** Whether it is no source that somebody sets, but what holds without one. */
        public boolean isDefault() {
            return this == RECORD || this == OPTIMIZATION;
        }

        /** Whether it is a configuration file: it has lines, and its values may refer to other keys. */
        public boolean isFile() {
            return this == CLASS_PATH || this == DIRECTORY;
        }

        /** Whether its names are those of variables, such as {@code SHOP_PORT} for {@code shop.port}. */
        public boolean hasVariables() {
            return this == ENV_FILE || this == ENVIRONMENT_VARIABLE;
        }

        /** The sort as a person calls it, such as {@code class path}. */
        @Override
        public String toString() {
            return label;
        }
    }
}
