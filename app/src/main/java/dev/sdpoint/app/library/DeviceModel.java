package dev.sdpoint.app.library;

import dev.sdpoint.engine.device.Devices;
import dev.sdpoint.engine.device.Gigabytes;
import dev.sdpoint.engine.device.Gpu;
import dev.sdpoint.engine.device.GpuVerdict;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/** What the card of the device shows. JavaFX thread only. */
final class DeviceModel {
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

    private static final Card ASKING = new Card("", List.of(), List.of("Asking the system and its drivers…"));

    private final ReadOnlyObjectWrapper<Card> card = new ReadOnlyObjectWrapper<>(ASKING);

    ReadOnlyObjectProperty<Card> cardProperty() {
        return card.getReadOnlyProperty();
    }

    /** Whether the machine was asked already. */
    @SuppressWarnings("ReferenceEquality") // one value stands for not knowing yet
    boolean asked() {
        return card.get() != ASKING;
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
                "Processor",
                devices.processor().name() + ", " + devices.processor().processors()));
        facts.add(new Fact("Instructions", devices.processor().instructionSet()));
        facts.add(new Fact("Memory", devices.processor().memory("not told by this system")));
        for (Gpu gpu : devices.gpus()) {
            facts.add(new Fact(devices.gpus().size() == 1 ? "GPU" : "GPU " + gpu.ordinal(), gpu.title()));
        }
        freeGpuBytes.ifPresent(free -> facts.add(new Fact("GPU memory", Gigabytes.of(free) + " free at the moment")));
        if (!device.isEmpty()) {
            facts.add(new Fact("Computes", device));
        }
        boolean gpu = devices.verdict().kind() == GpuVerdict.Kind.GPU_COMPUTES && !device.startsWith("CPU");
        return new Card(gpu ? "GPU computes" : "CPU computes", facts, sentences);
    }
}
