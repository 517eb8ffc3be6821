package dev.renum.config.bind;

/**
 * Why no setting reads a key.
 *
 * @param sort in what it differs from what is known
 * @param at the part of the key up to the place where it does, or the whole key
 */
record Misfit(Sort sort, String at) {
    /** The ways to miss a setting. */
    enum Sort {
        /** Everything around it is known. */
        UNKNOWN_KEY,
        /** There is no such group. */
        UNKNOWN_GROUP,
        /** There is no such list. */
        UNKNOWN_LIST,
        /** It has keys and should have one value. */
        GROUP_FOR_VALUE,
        /** It has elements and should have one value. */
        LIST_FOR_VALUE,
        /** It has keys and should have elements. */
        GROUP_FOR_LIST,
        /** It has elements and should have keys. */
        LIST_FOR_GROUP,
        /** It has one value and should have keys. */
        TEXT_FOR_GROUP,
        /** It is an element that no number leads to. */
        NOT_REACHED
    }

    /** What is wrong with what a key has. */
    String message() {
        return switch (sort) {
            case GROUP_FOR_VALUE -> "has keys where one value is expected";
            case LIST_FOR_VALUE -> "has a list where one value is expected";
            case GROUP_FOR_LIST -> "has keys where a list is expected";
            case LIST_FOR_GROUP -> "has a list where a group of keys is expected";
            case TEXT_FOR_GROUP -> "has one text where a group of keys is expected";
            case UNKNOWN_KEY, UNKNOWN_GROUP, UNKNOWN_LIST, NOT_REACHED -> "is not a setting";
        };
    }
}
