package dev.sdpoint.app.gallery;

import atlantafx.base.theme.PrimerDark;
import dev.sdpoint.app.concurrent.DirectTaskRunner;
import dev.sdpoint.app.fixtures.SyntheticModel;
import dev.sdpoint.app.workspace.OpenModel;
import dev.sdpoint.app.workspace.Workspace;
import dev.sdpoint.engine.data.DataSet;
import dev.sdpoint.engine.data.LabeledImages;
import dev.sdpoint.engine.model.SdpModel;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Random;
import java.util.stream.IntStream;
import javafx.animation.AnimationTimer;
import javafx.application.Application;
import javafx.application.Platform;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.control.ListView;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.skin.VirtualFlow;
import javafx.stage.Stage;

/**
 * Scrolls 100,000 made-up images and prints how far apart frames are and how much memory is in use. A program, not a test:
 * times belong to the machine. Arguments: number of images, and S, M or L.
 */
public final class ScrollBenchmark {
    private static final int FRAMES = 600;
    private static final int PIXELS_A_FRAME = 90;

    private ScrollBenchmark() {}

    /** Runs it. */
    public static void main(String[] args) {
        Application.launch(Window.class, args);
    }

    /** The window; apart from main, which on the class path must not be in an application. */
    public static final class Window extends Application {
        @Override
        public void start(Stage stage) {
            List<String> args = getParameters().getRaw();
            show(stage, args.isEmpty() ? 100_000 : Integer.parseInt(args.get(0)), args.size() > 1 ? args.get(1) : "M");
        }
    }

    private static void show(Stage stage, int images, String size) {
        Application.setUserAgentStylesheet(new PrimerDark().getUserAgentStylesheet());
        DataSet data = data(images);
        SdpModel model = SyntheticModel.of(data);
        Workspace workspace = new Workspace();
        Parent view = new GalleryPlace(workspace, new DirectTaskRunner()).view();
        stage.setScene(new Scene(view, 1440, 900));
        stage.show();
        workspace.modelProperty().set(Optional.of(new OpenModel("synthetic", model)));
        workspace.dataProperty().set(Optional.of(data));
        long start = System.nanoTime();
        workspace.outcomesProperty().set(model.outcomes().forImages(data.validation()));
        workspace.selectedImageProperty().set(Optional.of(0));
        if (view.lookup("#gallery-size-" + size) instanceof ToggleButton button) {
            button.fire();
        }
        view.applyCss();
        view.layout();
        print("sorting %,d images and laying out the first screen: %.0f ms", images, (System.nanoTime() - start) / 1e6);
        if (view.lookup("#gallery-list") instanceof ListView<?> list
                && list.lookup(".virtual-flow") instanceof VirtualFlow<?> flow) {
            new Scroller(flow, size).start();
        }
    }

    private static DataSet data(int images) {
        byte[] pixels = new byte[images * 32 * 32 * 3];
        new Random(1).nextBytes(pixels);
        int[] labels = IntStream.range(0, images).map(i -> i % 10).toArray();
        List<String> names = IntStream.range(0, 10).mapToObj(i -> "class " + i).toList();
        LabeledImages validation = new LabeledImages(32, pixels, labels);
        LabeledImages training = new LabeledImages(32, new byte[32 * 32 * 3], new int[1]);
        return DataSet.of("many", "Many", names, training, validation);
    }

    private static void print(String format, Object... values) {
        System.out.println(String.format(Locale.ROOT, format, values));
    }

    /** Scrolls by a fixed step each frame and takes the times. */
    private static final class Scroller extends AnimationTimer {
        private final VirtualFlow<?> flow;
        private final String size;
        private final double[] gaps = new double[FRAMES];
        private final double[] work = new double[FRAMES];
        private long last;
        private int frame = -60;

        Scroller(VirtualFlow<?> flow, String size) {
            this.flow = flow;
            this.size = size;
        }

        @Override
        public void handle(long now) {
            long begin = System.nanoTime();
            if (frame >= 0) {
                gaps[frame] = (begin - last) / 1e6;
            }
            last = begin;
            flow.scrollPixels(PIXELS_A_FRAME);
            flow.layout();
            if (frame >= 0) {
                work[frame] = (System.nanoTime() - begin) / 1e6;
            }
            frame++;
            if (frame == FRAMES) {
                stop();
                report();
            }
        }

        private void report() {
            Runtime runtime = Runtime.getRuntime();
            System.gc();
            print(
                    "%s, %d pixels a frame: frame gap median %.1f ms, 95 %% %.1f ms; JavaFX thread median %.2f ms, 95 %% %.2f ms;"
                            + " heap in use %d MB",
                    size,
                    PIXELS_A_FRAME,
                    at(gaps, 0.5),
                    at(gaps, 0.95),
                    at(work, 0.5),
                    at(work, 0.95),
                    (runtime.totalMemory() - runtime.freeMemory()) >> 20);
            Platform.exit();
        }

        private static double at(double[] values, double quantile) {
            double[] sorted = values.clone();
            Arrays.sort(sorted);
            return sorted[(int) (quantile * (sorted.length - 1))];
        }
    }
}
