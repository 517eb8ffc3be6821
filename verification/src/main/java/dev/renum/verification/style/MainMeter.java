package dev.renum.verification.style;

import com.sun.source.doctree.DocCommentTree;
import com.sun.source.doctree.ParamTree;
import com.sun.source.tree.ClassTree;
import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.NewClassTree;
import com.sun.source.tree.SynchronizedTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.VariableTree;
import com.sun.source.util.TreePath;
import com.sun.source.util.TreePathScanner;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import javax.lang.model.element.Modifier;
import org.jspecify.annotations.Nullable;

/** Measures the main sources of one or more modules. Not safe for use by many threads. */
final class MainMeter extends TreePathScanner<@Nullable Void, JavaSource> {
    private static final Pattern EMPTY_NAME = Pattern.compile(".*(Impl|Utils?|Helpers?)");
    private static final Set<Tree.Kind> INTERFACES = Set.of(Tree.Kind.INTERFACE, Tree.Kind.ANNOTATION_TYPE);

    /** The 90th percentile that the house style asks for. */
    static final int LONG_METHOD = 11;

    private final List<Integer> fileLines = new ArrayList<>();
    private final List<Integer> methodLines = new ArrayList<>();
    private final List<String> longMethods = new ArrayList<>();
    private final Share publicTypes = new Share();
    private final Share finalClasses = new Share();
    private final Share documentedTypes = new Share();
    private final Share documentedMembers = new Share();
    private final Share documentedComponents = new Share();
    private final Set<String> packages = new TreeSet<>();
    private final Set<String> nullMarkedPackages = new HashSet<>();
    private final List<String> emptyNames = new ArrayList<>();
    private final List<String> namelessThreads = new ArrayList<>();
    private final List<String> synchronizedBlocks = new ArrayList<>();

    void measure(JavaSource source) {
        if (source.fileName().equals("module-info.java")) {
            return;
        }
        if (source.fileName().equals("package-info.java")) {
            notePackage(source);
            return;
        }
        packages.add(source.packageName());
        fileLines.add(source.lines());
        scan(new TreePath(source.unit()), source);
    }

    private void notePackage(JavaSource source) {
        boolean isMarked = source.unit().getPackageAnnotations().stream()
                .anyMatch(
                        annotation -> simpleName(annotation.getAnnotationType()).equals("NullMarked"));
        if (isMarked
                && isDocumented(
                        source,
                        new TreePath(new TreePath(source.unit()), source.unit().getPackage()))) {
            nullMarkedPackages.add(source.packageName());
        }
    }

    @Override
    public @Nullable Void visitClass(ClassTree type, JavaSource source) {
        if (isTopLevel()) {
            noteTopLevel(type, source);
        }
        if (isApi(getCurrentPath())) {
            documentedTypes.add(isDocumented(source, getCurrentPath()), source.place(type));
            noteComponents(type, source);
        }
        return super.visitClass(type, source);
    }

    private void noteTopLevel(ClassTree type, JavaSource source) {
        Set<Modifier> modifiers = type.getModifiers().getFlags();
        publicTypes.add(modifiers.contains(Modifier.PUBLIC), source.fileName());
        if (type.getKind() == Tree.Kind.CLASS && !modifiers.contains(Modifier.ABSTRACT)) {
            boolean isClosed = modifiers.contains(Modifier.FINAL) || modifiers.contains(Modifier.SEALED);
            finalClasses.add(isClosed, source.fileName());
        }
        if (EMPTY_NAME.matcher(type.getSimpleName()).matches()) {
            emptyNames.add(source.fileName());
        }
    }

    private void noteComponents(ClassTree type, JavaSource source) {
        DocCommentTree comment = source.docs().getDocCommentTree(getCurrentPath());
        if (type.getKind() == Tree.Kind.RECORD && comment != null) {
            Set<String> described = parameters(comment);
            type.getMembers().stream()
                    .filter(MainMeter::isComponent)
                    .map(member -> ((VariableTree) member).getName().toString())
                    .forEach(name ->
                            documentedComponents.add(described.contains(name), source.place(type) + " " + name));
        }
    }

