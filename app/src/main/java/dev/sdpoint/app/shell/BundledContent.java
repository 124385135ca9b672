package dev.sdpoint.app.shell;

import dev.sdpoint.app.workspace.OpenModel;
import dev.sdpoint.engine.data.BundledCifar10;
import dev.sdpoint.engine.data.DataSet;
import dev.sdpoint.engine.model.SampleModels;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/** The sample model and the images that come with the program. Any thread, but not the JavaFX thread: the methods wait. */
final class BundledContent {
    private final AtomicReference<@Nullable CompletableFuture<OpenModel>> model = new AtomicReference<>();
    private final AtomicReference<@Nullable CompletableFuture<DataSet>> data = new AtomicReference<>();

    /** Starts to load both at once, so that they are there when JavaFX has started and the window is built. */
    static BundledContent prefetched() {
        BundledContent content = new BundledContent();
        content.model.set(CompletableFuture.supplyAsync(() -> unchecked(BundledContent::loadModel)));
        content.data.set(CompletableFuture.supplyAsync(() -> unchecked(BundledCifar10::load)));
        return content;
    }

    /** The sample model; read anew on the second call. */
    OpenModel model() throws Exception {
        return taken(model.getAndSet(null), BundledContent::loadModel);
    }

    /** The bundled images; read anew on the second call. */
    DataSet data() throws Exception {
        return taken(data.getAndSet(null), BundledCifar10::load);
    }

    /** The name of a model file without its ending. */
    static String nameOf(String file) {
        return file.endsWith(".sdp") ? file.substring(0, file.length() - ".sdp".length()) : file;
    }

    private static OpenModel loadModel() throws Exception {
        return new OpenModel(nameOf(SampleModels.name()), SampleModels.load());
    }

    private static <T> T taken(@Nullable CompletableFuture<T> prefetched, Callable<T> source) throws Exception {
        if (prefetched == null) {
            return source.call();
        }
        try {
            return prefetched.get();
        } catch (ExecutionException e) {
            throw e.getCause() instanceof Exception cause ? cause : e;
        }
    }

    private static <T> T unchecked(Callable<T> source) {
        try {
            return source.call();
        } catch (Exception e) {
            throw new CompletionException(e);
        }
    }
}
