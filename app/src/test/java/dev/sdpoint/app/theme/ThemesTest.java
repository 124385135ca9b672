package dev.sdpoint.app.theme;

import static org.assertj.core.api.Assertions.assertThat;

import atlantafx.base.theme.PrimerDark;
import atlantafx.base.theme.PrimerLight;
import dev.sdpoint.app.concurrent.DirectTaskRunner;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.prefs.BackingStoreException;
import java.util.prefs.Preferences;
import java.util.stream.IntStream;
import javafx.application.Application;
import javafx.css.CssParser;
import javafx.css.PseudoClass;
import javafx.geometry.Orientation;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.MenuButton;
import javafx.scene.control.ProgressBar;
import javafx.scene.control.Slider;
import javafx.scene.control.Spinner;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.Tooltip;
import javafx.scene.image.Image;
import javafx.scene.image.PixelFormat;
import javafx.scene.layout.VBox;
import javafx.scene.paint.Paint;
import javafx.scene.text.Font;
import javafx.scene.text.Text;
import javafx.stage.Stage;
import org.controlsfx.control.CheckComboBox;
import org.controlsfx.control.PropertySheet;
import org.controlsfx.control.RangeSlider;
import org.controlsfx.control.SegmentedBar;
import org.controlsfx.control.SegmentedButton;
import org.controlsfx.control.StatusBar;
import org.controlsfx.control.TaskProgressView;
import org.controlsfx.control.ToggleSwitch;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.testfx.api.FxToolkit;
import org.testfx.util.WaitForAsyncUtils;

class ThemesTest {
    private final Preferences preferences = Preferences.userRoot().node("dev/sdpoint/test/themes");

    @BeforeAll
    static void toolkit() throws TimeoutException {
        FxToolkit.registerPrimaryStage();
        Fonts.load();
    }

    @AfterEach
    void forget() throws BackingStoreException {
        preferences.removeNode();
    }

    @Test
    void everyControlIsStyledWithoutAWarning() throws Exception {
        List<String> warnings = new ArrayList<>();
        onFx(() -> {
            CssParser.errorsProperty().clear();
            VBox root = controls();
            Scene scene = new Scene(root, 800, 900);
            Stage stage = new Stage();
            stage.setScene(scene);
            Themes themes = new Themes(new DirectTaskRunner(), preferences);
            themes.choiceProperty().set(Theme.LIGHT);
            themes.install(scene);
            stage.show();
            for (Theme theme : new Theme[] {Theme.DARK, Theme.LIGHT}) {
                themes.choiceProperty().set(theme);
                root.applyCss();
                root.layout();
            }
            CssParser.errorsProperty().forEach(error -> warnings.add(error.getMessage()));
            stage.hide();
            return null;
        });

        assertThat(warnings).isEmpty();
    }

    @Test
    void aThemeThatChangesUnderATooltipHidesItWithoutAWarning() throws Exception {
        Tooltip tooltip = onFx(() -> new Tooltip("Starts the run"));
        Stage stage = onFx(Stage::new);
        Themes themes = onFx(() -> new Themes(new DirectTaskRunner(), preferences));
        onFx(() -> {
            Scene scene = new Scene(new VBox(), 400, 300);
            stage.setScene(scene);
            themes.choiceProperty().set(Theme.LIGHT);
            themes.install(scene);
            stage.show();
            tooltip.show(stage, 10, 10);
            return null;
        });
        WaitForAsyncUtils.waitForFxEvents(10);
        onFx(() -> {
            CssParser.errorsProperty().clear();
            themes.choiceProperty().set(Theme.DARK);
            assertThat(tooltip.isShowing()).isFalse();
            return null;
        });
        WaitForAsyncUtils.waitForFxEvents(10);
        onFx(() -> {
            tooltip.show(stage, 10, 10);
            return null;
        });
        WaitForAsyncUtils.waitForFxEvents(10);
        onFx(() -> {
            Text shown = (Text) tooltip.getScene().getRoot().lookup(".text");
            assertThat(shown.getFill()).isEqualTo(Themes.tokens().color("-color-fg-default"));
            assertThat(CssParser.errorsProperty()).isEmpty();
            tooltip.hide();
            stage.hide();
            return null;
        });
    }

    @Test
    void switchesTheTokensTheDarkFlagAndTheRootsState() throws Exception {
        onFx(() -> {
            VBox root = new VBox();
            Scene scene = new Scene(root);
            Themes themes = new Themes(new DirectTaskRunner(), preferences);
            themes.install(scene);
            themes.choiceProperty().set(Theme.DARK);
            List<String> sheets = List.copyOf(scene.getStylesheets());
            assertThat(Themes.darkProperty().get()).isTrue();
            var darkPage = Themes.tokens().color("-sdp-page");
            assertThat(page(root)).isEqualTo(darkPage);

            themes.choiceProperty().set(Theme.LIGHT);
            assertThat(Themes.darkProperty().get()).isFalse();
            assertThat(Themes.tokens().color("-sdp-page").getBrightness()).isGreaterThan(darkPage.getBrightness());
            assertThat(page(root)).isEqualTo(Themes.tokens().color("-sdp-page"));
            assertThat(scene.getStylesheets())
                    .as("other style sheets would be matched anew for every node")
                    .isEqualTo(sheets);
            return null;
        });
    }

