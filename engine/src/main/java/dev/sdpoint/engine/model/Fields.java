package dev.sdpoint.engine.model;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The fields of a JSON object, each of the type that is asked for. Every method throws IllegalArgumentException with the
 * field's path when it is missing or of another type; nothing is converted silently.
 *
 * @param object the object
 * @param path where it stands, empty for the root
 */
record Fields(JsonNode object, String path) {
    static Fields of(JsonNode root) {
        if (!root.isObject()) {
            throw new IllegalArgumentException("its manifest is no JSON object");
        }
        return new Fields(root, "");
    }

    /** Whether there is such a field, for those that older programs did not write. */
    boolean has(String name) {
        return object.has(name);
    }

    Fields in(String name) {
        return new Fields(require(name, get(name), get(name).isObject(), "an object"), at(name) + ".");
    }

    List<Fields> list(String name) {
        List<Fields> items = new ArrayList<>();
        for (JsonNode item : array(name)) {
            String itemPath = name + "[" + items.size() + "]";
            items.add(new Fields(require(itemPath, item, item.isObject(), "an object"), at(itemPath) + "."));
        }
        return items;
    }

    String text(String name) {
        return require(name, get(name), get(name).isTextual(), "a text").textValue();
    }

    int integer(String name) {
        JsonNode node = get(name);
        return require(name, node, node.isIntegralNumber() && node.canConvertToInt(), "a whole number")
                .intValue();
    }

    long whole(String name) {
        JsonNode node = get(name);
        return require(name, node, node.isIntegralNumber() && node.canConvertToLong(), "a whole number")
                .longValue();
    }

    double number(String name) {
        return require(name, get(name), get(name).isNumber(), "a number").doubleValue();
    }

    /** A number; NaN for null. */
    double numberOrNull(String name) {
        return get(name).isNull() ? Double.NaN : number(name);
    }

    List<String> texts(String name) {
        List<String> texts = new ArrayList<>();
        for (JsonNode item : array(name)) {
            texts.add(require(name, item, item.isTextual(), "a list of texts").textValue());
        }
        return texts;
    }

    List<Double> numbers(String name) {
        List<Double> numbers = new ArrayList<>();
        for (JsonNode item : array(name)) {
            numbers.add(
                    require(name, item, item.isNumber(), "a list of numbers").doubleValue());
        }
        return numbers;
    }

    float[] floats(String name) {
        JsonNode array = array(name);
        float[] floats = new float[array.size()];
        for (int i = 0; i < floats.length; i++) {
            floats[i] = require(name, array.get(i), array.get(i).isNumber(), "a list of numbers")
                    .floatValue();
        }
        return floats;
    }

    Map<String, String> textsByName(String name) {
        Fields fields = in(name);
        Map<String, String> texts = new LinkedHashMap<>();
        fields.object.fieldNames().forEachRemaining(key -> texts.put(key, fields.text(key)));
        return texts;
    }

    private JsonNode array(String name) {
        return require(name, get(name), get(name).isArray(), "a list");
    }

    private JsonNode get(String name) {
        return object.path(name);
    }

    private JsonNode require(String name, JsonNode node, boolean fits, String type) {
        if (node.isMissingNode()) {
            throw new IllegalArgumentException("its manifest lacks \"" + at(name) + "\"");
        }
        if (!fits) {
            throw new IllegalArgumentException("\"" + at(name) + "\" in its manifest is not " + type);
        }
        return node;
    }

    private String at(String name) {
        return path + name;
    }
}
