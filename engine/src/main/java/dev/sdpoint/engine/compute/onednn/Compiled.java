package dev.sdpoint.engine.compute.onednn;

import java.lang.ref.Cleaner;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/**
 * What oneDNN has compiled for a layer, one for each shape that it has met: an instance has sides of its own, and the batches of training,
 * sweep and last rest differ. The shapes used last are kept. Native memory is freed when the layer is no longer referred to. One thread
 * at a time.
 *
 * @param <K> what distinguishes shapes
 * @param <V> what was compiled
 */
final class Compiled<K, V extends Compiled.Native> implements AutoCloseable {
    private static final int MOST = 64;
    private static final Cleaner CLEANER = Cleaner.create();

    private final Contents<K, V> contents;
    private final Cleaner.Cleanable cleanable;
    private boolean freed;

    /** @param layer whose lifetime is that of the native memory; the contents must not refer to it */
    Compiled(OneDnn library, Object layer) {
        long[] created = new long[1];
        OneDnn.check(Functions.dnnl_stream_create(created, library.engine(), Functions.IN_ORDER));
        Contents<K, V> own = new Contents<>(created[0]);
        this.contents = own;
        this.cleanable = CLEANER.register(layer, own::free);
    }

    /** Frees all native memory at once; nothing can be computed afterwards. */
    @Override
    public void close() {
        freed = true;
        cleanable.clean();
    }

    /** Something in native memory. */
    interface Native extends AutoCloseable {
        @Override
        void close();
    }

    /** Of the layer's calls, one after another. */
    long stream() {
        if (freed) {
            throw new IllegalStateException("the native memory of this layer is freed");
        }
        return contents.stream;
    }

    V get(K key, Function<K, V> compile) {
        V present = contents.recent.get(key);
        if (present == null) {
            present = compile.apply(key);
            contents.recent.put(key, present);
        }
        return present;
    }

    /** Native memory to be freed with the rest. */
    <T extends Native> T owning(T memory) {
        contents.others.add(memory);
        return memory;
    }

    private static final class Contents<K, V extends Native> {
        private final long stream;
        private final List<Native> others = new ArrayList<>();
        private final Map<K, V> recent = new LinkedHashMap<>(16, 0.75f, true) {
            @Override
            protected boolean removeEldestEntry(Map.Entry<K, V> eldest) {
                if (size() <= MOST) {
                    return false;
                }
                eldest.getValue().close();
                return true;
            }
        };

        Contents(long stream) {
            this.stream = stream;
        }

        private void free() {
            recent.values().forEach(Native::close);
            others.forEach(Native::close);
            Functions.dnnl_stream_destroy(stream);
        }
    }
}
