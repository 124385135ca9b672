package dev.sdpoint.engine.device;

import com.sun.jna.Function;
import com.sun.jna.NativeLibrary;
import com.sun.jna.Platform;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Asks the NVIDIA driver which GPUs there are, through the library that every driver installs. No CUDA toolkit is needed, no context is
 * made and no memory of a GPU is taken. Thread-safe.
 */
public final class CudaDriver {
    private static final Logger LOG = LoggerFactory.getLogger(CudaDriver.class);

    // cuda.h: CUresult and CUdevice_attribute
    private static final int SUCCESS = 0;
    private static final int NO_DEVICE = 100;
    private static final int NOT_READY_FOR_THIS_DRIVER = 803;
    private static final int UNKNOWN = 999;
    private static final int CAPABILITY_MAJOR = 75;
    private static final int CAPABILITY_MINOR = 76;

    private static final int NAME_BYTES = 256;

    private CudaDriver() {}

    /** What the driver of this machine says; it is asked once, which takes some tens of milliseconds to a second. */
    public static GpuReading read() {
        return Holder.READING;
    }

    private static Optional<String> libraryHere() {
        if (Platform.isLinux()) {
            return Optional.of("libcuda.so.1");
        }
        return Platform.isWindows() ? Optional.of("nvcuda") : Optional.empty(); // no driver for macOS since 2019
    }

    /** @param library name or path of the driver's library */
    static GpuReading read(String library) {
        NativeLibrary driver;
        try {
            driver = NativeLibrary.getInstance(library);
        } catch (LinkageError e) {
            // Where JNA itself cannot be loaded, another one at every further call.
            LOG.debug("There is no NVIDIA driver: {}", e.toString());
            return new GpuReading.NoDriver();
        }
        try {
            return new Calls(driver).reading();
        } catch (Refusal e) {
            LOG.info("The NVIDIA driver refused {} with {}.", e.function, e.code);
            return e.code == NO_DEVICE ? new GpuReading.NoGpu() : new GpuReading.Trouble(e.code, words(e.code));
        } catch (LinkageError | RuntimeException e) {
            LOG.info("The NVIDIA driver cannot be asked.", e);
            return new GpuReading.Trouble(SUCCESS, "it lacks a function that every driver since 2012 has");
        }
    }

    private static String words(int code) {
        return switch (code) {
            case NOT_READY_FOR_THIS_DRIVER ->
                "its parts are of different versions, as after an update without a restart";
            case UNKNOWN -> "it reports an unknown error, as after an update without a restart";
            default -> "it reports error " + code;
        };
    }

    /** The driver's functions under their own names. */
    private static final class Calls {
        private final NativeLibrary driver;

        Calls(NativeLibrary driver) {
            this.driver = driver;
        }

        GpuReading reading() {
            int[] number = new int[1];
            call("cuDriverGetVersion", (Object) number); // may be asked before cuInit
            call("cuInit", 0);
            int[] count = new int[1];
            call("cuDeviceGetCount", (Object) count);
            List<Gpu> gpus = new ArrayList<>();
            for (int ordinal = 0; ordinal < count[0]; ordinal++) {
                gpus.add(gpu(ordinal));
            }
            return gpus.isEmpty()
                    ? new GpuReading.NoGpu()
                    : new GpuReading.Found(CudaVersion.ofNumber(number[0]), gpus);
        }

        private Gpu gpu(int ordinal) {
            int[] device = new int[1];
            call("cuDeviceGet", device, ordinal);
            byte[] name = new byte[NAME_BYTES];
            call("cuDeviceGetName", name, NAME_BYTES, device[0]);
            long[] bytes = new long[1]; // size_t; 64-bit programs only
            call("cuDeviceTotalMem_v2", bytes, device[0]);
            Capability capability =
                    new Capability(attribute(CAPABILITY_MAJOR, device[0]), attribute(CAPABILITY_MINOR, device[0]));
            return new Gpu(ordinal, text(name), capability, bytes[0]);
        }

        private int attribute(int which, int device) {
            int[] value = new int[1];
            call("cuDeviceGetAttribute", value, which, device);
            return value[0];
        }

        private void call(String name, Object... arguments) {
            Function function = driver.getFunction(name);
            int code = function.invokeInt(arguments);
            if (code != SUCCESS) {
                throw new Refusal(name, code);
            }
        }

        private static String text(byte[] bytes) {
            int length = 0;
            while (length < bytes.length && bytes[length] != 0) {
                length++;
            }
            String name = new String(bytes, 0, length, StandardCharsets.UTF_8).strip();
            return name.isEmpty() ? "NVIDIA GPU" : name;
        }
    }

    /** A function gave a code other than 0. */
    private static final class Refusal extends RuntimeException {
        private final String function;
        private final int code;

        Refusal(String function, int code) {
            super(function + " gave " + code);
            this.function = function;
            this.code = code;
        }
    }

    /** Asks when it is first wanted. */
    private static final class Holder {
        static final GpuReading READING = libraryHere().map(CudaDriver::read).orElseGet(GpuReading.NoDriver::new);
    }
}
