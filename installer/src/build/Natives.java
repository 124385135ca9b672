import java.io.DataInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.Enumeration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;

/**
 * Native libraries in folders and jars, told apart by their first bytes. Run by the build as a source file, with this system as the
 * one to keep:
 *
 * <pre>
 * java Natives.java trim IN OUT      copies a folder of jars, without the natives of other systems
 * java Natives.java check FOLDER     lists natives of other systems, and fails if there is one
 * java Natives.java report FOLDER    tells sizes by group of jars
 * </pre>
 */
public final class Natives {
    private static final int HEADER = 4096;

    private Natives() {}

    /** Exit code 1 after a finding of {@code check}. */
    public static void main(String[] arguments) throws IOException {
        if (arguments.length < 2) {
            throw new IllegalArgumentException("trim IN OUT, check FOLDER or report FOLDER");
        }
        Path folder = Path.of(arguments[1]);
        switch (arguments[0]) {
            case "trim" -> trim(folder, Path.of(arguments[2]));
            case "check" -> System.exit(check(folder));
            case "report" -> report(folder);
            default -> throw new IllegalArgumentException("Not known: " + arguments[0]);
        }
    }

    // ---------------------------------------------------------------- which system

    /** A system with its processor, such as "linux x86_64". */
    record Target(String system, String processor) {
        static Target here() {
            String name = System.getProperty("os.name").toLowerCase(Locale.ROOT);
            String system = name.contains("win") ? "windows" : name.contains("mac") ? "macos" : "linux";
            boolean arm = System.getProperty("os.arch").equals("aarch64");
            return new Target(system, arm ? "arm64" : "x86_64");
        }

        /** Whether a library for that one loads here; macOS has libraries for several processors in one. */
        boolean loads(Target library) {
            return library.system.equals(system)
                    && (library.processor.equals(processor) || library.processor.equals("several"));
        }

        @Override
        public String toString() {
            return system + " " + processor;
        }
    }

    /** What a file is a library or program for; empty if it is none. The path tells what the bytes do not. */
    static Optional<Target> target(String path, byte[] head) {
        if (head.length < 64) {
            return Optional.empty();
        }
        ByteBuffer bytes = ByteBuffer.wrap(head).order(ByteOrder.LITTLE_ENDIAN);
        int magic = bytes.getInt(0);
        if (magic == 0x464C457F) {
            return Optional.of(new Target(elfSystem(path, head[7]), elfProcessor(bytes, head)));
        }
        if (magic == 0xFEEDFACF || magic == 0xFEEDFACE) {
            int type = bytes.getInt(4);
            return Optional.of(new Target("macos", type == 0x01000007 ? "x86_64" : type == 0x0100000C ? "arm64" : "other"));
        }
        // Many files at once; a class file begins alike, and its next number is its version, 45 or more.
        if (magic == 0xBEBAFECA && bytes.order(ByteOrder.BIG_ENDIAN).getInt(4) < 40) {
            return Optional.of(new Target("macos", "several"));
        }
        if (head[0] == 'M' && head[1] == 'Z') {
            return Optional.of(new Target("windows", peProcessor(bytes.order(ByteOrder.LITTLE_ENDIAN))));
        }
        // XCOFF, of AIX
        if ((head[0] == 1 && (head[1] & 0xFF) == 0xF7 || head[0] == 1 && (head[1] & 0xFF) == 0xDF) && path.contains("aix")
                || new String(head, 0, 7, java.nio.charset.StandardCharsets.ISO_8859_1).equals("<bigaf>")) {
            return Optional.of(new Target("aix", "ppc"));
        }
        return Optional.empty();
    }

    private static String elfSystem(String path, int abi) {
        String lower = path.toLowerCase(Locale.ROOT);
        for (String other : List.of("android", "musl", "freebsd", "openbsd", "netbsd", "dragonfly", "sunos", "solaris")) {
            if (lower.contains(other)) {
                return other;
            }
        }
        return abi == 9 ? "freebsd" : abi == 6 ? "solaris" : "linux";
    }

