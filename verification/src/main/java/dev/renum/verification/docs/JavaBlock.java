package dev.renum.verification.docs;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A block of Java in a Markdown document.
 *
 * <p>A block that declares a top-level type is a compilation unit as it stands. Any other is the body of a method; what it needs
 * around it stands in a comment on the line before, which readers do not see:
 *
 * <pre>{@code
 * <!-- java: import java.time.*; import dev.renum.core.*; given Environment environment, Ticker ticker -->
 * }</pre>
 *
 * @param place document and line of its fence
 * @param context the text of that comment, or empty
 * @param isProgram whether it is marked {@code java run}
 * @param code its lines
 */
public record JavaBlock(String place, String context, boolean isProgram, String code) {
    private static final Pattern BLOCK = Pattern.compile(
            "(?:^<!-- java: (?<context>[^\\n]*) -->\\n)?^```java(?<run> run)?[ \\t]*\\n(?<code>.*?)^```[ \\t]*$",
            Pattern.DOTALL | Pattern.MULTILINE);
    private static final Pattern TYPE = Pattern.compile(
            "^(?:(?:public|abstract|final|sealed) )*(?:class|record|interface|enum) (\\w+)", Pattern.MULTILINE);
    private static final Pattern GIVEN = Pattern.compile("\\bgiven (?<parameters>.*)$");

    /** The blocks of {@code markdown} in their order; {@code document} names it for a person. */
    public static List<JavaBlock> in(String document, String markdown) {
        List<JavaBlock> blocks = new ArrayList<>();
        Matcher matcher = BLOCK.matcher(markdown);
        while (matcher.find()) {
            long line = markdown.substring(0, matcher.start("code")).lines().count();
            String context = matcher.group("context");
            blocks.add(new JavaBlock(
                    document + ":" + line,
                    context == null ? "" : context,
                    matcher.group("run") != null,
                    matcher.group("code")));
        }
        return blocks;
    }

    /** The class that it declares, or the one made around it. */
    public String className() {
        Matcher matcher = TYPE.matcher(code);
        return matcher.find() ? matcher.group(1) : "Snippet";
    }

    /** A whole compilation unit. */
    public String compilationUnit() {
        return TYPE.matcher(code).find() ? code : wrapped();
    }

    private String wrapped() {
        Matcher given = GIVEN.matcher(context);
        String parameters = given.find() ? given.group("parameters") : "";
        String imports = GIVEN.matcher(context).replaceFirst("");
        return imports + "\nfinal class Snippet {\n  void run(" + parameters + ") throws Exception {\n" + code
                + "  }\n}\n";
    }
}
