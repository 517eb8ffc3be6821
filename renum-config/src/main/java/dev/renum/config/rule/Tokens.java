package dev.renum.config.rule;

import java.util.regex.Pattern;

/** Knows tokens by the forms that their issuers gave them. */
final class Tokens {
    private static final int SHORTEST = 16;
    private static final Pattern FORM = Pattern.compile("-----BEGIN [A-Z ]*PRIVATE KEY-----[\\s\\S]*"
            + "|(?:AKIA|ASIA)[A-Z0-9]{16}"
            + "|gh[pousr]_\\w{36,}+"
            + "|github_pat_\\w{22,}+"
            + "|glpat-[\\w-]{20,}+"
            + "|(?:xox[a-z]|xapp)-[A-Za-z0-9-]{10,}+"
            + "|https://hooks\\.slack\\.com/services/[A-Za-z0-9/]{20,}+"
            + "|[sr]k_(?:live|test)_[A-Za-z0-9]{16,}+"
            + "|npm_[A-Za-z0-9]{36,}+"
            + "|SG\\.[\\w-]{16,64}+\\.[\\w-]{16,}+"
            + "|eyJ[\\w-]{10,}+\\.eyJ[\\w-]++\\.[\\w-]*+");

    private Tokens() {}

    static boolean isTokenShaped(String text) {
        return text.length() >= SHORTEST && FORM.matcher(text.strip()).matches();
    }
}
