package dev.sdpoint.app.text;

import com.sun.source.tree.AnnotationTree;
import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.LiteralTree;
import com.sun.source.tree.MemberSelectTree;
import com.sun.source.tree.MethodInvocationTree;
import com.sun.source.tree.NewClassTree;
import com.sun.source.util.JavacTask;
import com.sun.source.util.TreePath;
import com.sun.source.util.TreePathScanner;
import com.sun.source.util.Trees;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.tools.JavaCompiler;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;
import org.jspecify.annotations.Nullable;

/**
 * What a folder of sources says: the keys that it asks bundles for, and the words that stand in it, which a person would read and a translator
 * not find. Words of the log, of errors that programmers make, of style sheets and of formats are none.
 */
final class SourceTexts {
    private static final Path SOURCES = Path.of("src/main/java");
    /** Two words with a blank or an ellipsis, or one word that begins with a capital. */
    private static final Pattern WORDS =
            Pattern.compile(".*\\p{L}{2,}[,;:.!?)”’]* +[(“„]?\\p{L}.*|\\p{Lu}\\p{Ll}+(…|:)?", Pattern.DOTALL);

    /** Style sheets, format patterns and other languages of machines. */
    private static final Pattern MACHINES =
            Pattern.compile(".*-fx-.*|.*-color-.*|[^ ]+\\.[a-z]+|.*\\\\b.*|(SELECT|INSERT|PRAGMA) .*", Pattern.DOTALL);

    /** Errors whose sentence no person is shown. */
    private static final Set<String> MISTAKES = Set.of(
            "IllegalArgumentException",
            "IllegalStateException",
            "NullPointerException",
            "AssertionError",
            "IndexOutOfBoundsException",
            "UnsupportedOperationException",
            "NoSuchElementException",
            "UncheckedIOException",
            "InterruptedException",
            "CancellationException");

    /** Calls that take names, patterns and styles themselves; a text that is worked out inside of them is read all the same. */
    private static final Set<String> CALLS = Set.of(
            "equalsIgnoreCase",
            "font",
            "loadFont",
            "lookup",
            "compile",
            "matches",
            "ofPattern",
            "reached",
            "setProperty",
            "replaceAll",
            "getProperty",
            "getPseudoClass",
            "setStyle",
            "resolve",
            "startsWith",
            "endsWith");

    /** What only makes pictures speaks English, as commands do. */
    private static final Pattern TOUR = Pattern.compile("(Tour|MemoryScreen).*|.*(Stop|States)\\.java");

    private static final Set<String> LOGGERS = Set.of("LOG", "log", "LOGGER");

    private final List<String> words = new ArrayList<>();
    private final List<Key> keys = new ArrayList<>();
    private final List<String> messages = new ArrayList<>();

    /**
     * A key that is asked for.
     *
     * @param folder of the source, in which its bundle lies
     */
    record Key(Path folder, String name) {}

    private SourceTexts() {}

    /** Reads all sources of a package and those below it. */
    static SourceTexts of(String packageName) throws IOException {
        SourceTexts found = new SourceTexts();
        Path folder = SOURCES.resolve(packageName.replace('.', '/'));
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        try (Stream<Path> files = Files.walk(folder);
                StandardJavaFileManager manager =
                        compiler.getStandardFileManager(null, Locale.ROOT, StandardCharsets.UTF_8)) {
            List<Path> sources = files.filter(file -> file.toString().endsWith(".java"))
                    .filter(file -> !TOUR.matcher(file.getFileName().toString()).matches())
                    .toList();
            JavacTask task = (JavacTask) compiler.getTask(
                    null, manager, null, List.of("-proc:none"), null, manager.getJavaFileObjectsFromPaths(sources));
            Trees trees = Trees.instance(task);
            for (CompilationUnitTree unit : task.parse()) {
                found.new Reader(unit, trees).scan(unit, null);
            }
        }
        return found;
    }

    /** Words in the code, each with its file and line. */
    List<String> words() {
        return words;
    }

    /** Keys of bundles. */
    List<Key> keys() {
        return keys;
    }

    /** Messages of exceptions that are put into a text as they are, with or without a full stop, each with its file. */
    List<String> messages() {
        return messages;
    }

    /** Reads one file. */
    private final class Reader extends TreePathScanner<@Nullable Void, @Nullable Void> {
        private final CompilationUnitTree unit;
        private final Trees trees;
        private final Path file;
        private final Path folder;

        Reader(CompilationUnitTree unit, Trees trees) {
            this.unit = unit;
            this.trees = trees;
            file = Path.of(unit.getSourceFile().toUri());
            folder = Objects.requireNonNull(file.getParent());
        }

        @Override
        public @Nullable Void visitMethodInvocation(MethodInvocationTree call, @Nullable Void nothing) {
            if (receiver(call).equals("TEXTS") && !call.getArguments().isEmpty()) {
                key(call.getArguments().get(0));
                call.getArguments().stream()
                        .map(Object::toString)
                        .filter(argument -> argument.contains("getMessage()") && !argument.contains("FullStop."))
                        .forEach(argument -> messages.add(file.getFileName() + " " + argument));
            }
            return super.visitMethodInvocation(call, null);
        }

        private void key(ExpressionTree argument) {
            new TreePathScanner<@Nullable Void, @Nullable Void>() {
                @Override
                public @Nullable Void visitLiteral(LiteralTree literal, @Nullable Void nothing) {
                    if (literal.getValue() instanceof String name) {
                        keys.add(new Key(folder, name));
                    }
                    return null;
                }
            }.scan(new TreePath(getCurrentPath(), argument), null);
        }

        @Override
        public @Nullable Void visitLiteral(LiteralTree literal, @Nullable Void nothing) {
            if (literal.getValue() instanceof String text
                    && WORDS.matcher(text).matches()
                    && !MACHINES.matcher(text).matches()
                    && isRead(getCurrentPath())) {
                long line = unit.getLineMap()
                        .getLineNumber(trees.getSourcePositions().getStartPosition(unit, literal));
                words.add(file.getFileName() + ":" + line + " \"" + text + "\"");
            }
            return null;
        }

        private static boolean isRead(TreePath path) {
            TreePath parent = path.getParentPath();
            if (parent != null
                    && parent.getLeaf() instanceof MethodInvocationTree call
                    && CALLS.contains(method(call))) {
                return false;
            }
            for (TreePath at = path; at != null; at = at.getParentPath()) {
                if (at.getLeaf() instanceof AnnotationTree
                        || (at.getLeaf() instanceof NewClassTree made && MISTAKES.contains(name(made.getIdentifier())))
                        || (at.getLeaf() instanceof MethodInvocationTree call && logs(receiver(call)))) {
                    return false;
                }
            }
            return true;
        }

        private static boolean logs(String receiver) {
            return LOGGERS.contains(receiver) || receiver.startsWith("LoggerFactory.");
        }

        private static String method(MethodInvocationTree call) {
            return name(call.getMethodSelect());
        }

        private static String receiver(MethodInvocationTree call) {
            return call.getMethodSelect() instanceof MemberSelectTree select
                    ? select.getExpression().toString()
                    : "";
        }

        private static String name(ExpressionTree type) {
            String whole = type.toString();
            return whole.substring(whole.lastIndexOf('.') + 1);
        }
    }
}
