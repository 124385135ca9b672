package dev.sdpoint.engine.compute.onednn;

/** How a computation is to run: with working memory that the caller hands in. */
final class Attributes implements AutoCloseable {
    private final long handle;

    Attributes() {
        long[] created = new long[1];
        OneDnn.check(Functions.dnnl_primitive_attr_create(created));
        this.handle = created[0];
        OneDnn.check(Functions.dnnl_primitive_attr_set_scratchpad_mode(handle, Functions.SCRATCHPAD_OF_USER));
    }

    long handle() {
        return handle;
    }

    @Override
    public void close() {
        Functions.dnnl_primitive_attr_destroy(handle);
    }
}
