package dev.renum.config.bind;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.random.RandomGenerator;
import java.util.stream.Stream;

/** The ways in which people get the name of a setting wrong. */
enum Typo {
    DROPPED {
        @Override
        String applyTo(String key, RandomGenerator random) {
            return new StringBuilder(key)
                    .deleteCharAt(random.nextInt(key.length()))
                    .toString();
        }
    },
    DOUBLED {
        @Override
        String applyTo(String key, RandomGenerator random) {
            int at = random.nextInt(key.length());
            return key.substring(0, at) + key.charAt(at) + key.substring(at);
        }
    },
    SWAPPED {
        @Override
        String applyTo(String key, RandomGenerator random) {
            int at = random.nextInt(key.length() - 1);
            return key.substring(0, at) + key.charAt(at + 1) + key.charAt(at) + key.substring(at + 2);
        }
    },
    NEIGHBOUR {
        @Override
        String applyTo(String key, RandomGenerator random) {
            int at = letter(key, random);
            String neighbours = NEIGHBOURS.get(Character.toLowerCase(key.charAt(at)));
            char struck = neighbours.charAt(random.nextInt(neighbours.length()));
            return key.substring(0, at) + sameCase(struck, key.charAt(at)) + key.substring(at + 1);
        }
    },
    INSERTED {
        @Override
        String applyTo(String key, RandomGenerator random) {
            int at = random.nextInt(1, key.length() + 1);
            char struck = (char) ('a' + random.nextInt(26));
            return key.substring(0, at) + sameCase(struck, key.charAt(at - 1)) + key.substring(at);
        }
    },
    IN_PREFIX {
        @Override
        String applyTo(String key, RandomGenerator random) {
            int end = key.lastIndexOf('.');
            return end < 0 ? key : slip(random).applyTo(key.substring(0, end), random) + key.substring(end);
        }
    },
    SEPARATORS {
        @Override
        String applyTo(String key, RandomGenerator random) {
            List<String> variants = List.of(
                    key.replace('-', '_'),
                    key.replace("-", ""),
                    key.replace('-', '.'),
                    key.replace('.', '-'),
                    key.replace('.', '_'),
                    camelCase(key));
            return variants.get(random.nextInt(variants.size()));
        }
    },
    WRONG_CASE {
        @Override
        String applyTo(String key, RandomGenerator random) {
            int at = letter(key, random);
            List<String> variants = List.of(
                    key.toUpperCase(Locale.ROOT),
                    key.substring(0, at) + Character.toUpperCase(key.charAt(at)) + key.substring(at + 1),
                    capitalised(key));
            return variants.get(random.nextInt(variants.size()));
        }
    },
    PLURAL {
        @Override
        String applyTo(String key, RandomGenerator random) {
            List<String> parts = parts(key);
            int at = random.nextInt((parts.size() + 1) / 2) * 2;
            parts.set(at, otherNumber(parts.get(at)));
            return String.join("", parts);
        }
    },
    TWO_IN_A_LONG_KEY {
        @Override
        String applyTo(String key, RandomGenerator random) {
            return key.length() < LONG ? key : slip(random).applyTo(slip(random).applyTo(key, random), random);
        }
    },
    SEGMENT_MISSING {
        @Override
        String applyTo(String key, RandomGenerator random) {
            List<String> segments = segments(key);
            if (segments.size() < 3) {
                return key;
            }
            segments.remove(random.nextInt(segments.size()));
            return String.join(".", segments);
        }
    },
    SEGMENT_MOVED {
        @Override
        String applyTo(String key, RandomGenerator random) {
            List<String> segments = segments(key);
            int at = random.nextInt(segments.size());
            Collections.swap(segments, at, (at + 1) % segments.size());
            return segments.size() < 3 ? key : String.join(".", segments);
        }
    },
    UNDER_ANOTHER_PARENT {
        @Override
        String applyTo(String key, RandomGenerator random) {
            String parent = List.of("app", "shop", "backend", "config").get(random.nextInt(4));
            return segments(key).size() < 3 ? key : parent + "." + key;
        }
    };

    private static final int LONG = 20;
    private static final Map<Character, String> NEIGHBOURS = neighbours("qwertyuiop", "asdfghjkl", "zxcvbnm");

    /** {@code key} with this mistake at a random place, or {@code key} itself if it is too short for it. */
    abstract String applyTo(String key, RandomGenerator random);

    private static Typo slip(RandomGenerator random) {
        return values()[random.nextInt(INSERTED.ordinal() + 1)];
    }

    private static int letter(String key, RandomGenerator random) {
        int at = random.nextInt(key.length());
        return Character.isLetter(key.charAt(at)) ? at : letter(key, random);
    }

    private static char sameCase(char struck, char like) {
        return Character.isUpperCase(like) ? Character.toUpperCase(struck) : struck;
    }

    private static List<String> segments(String key) {
        return new ArrayList<>(Arrays.asList(key.split("\\.")));
    }

    /** The words of {@code key} at even places, what parts them at odd ones. */
    private static List<String> parts(String key) {
        return new ArrayList<>(Arrays.asList(key.split("(?<=[._-])|(?=[._-])")));
    }

    private static String otherNumber(String word) {
        String one = word.endsWith("s") ? word.substring(0, word.length() - 1) : word;
        if (!one.equals(word) && !one.endsWith("s")) {
            return one;
        }
        return word.matches(".*[^aeiou]y") ? word.substring(0, word.length() - 1) + "ies" : word + ending(word);
    }

    private static String ending(String word) {
        return word.matches(".*(s|x|ch|sh)") ? "es" : "s";
    }

    private static String camelCase(String key) {
        StringBuilder camel = new StringBuilder();
        for (int i = 0; i < key.length(); i++) {
            if (key.charAt(i) != '-') {
                boolean hump = i > 0 && key.charAt(i - 1) == '-';
                camel.append(hump ? Character.toUpperCase(key.charAt(i)) : key.charAt(i));
            }
        }
        return camel.toString();
    }

    private static String capitalised(String key) {
        return String.join(
                ".",
                Stream.of(key.split("\\."))
                        .map(segment -> segment.substring(0, 1).toUpperCase(Locale.ROOT) + segment.substring(1))
                        .toList());
    }

    /** Who lies beside or, slanted, below and above whom on a keyboard. */
    private static Map<Character, String> neighbours(String... rows) {
        Map<Character, String> neighbours = new HashMap<>();
        for (int row = 0; row < rows.length; row++) {
            for (int at = 0; at < rows[row].length(); at++) {
                neighbours.put(
                        rows[row].charAt(at),
                        around(rows[row], at - 1)
                                + around(rows[row], at + 1)
                                + above(rows, row, at)
                                + below(rows, row, at));
            }
        }
        return neighbours;
    }

    private static String above(String[] rows, int row, int at) {
        return row == 0 ? "" : around(rows[row - 1], at) + around(rows[row - 1], at + 1);
    }

    private static String below(String[] rows, int row, int at) {
        return row == rows.length - 1 ? "" : around(rows[row + 1], at - 1) + around(rows[row + 1], at);
    }

    private static String around(String row, int at) {
        return at < 0 || at >= row.length() ? "" : row.substring(at, at + 1);
    }
}
