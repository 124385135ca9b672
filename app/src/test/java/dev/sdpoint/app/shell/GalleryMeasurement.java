package dev.sdpoint.app.shell;

import dev.sdpoint.app.fixtures.ManyImages;
import dev.sdpoint.app.fixtures.SyntheticModel;
import dev.sdpoint.app.workspace.OpenModel;
import dev.sdpoint.app.workspace.PlaceId;
import dev.sdpoint.engine.data.DataSet;
import dev.sdpoint.engine.evaluation.Outcomes;
import dev.sdpoint.engine.model.SdpModel;
import dev.sdpoint.engine.network.WideResNet;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import javafx.event.Event;
import javafx.scene.Node;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.ComboBox;
import javafx.scene.control.ListView;
import javafx.scene.control.TextField;
import javafx.scene.control.skin.VirtualFlow;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;

/** The gallery with many made-up images: first paint, every filter, scrolling at every size, memory. */
final class GalleryMeasurement {
    private static final int FRAMES = 300;
    private static final int PIXELS_A_FRAME = 90;
    private static final int ROUNDS = 5;

    private final BenchmarkWindow window;
    private final Goals goals;
    private final AtomicInteger changes = new AtomicInteger();

    GalleryMeasurement(BenchmarkWindow window, Goals goals) {
        this.window = window;
        this.goals = goals;
    }

    /** @param when goes on meanwhile, for the table */
    void run(int images, String when) throws Exception {
        String what = String.format(Locale.ROOT, "gallery of %,d images, %s", images, when);
        DataSet data = ManyImages.of(images, 32);
        SdpModel model = SyntheticModel.of(data, new WideResNet(16, 2, data.classCount(), data.side()));
        Optional<Outcomes> outcomes = model.outcomes().forImages(data.validation());
        window.guide().goTo(PlaceId.GALLERY);
        window.onFx(() -> {
            window.workspace().outcomesProperty().set(Optional.empty());
            window.workspace().modelProperty().set(Optional.of(new OpenModel("synthetic", model)));
            window.workspace().dataProperty().set(Optional.of(data));
            list().getItems().addListener((javafx.beans.InvalidationListener) o -> changes.incrementAndGet());
            return data;
        });
        double before = BenchmarkWindow.heap();
        double painted = window.untilPainted(
                () -> {
                    window.workspace().outcomesProperty().set(outcomes);
                    window.workspace().selectedImageProperty().set(Optional.of(0));
                },
                () -> list().isVisible() && !list().getItems().isEmpty());
        goals.atMost(what + ": answers known → painted", 1000, painted, "ms");
        filters(what);
        for (String size : List.of("S", "M", "L")) {
            window.guide().press("#gallery-size-" + size);
            goals.frames(
                    what + ", scroll, size " + size,
                    window.frames(FRAMES, frame -> flow().scrollPixels(PIXELS_A_FRAME)));
        }
        goals.frames(what + ", jumps, size L", window.frames(FRAMES, frame -> flow().setPosition(frame * 0.618 % 1)));
        window.guide().press("#gallery-size-M");
        goals.atMost(what + ": heap growth", 200, BenchmarkWindow.heap() - before, "MB");
    }

    private void filters(String what) throws Exception {
        Map<String, Runnable> filters = new LinkedHashMap<>();
        filters.put("class", () -> combo("#gallery-class").getSelectionModel().select(4));
        filters.put(
                "predicted",
                () -> combo("#gallery-predicted").getSelectionModel().select(6));
        filters.put(
                "wrong only",
                () -> combo("#gallery-verdict").getSelectionModel().select(2));
        filters.put("non-monotone", () -> press("#gallery-non-monotone"));
        filters.put(
                "search", () -> window.find("#gallery-search", TextField.class).setText("class 7"));
        filters.put("least cost and class", this::clickMap);
        filters.put("top-5", () -> press("#gallery-top-5"));
        Map<String, List<Double>> times = new LinkedHashMap<>();
        for (int round = 0; round < ROUNDS; round++) {
            for (Map.Entry<String, Runnable> filter : filters.entrySet()) {
                boolean criterion = filter.getKey().equals("top-5");
                times.computeIfAbsent(filter.getKey(), key -> new ArrayList<>()).add(time(filter.getValue()));
                times.computeIfAbsent(criterion ? "top-1" : "clear", key -> new ArrayList<>())
                        .add(time(() -> press(criterion ? "#gallery-top-1" : "#gallery-clear")));
            }
        }
        double worst =
                times.values().stream().mapToDouble(Collections::max).max().orElseThrow();
        goals.atMost(what + ": slowest of " + ROUNDS + " × every filter", 200, worst, "ms");
        StringBuilder medians = new StringBuilder();
        times.forEach((name, values) -> medians.append(
                String.format(Locale.ROOT, "%s%s %.0f", medians.length() == 0 ? "" : ", ", name, median(values))));
        goals.tell(what + ": medians of the filters", medians + " ms");
    }

    private double time(Runnable action) throws Exception {
        int before = changes.get();
        return window.untilPainted(action, () -> changes.get() > before);
    }

    private static double median(List<Double> values) {
        double[] sorted = values.stream().mapToDouble(v -> v).sorted().toArray();
        return sorted[sorted.length / 2];
    }

    private void press(String button) {
        window.find(button, ButtonBase.class).fire();
    }

    private ComboBox<?> combo(String selector) {
        return window.find(selector, ComboBox.class);
    }

    private void clickMap() {
        Node[] cells =
                window.find("#gallery-map", Node.class).lookupAll(".map-cell").toArray(Node[]::new);
        Arrays.sort(
                cells,
                (a, b) -> Double.compare(
                        a.getBoundsInParent().getMinX(), b.getBoundsInParent().getMinX()));
        Event.fireEvent(
                cells[0],
                new MouseEvent(
                        MouseEvent.MOUSE_CLICKED,
                        0,
                        0,
                        0,
                        0,
                        MouseButton.PRIMARY,
                        1,
                        false,
                        false,
                        false,
                        false,
                        true,
                        false,
                        false,
                        true,
                        false,
                        true,
                        null));
    }

    private ListView<?> list() {
        return window.find("#gallery-list", ListView.class);
    }

    private VirtualFlow<?> flow() {
        if (list().lookup(".virtual-flow") instanceof VirtualFlow<?> flow) {
            return flow;
        }
        throw new IllegalStateException("the gallery's list has no flow yet");
    }
}
