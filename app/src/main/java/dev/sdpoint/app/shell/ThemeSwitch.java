package dev.sdpoint.app.shell;

import atlantafx.base.theme.Styles;
import dev.sdpoint.app.text.Texts;
import dev.sdpoint.app.theme.Theme;
import java.util.Locale;
import javafx.beans.property.ObjectProperty;
import javafx.geometry.Insets;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.javafx.FontIcon;
import org.kordamp.ikonli.material2.Material2OutlinedAL;
import org.kordamp.ikonli.material2.Material2OutlinedMZ;

/** Three buttons in one: light, dark, as the system. */
final class ThemeSwitch {
    private static final Texts TEXTS = Texts.of(ThemeSwitch.class);

    private ThemeSwitch() {}

    static Node node(ObjectProperty<Theme> choice) {
        HBox row = new HBox();
        row.getStyleClass().add("segmented");
        row.setAlignment(Pos.CENTER);
        row.setId("theme-switch");
        ToggleGroup group = new ToggleGroup();
        for (Theme theme : Theme.values()) {
            ToggleButton button = new ToggleButton("", new FontIcon(icon(theme)));
            button.setId("theme-" + theme.name().toLowerCase(Locale.ROOT));
            button.setToggleGroup(group);
            button.setUserData(theme);
            button.setAccessibleText(TEXTS.get("theme.spoken", theme.title()));
            button.setTooltip(new Tooltip(theme.title()));
            button.getStyleClass().add(pill(theme));
            button.setMaxWidth(Double.MAX_VALUE);
            HBox.setHgrow(button, javafx.scene.layout.Priority.ALWAYS);
            button.setOnAction(event -> {
                choice.set(theme);
                button.setSelected(true);
            });
            row.getChildren().add(button);
        }
        choice.addListener((property, before, now) -> select(group, now));
        select(group, choice.get());
        VBox.setMargin(row, new Insets(8, 8, 0, 8));
        return row;
    }

    private static void select(ToggleGroup group, Theme theme) {
        group.getToggles().forEach(toggle -> toggle.setSelected(toggle.getUserData() == theme));
    }

    private static Ikon icon(Theme theme) {
        return switch (theme) {
            case LIGHT -> Material2OutlinedMZ.WB_SUNNY;
            case DARK -> Material2OutlinedMZ.NIGHTS_STAY;
            case SYSTEM -> Material2OutlinedAL.BRIGHTNESS_AUTO;
        };
    }

    private static String pill(Theme theme) {
        return switch (theme) {
            case LIGHT -> Styles.LEFT_PILL;
            case DARK -> Styles.CENTER_PILL;
            case SYSTEM -> Styles.RIGHT_PILL;
        };
    }
}