    @Override
    public @Nullable Void visitMethod(MethodTree method, JavaSource source) {
        if (method.getBody() != null) {
            int lines = source.lines(method.getBody());
            methodLines.add(lines);
            if (lines > LONG_METHOD) {
                longMethods.add(source.place(method));
            }
        }
        boolean isOverride = method.getModifiers().getAnnotations().stream()
                .anyMatch(
                        annotation -> simpleName(annotation.getAnnotationType()).equals("Override"));
        if (!isOverride) {
            noteMember(method, source);
        }
        return super.visitMethod(method, source);
    }

    @Override
    public @Nullable Void visitVariable(VariableTree variable, JavaSource source) {
        noteMember(variable, source);
        return super.visitVariable(variable, source);
    }

    private void noteMember(Tree member, JavaSource source) {
        if (isApi(getCurrentPath())) {
            documentedMembers.add(isDocumented(source, getCurrentPath()), source.place(member));
        }
    }

    @Override
    public @Nullable Void visitSynchronized(SynchronizedTree block, JavaSource source) {
        synchronizedBlocks.add(source.place(block));
        return super.visitSynchronized(block, source);
    }

    @Override
    public @Nullable Void visitNewClass(NewClassTree creation, JavaSource source) {
        if (simpleName(creation.getIdentifier()).equals("Thread")
                && !source.text().contains("\"renum-")) {
            namelessThreads.add(source.place(creation));
        }
        return super.visitNewClass(creation, source);
    }

    private boolean isTopLevel() {
        return getCurrentPath().getParentPath().getLeaf() instanceof CompilationUnitTree;
    }

    /** Whether hosts see {@code path}: it and all around it are public, or members of a public interface. */
    private static boolean isApi(TreePath path) {
        TreePath around = path.getParentPath();
        if (around.getLeaf() instanceof CompilationUnitTree) {
            return flags(path.getLeaf()).contains(Modifier.PUBLIC);
        }
        if (!(around.getLeaf() instanceof ClassTree owner)) {
            return false;
        }
        Set<Modifier> flags = flags(path.getLeaf());
        boolean isInInterface = INTERFACES.contains(owner.getKind()) && !flags.contains(Modifier.PRIVATE);
        return (isInInterface || flags.contains(Modifier.PUBLIC)) && isApi(around);
    }

    private static Set<Modifier> flags(Tree tree) {
        if (tree instanceof ClassTree type) {
            return type.getModifiers().getFlags();
        }
        if (tree instanceof MethodTree method) {
            return method.getModifiers().getFlags();
        }
        return tree instanceof VariableTree variable ? variable.getModifiers().getFlags() : Set.of();
    }

    private static boolean isComponent(Tree member) {
        return member instanceof VariableTree variable
                && !variable.getModifiers().getFlags().contains(Modifier.STATIC);
    }

    private static Set<String> parameters(DocCommentTree comment) {
        Set<String> names = new HashSet<>();
        comment.getBlockTags().forEach(tag -> {
            if (tag instanceof ParamTree parameter) {
                names.add(parameter.getName().toString());
            }
        });
        return names;
    }

    private static boolean isDocumented(JavaSource source, TreePath path) {
        DocCommentTree comment = source.docs().getDocCommentTree(path);
        return comment != null && !comment.getFullBody().isEmpty();
    }

    private static String simpleName(Tree type) {
        String name = type.toString();
        return name.substring(name.lastIndexOf('.') + 1);
    }

    Distribution fileLines() {
        return new Distribution(fileLines);
    }

    Distribution methodLines() {
        return new Distribution(methodLines);
    }

    /** Where the methods longer than {@link #LONG_METHOD} are. */
    List<String> longMethods() {
        return List.copyOf(longMethods);
    }

    Share publicTypes() {
        return publicTypes;
    }

    Share finalClasses() {
        return finalClasses;
    }

    Share documentedTypes() {
        return documentedTypes;
    }

    Share documentedMembers() {
        return documentedMembers;
    }

    Share documentedComponents() {
        return documentedComponents;
    }

    Share nullMarkedPackages() {
        Share share = new Share();
        packages.forEach(name -> share.add(nullMarkedPackages.contains(name), name));
        return share;
    }

    List<String> emptyNames() {
        return List.copyOf(emptyNames);
    }

    /** Where a thread is made in a file that has no name for it. */
    List<String> namelessThreads() {
        return List.copyOf(namelessThreads);
    }

    List<String> synchronizedBlocks() {
        return List.copyOf(synchronizedBlocks);
    }
}
