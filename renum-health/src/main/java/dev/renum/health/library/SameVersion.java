package dev.renum.health.library;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/** Recognises one version in two spellings: {@code 33.4.8-jre} and {@code 33.4.8.jre}, {@code 2.20} and {@code 2.20.0}. */
final class SameVersion {
    private static final Pattern SEPARATOR = Pattern.compile("[.\\-_+]");

    private SameVersion() {}

    /** Whether {@code longer} is {@code version}, and perhaps something behind it, such as a classifier or the time of a build. */
    static boolean begins(String version, String longer) {
        List<String> start = words(version);
        List<String> all = words(longer);
        return all.size() >= start.size()
                && all.subList(0, start.size()).equals(start)
                && (all.size() == start.size() || !isNumber(all.get(start.size())));
    }

    private static List<String> words(String version) {
        List<String> words = new ArrayList<>();
        for (String word : SEPARATOR.split(version.toLowerCase(Locale.ROOT), -1)) {
            dropZeros(words, word);
            words.add(word);
        }
        dropZeros(words, "");
        return words;
    }

    /** Zeros count only if a number follows. */
    private static void dropZeros(List<String> words, String next) {
        if (isNumber(next)) {
            return;
        }
        while (words.size() > 1 && words.get(words.size() - 1).equals("0")) {
            words.remove(words.size() - 1);
        }
    }

    private static boolean isNumber(String word) {
        return !word.isEmpty() && word.chars().allMatch(c -> c >= '0' && c <= '9');
    }
}
