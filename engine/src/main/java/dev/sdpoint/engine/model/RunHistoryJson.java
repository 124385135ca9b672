package dev.sdpoint.engine.model;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;

/** A run's history as JSON: the same in model files and checkpoints. */
public final class RunHistoryJson {
    private RunHistoryJson() {}

    /** The history as an object. */
    public static ObjectNode write(RunHistory history) {
        ObjectNode node = Json.object()
                .put("startedAt", history.startedAt())
                .put("sessions", history.sessions())
                .put("calibrationSeconds", history.calibrationSeconds())
                .put("evaluationSeconds", history.evaluationSeconds());
        ArrayNode edits = node.putArray("rateEdits");
        for (RateEdit edit : history.rateEdits()) {
            edits.addObject().put("iteration", edit.iteration()).put("peakRate", edit.peakRate());
        }
        ArrayNode machines = node.putArray("machines");
        for (Machine machine : history.machines()) {
            machines.addObject()
                    .put("processor", machine.processor())
                    .put("logicalProcessors", machine.logicalProcessors())
                    .put("memoryBytes", machine.memoryBytes())
                    .put("device", machine.device().name())
                    .put("threads", machine.device().threads())
                    .put("nativeThreads", machine.device().nativeThreads());
        }
        return node;
    }

    /**
     * The history of an object.
     *
     * @throws IllegalArgumentException with what is wrong with it
     */
    public static RunHistory read(JsonNode object) {
        return read(Fields.of(object));
    }

    static RunHistory read(Fields node) {
        List<RateEdit> edits = node.list("rateEdits").stream()
                .map(edit -> new RateEdit(edit.whole("iteration"), edit.number("peakRate")))
                .toList();
        List<Machine> machines = node.list("machines").stream()
                .map(machine -> new Machine(
                        machine.text("processor"),
                        machine.integer("logicalProcessors"),
                        machine.whole("memoryBytes"),
                        new Device(
                                machine.text("device"), machine.integer("threads"), machine.integer("nativeThreads"))))
                .toList();
        return new RunHistory(
                node.text("startedAt"),
                node.integer("sessions"),
                node.number("calibrationSeconds"),
                node.number("evaluationSeconds"),
                edits,
                machines);
    }
}