    private static String elfProcessor(ByteBuffer bytes, byte[] head) {
        if (head[5] != 1) {
            return "other";
        }
        return switch (bytes.getShort(18)) {
            case 0x3E -> head[4] == 2 ? "x86_64" : "x32";
            case (short) 0xB7 -> "arm64";
            default -> "other";
        };
    }

    private static String peProcessor(ByteBuffer bytes) {
        int header = bytes.getInt(0x3C);
        if (header < 0 || header + 6 > bytes.capacity()) {
            return "other";
        }
        return switch (bytes.getShort(header + 4)) {
            case (short) 0x8664 -> "x86_64";
            case (short) 0xAA64 -> "arm64";
            default -> "other";
        };
    }

    // ---------------------------------------------------------------- trim

    private static void trim(Path in, Path out) throws IOException {
        Target here = Target.here();
        Files.createDirectories(out);
        List<Path> files = regularFiles(in);
        long before = 0;
        long after = 0;
        for (Path file : files) {
            Path copy = out.resolve(in.relativize(file));
            Files.createDirectories(copy.getParent());
            if (isJar(file) && hasMoreThanNeeded(file, in, here)) {
                trimJar(file, copy, in, here);
            } else {
                Files.copy(file, copy, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.COPY_ATTRIBUTES);
            }
            before += Files.size(file);
            after += Files.size(copy);
        }
        System.out.printf(
                Locale.ROOT,
                "The jars are %.1f MB without the natives of other systems, and were %.1f MB.%n",
                after / 1e6,
                before / 1e6);
    }

    private static void trimJar(Path jar, Path copy, Path folder, Target here) throws IOException {
        List<String> left = new ArrayList<>();
        try (ZipFile from = new ZipFile(jar.toFile());
                ZipOutputStream to = new ZipOutputStream(Files.newOutputStream(copy))) {
            Enumeration<? extends ZipEntry> entries = from.entries();
            while (entries.hasMoreElements()) {
                ZipEntry entry = entries.nextElement();
                byte[] content = from.getInputStream(entry).readAllBytes();
                Optional<Target> target = target(entry.getName(), content);
                if (target.filter(library -> !here.loads(library)).isPresent() || liesBeside(entry, folder)) {
                    left.add(entry.getName());
                } else {
                    put(to, entry, content);
                }
            }
        }
        if (!left.isEmpty()) {
            System.out.printf("%s: %d natives left out%n", jar.getFileName(), left.size());
        }
    }

    /** JavaFX's libraries were unpacked beside their jar, and are loaded from there. */
    private static boolean liesBeside(ZipEntry entry, Path folder) {
        return entry.getName().matches("[^/]+\\.(so|dylib)") && Files.exists(folder.resolve(entry.getName()));
    }

    private static void put(ZipOutputStream to, ZipEntry entry, byte[] content) throws IOException {
        ZipEntry copy = new ZipEntry(entry.getName());
        copy.setTime(entry.getTime());
        if (entry.getMethod() == ZipEntry.STORED) {
            CRC32 sum = new CRC32();
            sum.update(content);
            copy.setMethod(ZipEntry.STORED);
            copy.setSize(content.length);
            copy.setCrc(sum.getValue());
        }
        to.putNextEntry(copy);
        to.write(content);
        to.closeEntry();
    }

    /** Packing a jar anew takes long; most jars can stay as they are. */
    private static boolean hasMoreThanNeeded(Path jar, Path folder, Target here) throws IOException {
        try (ZipFile zip = new ZipFile(jar.toFile())) {
            Enumeration<? extends ZipEntry> entries = zip.entries();
            while (entries.hasMoreElements()) {
                ZipEntry entry = entries.nextElement();
                Optional<Target> target = target(entry.getName(), head(zip.getInputStream(entry)));
                if (target.filter(library -> !here.loads(library)).isPresent() || liesBeside(entry, folder)) {
                    return true;
                }
            }
            return false;
        }
    }

    // ---------------------------------------------------------------- check

