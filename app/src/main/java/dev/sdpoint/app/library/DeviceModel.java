package dev.sdpoint.app.library;

import dev.sdpoint.app.text.Texts;
import dev.sdpoint.engine.device.Devices;
import dev.sdpoint.engine.device.Gibibytes;
import dev.sdpoint.engine.device.Gpu;
import dev.sdpoint.engine.device.GpuVerdict;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/** What the card of the device shows. JavaFX thread only. */
final class DeviceModel {
    private static final Texts TEXTS = Texts.of(DeviceModel.class);

    /**
     * A name and what is to be said of it.
     *
     * @param key such as "Processor"
     */
    record Fact(String key, String value) {}

    /**
     * Everything on the card.
     *
     * @param chip what computes, in a word or two
     * @param facts of the machine, from top to bottom
     * @param sentences what computes, why, and what to do
     */
    record Card(String chip, List<Fact> facts, List<String> sentences) {
        Card {
            facts = List.copyOf(facts);
            sentences = List.copyOf(sentences);
        }
    }

    private final Card asking = new Card("", List.of(), List.of(TEXTS.get("device.asking")));
    private final ReadOnlyObjectWrapper<Card> card = new ReadOnlyObjectWrapper<>(asking);

    ReadOnlyObjectProperty<Card> cardProperty() {
        return card.getReadOnlyProperty();
    }

    /** Whether the machine was asked already. */
    @SuppressWarnings("ReferenceEquality") // one value stands for not knowing yet
    boolean asked() {
        return card.get() != asking;
    }

    void show(Card now) {
        card.set(now);
    }

    /**
     * The card of a machine.
     *
     * @param device what computes, in words, if something has computed yet; empty if not
     * @param sentences what computes, why, and what to do
     * @param freeGpuBytes memory of the GPU that nobody uses; empty where the CPU computes
     */
    static Card card(Devices devices, String device, List<String> sentences, OptionalLong freeGpuBytes) {
        List<Fact> facts = new ArrayList<>();
        facts.add(new Fact(
                TEXTS.get("device.processor"),
                devices.processor().name() + ", " + devices.processor().processors()));
        facts.add(new Fact(TEXTS.get("device.instructions"), devices.processor().instructionSet()));
        facts.add(new Fact(TEXTS.get("device.memory"), devices.processor().memory(TEXTS.get("device.memory.unknown"))));
        for (Gpu gpu : devices.gpus()) {
            boolean only = devices.gpus().size() == 1;
            facts.add(new Fact(TEXTS.get(only ? "device.gpu" : "device.gpu.numbered", gpu.ordinal()), gpu.title()));
        }
        freeGpuBytes.ifPresent(free -> facts.add(
                new Fact(TEXTS.get("device.gpu-memory"), TEXTS.get("device.gpu-memory.free", Gibibytes.of(free)))));
        if (!device.isEmpty()) {
            facts.add(new Fact(TEXTS.get("device.computes"), device));
        }
        boolean gpu = devices.verdict().kind() == GpuVerdict.Kind.GPU_COMPUTES && !device.startsWith("CPU");
        return new Card(TEXTS.get(gpu ? "device.chip.gpu" : "device.chip.cpu"), facts, sentences);
    }
}
