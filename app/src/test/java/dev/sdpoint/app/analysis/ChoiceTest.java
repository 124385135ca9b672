package dev.sdpoint.app.analysis;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import javafx.scene.Scene;
import javafx.scene.control.ComboBox;
import javafx.scene.control.ListCell;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

@ExtendWith(ApplicationExtension.class)
class ChoiceTest {
    private final ObservableList<Integer> all = FXCollections.observableArrayList(100, 1000);
    private final ObjectProperty<Integer> chosen = new SimpleObjectProperty<>(1000);
    private ComboBox<Integer> box = new ComboBox<>();

    @Start
    void start(Stage stage) {
        box = Choice.box(all, chosen, count -> "all " + count);
        stage.setScene(new Scene(box));
        stage.show();
    }

    /** What is in the box, not in the list that it opens. */
    private String shown() {
        return box.getChildrenUnmodifiable().stream()
                .filter(ListCell.class::isInstance)
                .map(cell -> String.valueOf(((ListCell<?>) cell).getText()))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void showsTheChoiceAlsoOfAnotherList(FxRobot robot) {
        assertThat(shown()).isEqualTo("all 1000");
        robot.interact(() -> all.setAll(List.of(100, 1000, 2000)));
        assertThat(box.getValue()).isEqualTo(1000);
        assertThat(shown()).isEqualTo("all 1000");
        robot.interact(() -> {
            all.setAll(List.of(50));
            chosen.set(50);
        });
        assertThat(shown()).isEqualTo("all 50");
        robot.interact(() -> box.setValue(100));
        assertThat(chosen.get()).isEqualTo(100);
    }
}
