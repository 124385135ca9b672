package dev.sdpoint.app.train;

import dev.sdpoint.engine.sdpoint.Drawing;
import dev.sdpoint.engine.sdpoint.PointChoice;
import dev.sdpoint.engine.training.Method;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import javafx.scene.control.Control;
import javafx.scene.control.Tooltip;

/** The rows of the recipe: those that everybody looks at, and the sections for the rest. */
final class RecipeSections {
    private final RecipeForm form;

    RecipeSections(RecipeForm form) {
        this.form = form;
    }

    FieldRow network() {
        return FieldRow.of(form, FieldRow.network(form));
    }

    List<FieldRow> basics() {
        return List.of(
                row(
                        choice(RecipeField.METHOD, FieldRow.titles(Method.values(), Method::id, Method::title)),
                        text(RecipeField.RATIOS)),
                row(text(RecipeField.EPOCHS), text(RecipeField.BATCH)),
                row(
                        text(RecipeField.LEARNING_RATE),
                        choice(
                                RecipeField.SCHEDULE,
                                FieldRow.titles(ScheduleChoice.values(), ScheduleChoice::id, ScheduleChoice::title))));
    }

    List<RecipeSection> more() {
        return List.of(
                section(
                        "Schedule",
                        EnumSet.of(RecipeField.WARM_UP, RecipeField.MILESTONES, RecipeField.DROP),
                        RecipeSections::schedule,
                        row(text(RecipeField.WARM_UP)),
                        row(text(RecipeField.MILESTONES), text(RecipeField.DROP))),
                section(
                        "Optimiser",
                        EnumSet.of(RecipeField.MOMENTUM, RecipeField.WEIGHT_DECAY),
                        e -> "momentum " + e.text(RecipeField.MOMENTUM) + ", decay " + e.text(RecipeField.WEIGHT_DECAY),
                        row(text(RecipeField.MOMENTUM), text(RecipeField.WEIGHT_DECAY))),
                section(
                        "Instances",
                        EnumSet.of(RecipeField.POINTS, RecipeField.DRAWING),
                        RecipeSections::instances,
                        row(points(), drawing())),
                section(
                        "Regularisation",
                        EnumSet.of(
                                RecipeField.AUGMENTATION,
                                RecipeField.PADDING,
                                RecipeField.DROPOUT,
                                RecipeField.SURVIVAL),
                        RecipeSections::regularisation,
                        row(
                                choice(
                                        RecipeField.AUGMENTATION,
                                        FieldRow.titles(
                                                new String[] {"crop", "resized", "none"},
                                                Function.identity(),
                                                RecipeSections::augmentation)),
                                text(RecipeField.PADDING)),
                        row(text(RecipeField.DROPOUT), text(RecipeField.SURVIVAL))),
                section(
                        "Evaluation",
                        EnumSet.of(
                                RecipeField.EVALUATION_IMAGES,
                                RecipeField.CALIBRATION_BATCHES,
                                RecipeField.CALIBRATION_SIZE),
                        e -> e.text(RecipeField.EVALUATION_IMAGES) + " images an epoch",
                        row(text(RecipeField.EVALUATION_IMAGES)),
                        row(text(RecipeField.CALIBRATION_BATCHES), text(RecipeField.CALIBRATION_SIZE))),
                section(
                        "Seed",
                        EnumSet.of(RecipeField.SEED),
                        e -> e.text(RecipeField.SEED),
                        row(text(RecipeField.SEED))));
    }

    private FieldRow.Cell points() {
        return choice(
                RecipeField.POINTS,
                FieldRow.titles(
                        PointChoice.values(),
                        PointChoice::id,
                        points -> points == PointChoice.EVERY ? "Every block" : "Every other"));
    }

    private FieldRow.Cell drawing() {
        FieldRow.Cell cell = choice(
                RecipeField.DRAWING,
                FieldRow.titles(
                        Drawing.values(), Drawing::id, way -> way == Drawing.PAPER ? "Paper" : "Official code"));
        if (cell.node().lookup("#recipe-drawing") instanceof Control box) {
            Tooltip defects = new Tooltip(
                    "The official code draws otherwise than the paper says:\n" + String.join("\n", Drawing.DEFECTS));
            defects.setWrapText(true);
            defects.setMaxWidth(420);
            box.setTooltip(defects);
        }
        return cell;
    }

    private static String schedule(RecipeEntries entries) {
        String warmUp = "warm-up " + entries.text(RecipeField.WARM_UP);
        return entries.text(RecipeField.SCHEDULE).equals(ScheduleChoice.STEPS.id())
                ? "×" + entries.text(RecipeField.DROP) + " at " + entries.text(RecipeField.MILESTONES)
                : warmUp + ", then cosine";
    }

    private static String instances(RecipeEntries entries) {
        String points =
                entries.text(RecipeField.POINTS).equals(PointChoice.EVERY.id()) ? "every block" : "every other block";
        return points + (entries.text(RecipeField.DRAWING).equals(Drawing.PAPER.id()) ? ", paper" : ", official code");
    }

    private static String augmentation(String id) {
        return switch (id) {
            case "crop" -> "Crop and flip";
            case "resized" -> "Resized crop and flip";
            default -> "None";
        };
    }

    private static String regularisation(RecipeEntries entries) {
        String words = switch (entries.text(RecipeField.AUGMENTATION)) {
            case "none" -> "as they are";
            case "resized" -> "resized crop, flip";
            default -> "crop " + entries.text(RecipeField.PADDING) + ", flip";
        };
        if (!entries.text(RecipeField.DROPOUT).equals("0")) {
            words += ", dropout " + entries.text(RecipeField.DROPOUT);
        }
        return entries.text(RecipeField.SURVIVAL).equals("1")
                ? words
                : words + ", survival " + entries.text(RecipeField.SURVIVAL);
    }

    private RecipeSection section(
            String title, Set<RecipeField> fields, Function<RecipeEntries, String> summary, FieldRow... rows) {
        return new RecipeSection(form, title, fields, summary, List.of(rows));
    }

    private FieldRow row(FieldRow.Cell... cells) {
        return FieldRow.of(form, cells);
    }

    private FieldRow.Cell text(RecipeField field) {
        return FieldRow.text(form, field);
    }

    private FieldRow.Cell choice(RecipeField field, Map<String, String> titles) {
        return FieldRow.choice(form, field, titles);
    }
}
