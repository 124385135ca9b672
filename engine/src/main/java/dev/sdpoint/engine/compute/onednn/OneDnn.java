package dev.sdpoint.engine.compute.onednn;

import com.sun.jna.Library;
import com.sun.jna.NativeLibrary;
import com.sun.jna.Platform;
import com.sun.jna.Pointer;
import java.io.File;
import java.io.IOException;
import java.net.URL;
import java.util.Map;
import java.util.Optional;
import org.bytedeco.javacpp.Loader;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The library of this process, loaded at the first use from the class path: its file is copied to JavaCPP's cache once, as those of
 * ND4J are. Thread-safe.
 */
public final class OneDnn {
    /** Set to {@code false}, ND4J's own convolutions are used. */
    public static final String SWITCH = "sdpoint.onednn";

    private static final Logger LOG = LoggerFactory.getLogger(OneDnn.class);
    private static final String FOLDER = "/org/bytedeco/dnnl/linux-x86_64/";
    private static final int MAJOR_VERSION = 3;

    /**
     * dlopen's flags: bind what is needed when it is needed, and show the names to nobody. ND4J has an older oneDNN within it, and either
     * would call the other's functions if it saw them.
     */
    private static final int LAZY_AND_LOCAL = 1;

    private final long engine;
    private final String version;

    private OneDnn(long engine, String version) {
        this.engine = engine;
        this.version = version;
    }

    /** Empty where the library is not on the class path, does not load, or is switched off. */
    public static Optional<OneDnn> available() {
        return Holder.LOADED;
    }

    /** Such as "3.13.0". */
    public String version() {
        return version;
    }

    long engine() {
        return engine;
    }

    /** @throws IllegalStateException if oneDNN reports a failure */
    static void check(int status) {
        if (status != Functions.SUCCESS) {
            throw new IllegalStateException("oneDNN refused a call with status " + status
                    + ". Start the program with -D" + SWITCH + "=false to go on without it.");
        }
    }

    private static Optional<OneDnn> load() {
        URL resource = OneDnn.class.getResource(FOLDER + "libdnnl.so.3");
        boolean wanted = Boolean.parseBoolean(System.getProperty(SWITCH, "true"));
        if (!wanted || resource == null || !Platform.isLinux() || !Platform.is64Bit() || !Platform.isIntel()) {
            return Optional.empty();
        }
        try {
            URL openMp = OneDnn.class.getResource(FOLDER + "libgomp.so.1");
            if (openMp != null) {
                Loader.cacheResource(openMp); // lies beside it; one that ND4J has loaded already is used instead
            }
            File file = Loader.cacheResource(resource);
            Functions.bind(
                    NativeLibrary.getInstance(file.getPath(), Map.of(Library.OPTION_OPEN_FLAGS, LAZY_AND_LOCAL)));
            Pointer version = new Pointer(Functions.dnnl_version());
            String name = version.getInt(0) + "." + version.getInt(4) + "." + version.getInt(8);
            if (version.getInt(0) != MAJOR_VERSION) {
                LOG.info(
                        "oneDNN {} on the class path is not the version that this program knows; ND4J's own is used.",
                        name);
                return Optional.empty();
            }
            long[] engine = new long[1];
            check(Functions.dnnl_engine_create(engine, Functions.CPU, 0));
            return Optional.of(new OneDnn(engine[0], name));
        } catch (IOException | LinkageError | RuntimeException e) {
            LOG.info("oneDNN cannot be loaded; ND4J's own convolutions are used, which are slower.", e);
            return Optional.empty();
        }
    }

    /** Loads the library when it is first asked for. */
    private static final class Holder {
        static final Optional<OneDnn> LOADED = load();
    }
}