    @Test
    void theDarkTokensAreThoseOfAtlantaFx() {
        Tokens theirs = Tokens.read(new PrimerDark().getUserAgentStylesheet());
        Tokens ours = Tokens.read(
                new PrimerLight().getUserAgentStylesheet(),
                "/dev/sdpoint/app/theme/sdpoint-light.css",
                "/dev/sdpoint/app/theme/sdpoint-dark.css");

        assertThat(theirs.names()).hasSize(108);
        for (String name : theirs.names()) {
            assertThat(ours.color(name)).as(name).isEqualTo(theirs.color(name));
        }
    }

    @Test
    void theDarkLookIsThatOfAtlantaFx() throws Exception {
        for (String state : new String[] {"normal", "hover", "pressed", "focused", "selected"}) {
            long least = Long.MAX_VALUE;
            // The software renderer smooths a few pixels of a curve differently from time to time.
            for (int i = 0; i < 3 && least >= 20; i++) {
                least = Math.min(least, differing(state));
            }
            assertThat(least).as(state).isLessThan(20);
        }
    }

    private long differing(String state) throws Exception {
        int[] ours = onFx(() -> darkPixels(new PrimerLight().getUserAgentStylesheet(), state));
        int[] theirs = onFx(() -> darkPixels(new PrimerDark().getUserAgentStylesheet(), state));
        return IntStream.range(0, ours.length).filter(i -> ours[i] != theirs[i]).count();
    }

    /** The controls under AtlantaFX's light or dark style sheet with our dark state upon it. */
    private int[] darkPixels(String atlantaFx, String state) {
        VBox root = controls();
        Scene scene = new Scene(root, 800, 900);
        Themes.dress(scene, true);
        Application.setUserAgentStylesheet(atlantaFx);
        root.applyCss();
        root.layout();
        PseudoClass wanted = PseudoClass.getPseudoClass(state);
        root.lookupAll("*").forEach(node -> node.pseudoClassStateChanged(wanted, true));
        Image picture = scene.snapshot(null);
        int[] pixels = new int[800 * 900];
        picture.getPixelReader().getPixels(0, 0, 800, 900, PixelFormat.getIntArgbInstance(), pixels, 0, 800);
        Application.setUserAgentStylesheet(new PrimerLight().getUserAgentStylesheet());
        return pixels;
    }

    private static Paint page(VBox root) {
        root.applyCss();
        return root.getBackground().getFills().get(0).getFill();
    }

    @Test
    void remembersTheChoice() throws Exception {
        onFx(() -> {
            new Themes(new DirectTaskRunner(), preferences).choiceProperty().set(Theme.DARK);
            assertThat(new Themes(new DirectTaskRunner(), preferences)
                            .choiceProperty()
                            .get())
                    .isEqualTo(Theme.DARK);
            return null;
        });
    }

    @Test
    void followsTheSystemWhenItRemembersNonsense() throws Exception {
        preferences.put("theme", "PINK");
        onFx(() -> {
            assertThat(new Themes(new DirectTaskRunner(), preferences)
                            .choiceProperty()
                            .get())
                    .isEqualTo(Theme.SYSTEM);
            return null;
        });
    }

    @Test
    void figuresHaveOneWidth() {
        assertThat(Font.getFamilies()).contains("Inter", "Inter Medium", "Inter Semi Bold", "Inter Figures");
        assertThat(width("Inter Figures", "1117")).isEqualTo(width("Inter Figures", "8020"));
        assertThat(width("Inter", "1117")).isLessThan(width("Inter", "8020"));
    }

    private static double width(String family, String text) {
        Text node = new Text(text);
        node.setFont(Font.font(family, 40));
        return node.getLayoutBounds().getWidth();
    }

    private static VBox controls() {
        SegmentedBar<SegmentedBar.Segment> bar = new SegmentedBar<>();
        bar.setOrientation(Orientation.HORIZONTAL);
        bar.getSegments().addAll(new SegmentedBar.Segment(3, "three"), new SegmentedBar.Segment(5, "five"));
        CheckComboBox<String> checks = new CheckComboBox<>();
        checks.getItems().addAll("cat", "dog");
        ComboBox<String> combo = new ComboBox<>();
        combo.getItems().addAll("cat", "dog");
        ListView<String> list = new ListView<>();
        list.getItems().addAll("one", "two");
        list.getStyleClass().add("list-plain");
        list.setPrefHeight(60);
        Button button = new Button("Start");
        button.setTooltip(new Tooltip("Starts the run"));
        TextField field = new TextField("0.1");
        field.getStyleClass().add("invalid");
        VBox root = new VBox(
                label("Train", "place-title"),
                label("0.127", "figure"),
                label("cat", "chip"),
                button,
                field,
                combo,
                list,
                checks,
                bar,
                new CheckBox("augment"),
                new MenuButton("class: any"),
                new ProgressBar(0.4),
                new Slider(0, 1, 0.5),
                new Spinner<Integer>(0, 10, 5),
                new ToggleButton("top-1"),
                new RangeSlider(0, 100, 20, 70),
                new SegmentedButton(new ToggleButton("linear"), new ToggleButton("log")),
                new StatusBar(),
                new ToggleSwitch("log axis"),
                new TaskProgressView<>(),
                new PropertySheet());
        root.getStyleClass().addAll("place", "card");
        return root;
    }

    private static Label label(String text, String styleClass) {
        Label label = new Label(text);
        label.getStyleClass().add(styleClass);
        return label;
    }

    private static <T> T onFx(Callable<T> action) throws Exception {
        return WaitForAsyncUtils.asyncFx(action).get(60, TimeUnit.SECONDS);
    }
}
