package dev.sdpoint.app.study;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.sdpoint.app.figure.Figure;
import java.util.ArrayList;
import java.util.List;

/**
 * The answer of a study.
 *
 * @param study name of the study
 * @param data on what images
 * @param findings sentences that say what came out
 * @param table the numbers
 * @param figure their picture
 */
public record StudyResult(String study, String data, List<String> findings, StudyTable table, Figure figure) {
    public StudyResult {
        findings = List.copyOf(findings);
    }

    /** Everything but the figure as text. */
    public String written(StudyFormat format) {
        return switch (format) {
            case CSV -> table.csv();
            case JSON -> json();
            case TEXT -> data + '\n' + String.join("\n", findings) + (findings.isEmpty() ? "" : "\n") + table.text();
        };
    }

    private String json() {
        JsonMapper mapper = new JsonMapper();
        ObjectNode root = mapper.createObjectNode();
        root.put("study", study).put("data", data);
        var sentences = root.putArray("findings");
        findings.forEach(sentences::add);
        var array = root.putArray("rows");
        List<ObjectNode> nodes = new ArrayList<>();
        for (int i = 0; i < table.size(); i++) {
            nodes.add(array.addObject());
        }
        table.json(nodes);
        try {
            DefaultPrettyPrinter printer =
                    new DefaultPrettyPrinter().withObjectIndenter(new DefaultIndenter("  ", "\n"));
            return mapper.writer(printer).writeValueAsString(root) + '\n';
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a tree of texts and numbers can always be written", e);
        }
    }
}