    private static int check(Path folder) throws IOException {
        Target here = Target.here();
        List<String> foreign = new ArrayList<>();
        int natives = 0;
        for (Path file : regularFiles(folder)) {
            Optional<Target> own = target(folder.relativize(file).toString(), head(Files.newInputStream(file)));
            if (own.isPresent()) {
                natives++;
                note(foreign, here, own.get(), folder.relativize(file).toString());
            } else if (isJar(file)) {
                try (ZipFile jar = new ZipFile(file.toFile())) {
                    Enumeration<? extends ZipEntry> entries = jar.entries();
                    while (entries.hasMoreElements()) {
                        ZipEntry entry = entries.nextElement();
                        Optional<Target> inside = target(entry.getName(), head(jar.getInputStream(entry)));
                        if (inside.isPresent()) {
                            natives++;
                            note(foreign, here, inside.get(), folder.relativize(file) + "!" + entry.getName());
                        }
                    }
                }
            }
        }
        foreign.forEach(System.out::println);
        System.out.printf("%d natives, of which %d are not for %s.%n", natives, foreign.size(), here);
        return natives > 0 && foreign.isEmpty() ? 0 : 1;
    }

    private static void note(List<String> foreign, Target here, Target library, String where) {
        if (!here.loads(library)) {
            foreign.add("for " + library + ": " + where);
        }
    }

    // ---------------------------------------------------------------- report

    private static final String[][] GROUPS = {
        {"Java runtime", ".*/runtime/.*"},
        {"DL4J and ND4J: classes", ".*/(deeplearning4j|nd4j-(api|common|presets|native-api|native-preset)|protobuf|resources|guava|jackson)-.*M2.*"},
        {"ND4J: natives", ".*/nd4j-native-.*"},
        {"OpenBLAS", ".*/openblas-.*"},
        {"oneDNN", ".*/dnnl-.*"},
        {"JavaCPP", ".*/javacpp-.*"},
        {"JavaFX", ".*/(javafx-.*|openjfx-.*|lib[a-z0-9_]+\\.(so|dylib))"},
        {"interface: ControlsFX, AtlantaFX, Ikonli, charts", ".*/(controlsfx|atlantafx|ikonli|org\\.jfree|jfreechart).*"},
        {"figures: Batik, PDFBox", ".*/(batik|xmlgraphics|pdfbox|fontbox|graphics2d).*"},
        {"SDPoint Explorer itself", ".*/(app|engine)-\\d.*"},
        {"bundled photographs and fonts", ".*/assets-\\d.*"},
        {"bundled model", ".*/sample-models-\\d.*"},
        {"other libraries", ".*\\.jar"},
        {"launcher, icons, licences", ".*"},
    };

    private static void report(Path folder) throws IOException {
        long[] sizes = new long[GROUPS.length];
        int[] counts = new int[GROUPS.length];
        long whole = 0;
        for (Path file : regularFiles(folder)) {
            String name = "/" + folder.relativize(file).toString().replace('\\', '/');
            int group = 0;
            while (!name.matches(GROUPS[group][1])) {
                group++;
            }
            sizes[group] += Files.size(file);
            counts[group]++;
            whole += Files.size(file);
        }
        System.out.printf("| Part | Files | MB |%n|---|---:|---:|%n");
        for (int i = 0; i < GROUPS.length; i++) {
            System.out.printf(Locale.ROOT, "| %s | %d | %.1f |%n", GROUPS[i][0], counts[i], sizes[i] / 1e6);
        }
        System.out.printf(Locale.ROOT, "| **Whole** | %d | **%.1f** |%n", java.util.Arrays.stream(counts).sum(), whole / 1e6);
    }

    // ---------------------------------------------------------------- files

    private static boolean isJar(Path file) {
        return file.toString().endsWith(".jar");
    }

    private static byte[] head(InputStream stream) throws IOException {
        try (DataInputStream in = new DataInputStream(stream)) {
            return in.readNBytes(HEADER);
        }
    }

    private static List<Path> regularFiles(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(file -> Files.isRegularFile(file) && !Files.isSymbolicLink(file))
                    .sorted()
                    .toList();
        }
    }
}
