package dev.sdpoint.app.train;

import dev.sdpoint.app.text.Texts;
import dev.sdpoint.engine.sdpoint.Drawing;
import dev.sdpoint.engine.sdpoint.PointChoice;
import dev.sdpoint.engine.training.Method;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import javafx.scene.control.Control;
import javafx.scene.control.Tooltip;

/** The rows of the recipe: those that everybody looks at, and the sections for the rest. */
final class RecipeSections {
    private static final Texts TEXTS = Texts.of(RecipeSections.class);

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
                        "schedule",
                        TEXTS.get("section.schedule"),
                        EnumSet.of(RecipeField.WARM_UP, RecipeField.MILESTONES, RecipeField.DROP),
                        RecipeSections::schedule,
                        row(text(RecipeField.WARM_UP)),
                        row(text(RecipeField.MILESTONES), text(RecipeField.DROP))),
                section(
                        "optimiser",
                        TEXTS.get("section.optimiser"),
                        EnumSet.of(RecipeField.MOMENTUM, RecipeField.WEIGHT_DECAY),
                        e -> TEXTS.get(
                                "section.optimiser.summary",
                                e.text(RecipeField.MOMENTUM),
                                e.text(RecipeField.WEIGHT_DECAY)),
                        row(text(RecipeField.MOMENTUM), text(RecipeField.WEIGHT_DECAY))),
                section(
                        "instances",
                        TEXTS.get("section.instances"),
                        EnumSet.of(RecipeField.POINTS, RecipeField.DRAWING),
                        RecipeSections::instances,
                        row(points(), drawing())),
                section(
                        "regularisation",
                        TEXTS.get("section.regularisation"),
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
                        "evaluation",
                        TEXTS.get("section.evaluation"),
                        EnumSet.of(
                                RecipeField.EVALUATION_IMAGES,
                                RecipeField.CALIBRATION_BATCHES,
                                RecipeField.CALIBRATION_SIZE),
                        e -> TEXTS.get("section.evaluation.summary", e.text(RecipeField.EVALUATION_IMAGES)),
                        row(text(RecipeField.EVALUATION_IMAGES)),
                        row(text(RecipeField.CALIBRATION_BATCHES), text(RecipeField.CALIBRATION_SIZE))),
                section(
                        "seed",
                        TEXTS.get("section.seed"),
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
                        points -> TEXTS.get(points == PointChoice.EVERY ? "points.every" : "points.every-other")));
    }

    private FieldRow.Cell drawing() {
        FieldRow.Cell cell = choice(
                RecipeField.DRAWING,
                FieldRow.titles(
                        Drawing.values(),
                        Drawing::id,
                        way -> TEXTS.get(way == Drawing.PAPER ? "drawing.paper" : "drawing.official")));
        if (cell.node().lookup("#recipe-drawing") instanceof Control box) {
            Tooltip defects = new Tooltip(TEXTS.get("drawing.help", String.join("\n", Drawing.DEFECTS)));
            defects.setWrapText(true);
            defects.setMaxWidth(420);
            box.setTooltip(defects);
        }
        return cell;
    }

    private static String schedule(RecipeEntries entries) {
        return entries.text(RecipeField.SCHEDULE).equals(ScheduleChoice.STEPS.id())
                ? TEXTS.get(
                        "section.schedule.steps", entries.text(RecipeField.DROP), entries.text(RecipeField.MILESTONES))
                : TEXTS.get("section.schedule.one-cycle", entries.text(RecipeField.WARM_UP));
    }

    private static String instances(RecipeEntries entries) {
        boolean every = entries.text(RecipeField.POINTS).equals(PointChoice.EVERY.id());
        return entries.text(RecipeField.DRAWING).equals(Drawing.PAPER.id())
                ? TEXTS.get(every ? "section.instances.every" : "section.instances.every-other")
                : TEXTS.get(every ? "section.instances.every.official" : "section.instances.every-other.official");
    }

    private static String augmentation(String id) {
        return switch (id) {
            case "crop" -> TEXTS.get("augmentation.crop");
            case "resized" -> TEXTS.get("augmentation.resized");
            default -> TEXTS.get("augmentation.none");
        };
    }

    private static String regularisation(RecipeEntries entries) {
        List<String> settings = new ArrayList<>();
        settings.add(
                switch (entries.text(RecipeField.AUGMENTATION)) {
                    case "none" -> TEXTS.get("section.regularisation.as-they-are");
                    case "resized" -> TEXTS.get("section.regularisation.resized");
                    default -> TEXTS.get("section.regularisation.crop", entries.text(RecipeField.PADDING));
                });
        if (!entries.text(RecipeField.DROPOUT).equals("0")) {
            settings.add(TEXTS.get("section.regularisation.dropout", entries.text(RecipeField.DROPOUT)));
        }
        if (!entries.text(RecipeField.SURVIVAL).equals("1")) {
            settings.add(TEXTS.get("section.regularisation.survival", entries.text(RecipeField.SURVIVAL)));
        }
        return String.join(", ", settings);
    }

    private RecipeSection section(
            String id,
            String title,
            Set<RecipeField> fields,
            Function<RecipeEntries, String> summary,
            FieldRow... rows) {
        RecipeSection section = new RecipeSection(form, title, fields, summary, List.of(rows));
        section.setId("section-" + id);
        return section;
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
