package dev.sdpoint.app.library;

import java.io.IOException;

/** Reduced pictures that take as much room as a test wants, and may refuse to go. */
final class FakePictures implements KeptPictures {
    private volatile long bytes;
    private volatile String refusal = "";

    FakePictures(long bytes) {
        this.bytes = bytes;
    }

    /** @param why empty if they may be deleted */
    void refuse(String why) {
        refusal = why;
    }

    @Override
    public long bytes() {
        return bytes;
    }

    @Override
    public long limit() {
        return 4_000_000_000L;
    }

    @Override
    public long empty() throws IOException {
        if (!refusal.isEmpty()) {
            throw new IOException(refusal);
        }
        long freed = bytes;
        bytes = 0;
        return freed;
    }
}
