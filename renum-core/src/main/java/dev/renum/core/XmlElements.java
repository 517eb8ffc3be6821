package dev.renum.core;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Finds the text of XML elements with a sensitive name, {@code <db:password>x</db:password>}, also where an attribute says it, {@code
 * <entry key="password">x</entry>}, or the element before it, {@code <param-name>password</param-name><param-value>x</param-value>}.
 *
 * <p>Elements within such an element are judged by their own names. What no end tag follows is left: it is the {@code <password>} of a usage
 * text, where the secret is to be put.
 */
final class XmlElements {
    private static final Pattern START_TAG =
            Pattern.compile("<(?:[\\w.-]{1,64}+:)?+([\\w.-]{1,128}+)(\\s[^<>]{0,512}+)?+>(?<!/>)\\s*+");
    private static final Pattern ATTRIBUTE =
            Pattern.compile("(?i)\\s(?:name|key)\\s{0,8}+=\\s{0,8}+[\"']([\\w./:-]{1,128}+)");
    private static final Pattern NAMING = Pattern.compile("(?i)(?:[\\w.]+-)?(?:name|key)");
    private static final Pattern NAME = Pattern.compile("([\\w./:-]{1,128}+)\\s*+</[^<>]{1,128}+>\\s*+");
    private static final Pattern HARMLESS = Pattern.compile("(?i)(?:yes|no|true|false|null)\\s*+<");
    private static final String CDATA = "<![CDATA[";
    private static final String CDATA_END = "]]>";

    private final Redaction redaction;
    private final String text;
    private final Matcher tag;

    /** Where an element would begin whose name is the text of the element before it. */
    private int named = -1;

    private XmlElements(Redaction redaction) {
        this.redaction = redaction;
        text = redaction.text();
        tag = START_TAG.matcher(text);
    }

    static void hideIn(Redaction redaction) {
        new XmlElements(redaction).hideAll();
    }

    private void hideAll() {
        int from = 0;
        while (tag.find(from)) {
            from = isSensitive() ? hideContent(tag.end()) : next();
        }
    }

    private boolean isSensitive() {
        return tag.start() == named || SensitiveName.matches(tag.group(1)) || hasSensitiveAttribute();
    }

    private boolean hasSensitiveAttribute() {
        Matcher attribute = ATTRIBUTE.matcher(tag.group());
        return tag.group(2) != null && attribute.find() && SensitiveName.matches(attribute.group(1));
    }

    /** Passes an element over, unless its text is the name of what follows. */
    private int next() {
        Matcher name = NAME.matcher(text).region(tag.end(), text.length());
        boolean isName = NAMING.matcher(tag.group(1)).matches() && name.lookingAt();
        named = isName && SensitiveName.matches(name.group(1)) ? name.end() : -1;
        return tag.end();
    }

    /** Hides what stands at {@code start} and answers where it ends. */
    private int hideContent(int start) {
        return text.startsWith(CDATA, start) ? hideCdata(start + CDATA.length()) : hideText(start);
    }

    private int hideCdata(int start) {
        int end = text.indexOf(CDATA_END, start);
        return hide(start, end < 0 ? text.length() : end);
    }

    private int hideText(int start) {
        int end = text.indexOf('<', start);
        return text.startsWith("</", end) && !isHarmless(start) ? hide(start, end) : start;
    }

    private boolean isHarmless(int start) {
        return HARMLESS.matcher(text).region(start, text.length()).lookingAt();
    }

    private int hide(int start, int end) {
        int last = end;
        while (last > start && Character.isWhitespace(text.charAt(last - 1))) {
            last--;
        }
        redaction.hide(start, last);
        return end;
    }
}
