package dev.renum.core;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Finds HTTP credentials that are lists of parameters, also where the name of their header is gone: Digest (RFC 7616) and AWS Signature 4. */
final class HttpCredentials {
    private static final Pattern SCHEME = Pattern.compile(
            "(?<![\\w-])(?i:digest[ \\t]{1,8}+(?=username\\*?=)|aws4-hmac-sha256[ \\t]{1,8}+(?=credential=))");
    private static final String PARAMETER = "\\w{1,32}+\\*?=(?:\\\\*+\"[^\"\r\n]*+\"|[\\w/%;.*'+-]++)";
    private static final Pattern PARAMETERS = Pattern.compile(PARAMETER + "(?:, {0,2}+" + PARAMETER + "){1,16}+");

    private HttpCredentials() {}

    static void hideIn(Redaction redaction) {
        String text = redaction.text();
        Matcher scheme = SCHEME.matcher(text);
        Matcher parameters = PARAMETERS.matcher(text);
        while (scheme.find()) {
            if (parameters.region(scheme.end(), text.length()).lookingAt()) {
                redaction.hide(scheme.end(), parameters.end());
            }
        }
    }
}
