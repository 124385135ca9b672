package dev.sdpoint.engine.device;

import com.sun.jna.Function;
import com.sun.jna.NativeLibrary;
import com.sun.jna.Platform;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/**
 * What a system tells of its processor.
 *
 * @param name empty if it does not tell
 * @param cores 0 if it does not tell
 * @param instructions empty if it does not tell
 */
record ProcessorFacts(Optional<String> name, int cores, List<String> instructions) {
    private static final Path CPUINFO = Path.of("/proc/cpuinfo");
    private static final int MAX_NAME = 200;
    private static final int MAX_BYTES = 256;

    /** Linux's words, and what people call it. Those that say the same as another are left out. */
    private static final Map<String, String> LINUX = ordered(
            "sse4_2", "SSE4.2",
            "avx", "AVX",
            "avx2", "AVX2",
            "fma", "FMA",
            "avx_vnni", "AVX-VNNI",
            "avx512f", "AVX-512",
            "avx512_vnni", "AVX-512 VNNI",
            "avx512_bf16", "AVX-512 BF16",
            "amx_tile", "AMX",
            "asimd", "NEON",
            "asimddp", "dot product",
            "i8mm", "I8MM",
            "bf16", "BF16",
            "sve", "SVE");

    /** {@code IsProcessorFeaturePresent} of winnt.h; Windows does not tell of VNNI. */
    private static final Map<String, String> WINDOWS =
            ordered("38", "SSE4.2", "39", "AVX", "40", "AVX2", "41", "AVX-512", "19", "NEON", "43", "dot product");

    /** Names of {@code sysctl}. */
    private static final Map<String, String> MAC = ordered(
            "hw.optional.sse4_2", "SSE4.2",
            "hw.optional.avx1_0", "AVX",
            "hw.optional.avx2_0", "AVX2",
            "hw.optional.fma", "FMA",
            "hw.optional.avx512f", "AVX-512",
            "hw.optional.avx512vnni", "AVX-512 VNNI",
            "hw.optional.neon", "NEON",
            "hw.optional.arm.FEAT_DotProd", "dot product",
            "hw.optional.arm.FEAT_I8MM", "I8MM",
            "hw.optional.arm.FEAT_BF16", "BF16");

    static final ProcessorFacts NOTHING = new ProcessorFacts(Optional.empty(), 0, List.of());

    static ProcessorFacts ofThisSystem() {
        try {
            if (Files.isReadable(CPUINFO)) {
                return ofLinux(Files.readAllLines(CPUINFO, StandardCharsets.ISO_8859_1));
            }
            if (Platform.isWindows()) {
                return ofWindows();
            }
            return Platform.isMac() ? ofMac() : NOTHING;
        } catch (IOException | LinkageError e) {
            return NOTHING;
        }
    }

    /** From the lines of {@code /proc/cpuinfo}: the first processor speaks for all; ARM processors have no name there. */
    static ProcessorFacts ofLinux(List<String> cpuinfo) {
        Optional<String> name =
                value(cpuinfo, "model name").map(words -> words.substring(0, Math.min(MAX_NAME, words.length())));
        String flags =
                value(cpuinfo, "flags").or(() -> value(cpuinfo, "Features")).orElse("");
        Set<String> known =
                Set.copyOf(Arrays.asList(flags.split(" ")).stream().distinct().toList());
        return new ProcessorFacts(name, coresOf(cpuinfo), named(LINUX, known::contains));
    }

    /** Each pair of package and core within it is a core; virtual machines may show fewer than there are. */
    private static int coresOf(List<String> cpuinfo) {
        String chip = "";
        List<String> seen = new ArrayList<>();
        for (String line : cpuinfo) {
            if (line.startsWith("physical id")) {
                chip = valueOf(line);
            } else if (line.startsWith("core id")) {
                String core = chip + "/" + valueOf(line);
                if (!seen.contains(core)) {
                    seen.add(core);
                }
            }
        }
        return seen.size();
    }

    private static Optional<String> value(List<String> lines, String key) {
        return lines.stream()
                .filter(line -> line.startsWith(key) && line.indexOf(':') > 0)
                .map(ProcessorFacts::valueOf)
                .filter(value -> !value.isEmpty())
                .findFirst();
    }

    private static String valueOf(String line) {
        return line.substring(line.indexOf(':') + 1).strip().replaceAll("\\s+", " ");
    }

    private static ProcessorFacts ofWindows() {
        Function present = NativeLibrary.getInstance("kernel32").getFunction("IsProcessorFeaturePresent");
        List<String> instructions =
                named(WINDOWS, feature -> present.invokeInt(new Object[] {Integer.parseInt(feature)}) != 0);
        Optional<String> name =
                Optional.ofNullable(System.getenv("PROCESSOR_IDENTIFIER")).filter(n -> !n.isBlank());
        return new ProcessorFacts(name, 0, instructions);
    }

    private static ProcessorFacts ofMac() {
        Optional<String> name = sysctl("machdep.cpu.brand_string")
                .map(bytes -> new String(bytes, StandardCharsets.UTF_8)
                        .replace("\0", "")
                        .strip())
                .filter(words -> !words.isEmpty());
        return new ProcessorFacts(name, number("hw.physicalcpu"), named(MAC, feature -> number(feature) != 0));
    }

    private static int number(String key) {
        return sysctl(key)
                .filter(bytes -> bytes.length >= Integer.BYTES)
                .map(bytes ->
                        ByteBuffer.wrap(bytes).order(ByteOrder.nativeOrder()).getInt())
                .orElse(0);
    }

    private static Optional<byte[]> sysctl(String key) {
        byte[] value = new byte[MAX_BYTES];
        long[] length = {value.length};
        int code = NativeLibrary.getInstance("c")
                .getFunction("sysctlbyname")
                .invokeInt(new Object[] {key, value, length, null, 0L});
        return code == 0 ? Optional.of(Arrays.copyOf(value, (int) length[0])) : Optional.empty();
    }

    private static List<String> named(Map<String, String> names, Predicate<String> present) {
        return names.entrySet().stream()
                .filter(entry -> present.test(entry.getKey()))
                .map(Map.Entry::getValue)
                .toList();
    }

    private static Map<String, String> ordered(String... pairs) {
        Map<String, String> map = new LinkedHashMap<>();
        for (int i = 0; i < pairs.length; i += 2) {
            map.put(pairs[i], pairs[i + 1]);
        }
        return map;
    }
}
