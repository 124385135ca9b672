package dev.sdpoint.engine.model;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What a sealed zip says of itself: claims, each of which is checked when the part that it is about is read.
 *
 * @param version of the format, at least 1
 * @param parts by name, in their order
 */
record Seal(int version, Map<String, Part> parts) {
    /**
     * A part.
     *
     * @param bytes its length
     * @param sha256 its checksum as 64 hexadecimal digits; anything else never matches
     */
    record Part(int bytes, String sha256) {}

    /** @param list one object a part; lengths and names were found possible */
    static Seal of(int version, JsonNode list) {
        Map<String, Part> parts = new LinkedHashMap<>();
        list.properties()
                .forEach(entry -> parts.put(
                        entry.getKey(),
                        new Part(
                                entry.getValue().path("bytes").intValue(),
                                entry.getValue().path("sha256").asText())));
        return new Seal(version, parts);
    }

    /** The length of a part; throws IllegalArgumentException if there is none of that name. */
    int bytes(String name) {
        return part(name).bytes();
    }

    /** The checksum of a part; throws IllegalArgumentException if there is none of that name. */
    String sha256(String name) {
        return part(name).sha256();
    }

    private Part part(String name) {
        Part part = parts.get(name);
        if (part == null) {
            throw new IllegalArgumentException("its part " + name + " is missing");
        }
        return part;
    }
}
