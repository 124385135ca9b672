package dev.sdpoint.engine.evaluation;

/**
 * The memory of what computes (a GPU's own, or that of native libraries) does not suffice for a batch. The network is as it was before the
 * call and may be used on, with fewer images at once. Its message is the native library's, for the log.
 */
public final class OutOfDeviceMemory extends RuntimeException {
    private final String device;

    /**
     * @param device whose memory it is, such as "CPU"
     * @param cause what the native library threw
     */
    public OutOfDeviceMemory(String device, Throwable cause) {
        super(cause.getMessage(), cause);
        this.device = device;
    }

    /** Whose memory it is, such as "CPU". */
    public String device() {
        return device;
    }
}
