package dev.sdpoint.engine.model;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;

/** JSON as trees: the same bytes on every platform, and strict in reading. */
final class Json {
    /** A tree takes some twenty times the memory of its text, so a text of brackets alone must end somewhere. */
    private static final int MOST_TOKENS = 600_000;

    private static final int DEEPEST = 100;
    private static final JsonMapper MAPPER = JsonMapper.builder(JsonFactory.builder()
                    .streamReadConstraints(StreamReadConstraints.builder()
                            .maxTokenCount(MOST_TOKENS)
                            .maxNestingDepth(DEEPEST)
                            .build())
                    .build())
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            // decimal text straight to float or double: by way of a double, a float could be rounded twice
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .build();
    private static final DefaultIndenter LINES = new DefaultIndenter("  ", "\n");

    private Json() {}

    static ObjectNode object() {
        return MAPPER.createObjectNode();
    }

    /** Indented text in UTF-8 that ends with a line feed. */
    static byte[] bytes(JsonNode tree) throws IOException {
        String text = MAPPER.writer(new DefaultPrettyPrinter().withObjectIndenter(LINES))
                .writeValueAsString(tree);
        return (text + "\n").getBytes(java.nio.charset.StandardCharsets.UTF_8);
    }

    /**
     * The tree of a text.
     *
     * @throws IOException if it is no JSON, names a field twice, has an immense number or goes on after its end
     */
    static JsonNode parse(byte[] text) throws IOException {
        try {
            return MAPPER.readTree(text);
        } catch (IllegalArgumentException | ArithmeticException e) { // a number such as 1e9999999999
            throw new IOException("a number in it is too large", e);
        }
    }
}
