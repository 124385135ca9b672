package dev.sdpoint.engine.training;

import static dev.sdpoint.engine.data.ForeignText.shown;

import dev.sdpoint.engine.data.Augmentation;
import dev.sdpoint.engine.network.NetworkNames;
import dev.sdpoint.engine.network.NetworkSpec;
import dev.sdpoint.engine.network.Regularization;
import dev.sdpoint.engine.sdpoint.Drawing;
import dev.sdpoint.engine.sdpoint.PointChoice;
import dev.sdpoint.engine.sdpoint.Sampling;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads what {@link RecipeText} writes; nothing is guessed and nothing is left over. */
final class RecipeReading {
    private static final Pattern LIST = Pattern.compile("\\[(.*)]");
    private static final Pattern COSINE = Pattern.compile("warm-up (\\S+), cosine");
    private static final Pattern STEPS = Pattern.compile("warm-up (\\S+), x(\\S+) at \\[(.*)]");
    private static final Pattern CROP = Pattern.compile("crop (\\d{1,4}), flip");
    private static final Pattern CALIBRATION = Pattern.compile("(\\d{1,9}) batches of (\\d{1,9})");

    private static final int LONGEST_REASON = 500;

    private final Map<String, String> settings = new LinkedHashMap<>();

    private RecipeReading() {}

    static Recipe read(String text) {
        try {
            return whole(text);
        } catch (IllegalArgumentException e) { // its message may quote the text, of which nothing is known
            throw new IllegalArgumentException(shown(String.valueOf(e.getMessage()), LONGEST_REASON), e);
        }
    }

    private static Recipe whole(String text) {
        RecipeReading reading = new RecipeReading();
        text.lines().filter(line -> !line.isBlank()).forEach(reading::take);
        Recipe recipe = reading.recipe();
        if (!reading.settings.isEmpty()) {
            throw new IllegalArgumentException("the recipe has settings that this program does not know ("
                    + shown(String.join(", ", reading.settings.keySet())) + "); update SDPoint Explorer");
        }
        return recipe;
    }

    private void take(String line) {
        int colon = line.indexOf(':');
        if (colon < 1) {
            throw new IllegalArgumentException("\"" + shown(line) + "\" in the recipe is not of the form name: value");
        }
        String name = line.substring(0, colon).strip();
        if (settings.put(name, line.substring(colon + 1).strip()) != null) {
            throw new IllegalArgumentException("the recipe names \"" + shown(name) + "\" twice");
        }
    }

    private Recipe recipe() {
        String name = value("network", Function.identity());
        int classes = value("classes", Integer::parseInt);
        int side = value("side", Integer::parseInt);
        NetworkSpec bare = NetworkNames.parse(name, classes, side);
        NetworkSpec network = bare.with(new Regularization(
                unusual("dropout", "0", Double::parseDouble), unusual("survival", "1", Double::parseDouble)));
        Method method = value("method", Method::parse);
        Sampling sampling = new Sampling(
                unusual("points", PointChoice.EVERY.id(), RecipeReading::points),
                value("ratios", text -> numbers(matched(LIST, text).group(1))),
                unusual("drawing", Drawing.PAPER.id(), RecipeReading::drawing));
        Optimization optimization = new Optimization(
                value("epochs", Integer::parseInt),
                value("batchSize", Integer::parseInt),
                value("learningRate", Double::parseDouble),
                value("schedule", RecipeReading::schedule),
                value("momentum", Double::parseDouble),
                value("weightDecay", Double::parseDouble));
        Augmentation augmentation = value("augmentation", RecipeReading::augmentation);
        Matcher calibration = value("calibration", text -> matched(CALIBRATION, text));
        DataUse use = new DataUse(
                augmentation,
                value(RecipeText.EVALUATION_IMAGES, Integer::parseInt),
                Integer.parseInt(calibration.group(1)),
                Integer.parseInt(calibration.group(2)));
        return new Recipe(network, method, sampling, optimization, use, value("seed", Long::parseLong));
    }

    private <T> T value(String name, Function<String, T> reader) {
        String text = settings.remove(name);
        if (text == null) {
            throw new IllegalArgumentException("the recipe lacks \"" + name + "\"");
        }
        return read(name, text, reader);
    }

    private <T> T unusual(String name, String usual, Function<String, T> reader) {
        String text = settings.remove(name);
        return read(name, text == null ? usual : text, reader);
    }

    private static <T> T read(String name, String text, Function<String, T> reader) {
        try {
            return reader.apply(text);
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException(
                    "\"" + shown(text) + "\" is no number, as the recipe's " + name + " is", e);
        }
    }

    private static PointChoice points(String id) {
        return Arrays.stream(PointChoice.values())
                .filter(choice -> choice.id().equals(id))
                .findFirst()
                .orElseThrow(() -> unknown(id));
    }

    private static Drawing drawing(String id) {
        return Arrays.stream(Drawing.values())
                .filter(way -> way.id().equals(id))
                .findFirst()
                .orElseThrow(() -> unknown(id));
    }

    private static Schedule schedule(String text) {
        Matcher cosine = COSINE.matcher(text);
        if (cosine.matches()) {
            return new Schedule.WarmupCosine(Double.parseDouble(cosine.group(1)));
        }
        Matcher steps = matched(STEPS, text);
        return new Schedule.Steps(
                Double.parseDouble(steps.group(1)), numbers(steps.group(3)), Double.parseDouble(steps.group(2)));
    }

    private static Augmentation augmentation(String text) {
        if (text.equals(RecipeText.RESIZED_CROP)) {
            return new Augmentation.ResizedCrop();
        }
        return text.equals("none")
                ? new Augmentation.None()
                : new Augmentation.CropAndFlip(
                        Integer.parseInt(matched(CROP, text).group(1)));
    }

    private static List<Double> numbers(String list) {
        return list.isBlank()
                ? List.of()
                : Arrays.stream(list.split(",", -1)).map(Double::valueOf).toList();
    }

    private static Matcher matched(Pattern pattern, String text) {
        Matcher matcher = pattern.matcher(text);
        if (!matcher.matches()) {
            throw unknown(text);
        }
        return matcher;
    }

    private static IllegalArgumentException unknown(String text) {
        return new IllegalArgumentException("\"" + shown(text) + "\" in the recipe is unknown to this program");
    }
}
