package dev.sdpoint.app.library;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sdpoint.app.concurrent.DirectTaskRunner;
import dev.sdpoint.engine.device.Capability;
import dev.sdpoint.engine.device.CudaBuild;
import dev.sdpoint.engine.device.CudaVersion;
import dev.sdpoint.engine.device.Devices;
import dev.sdpoint.engine.device.Gpu;
import dev.sdpoint.engine.device.GpuReading;
import dev.sdpoint.engine.device.GpuVerdict;
import dev.sdpoint.engine.device.Processor;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;

/** What the card of the device says, without a toolkit. */
final class DeviceInteractorTest {
    private static final Processor PROCESSOR =
            new Processor("Pretend 9000", 4, 8, List.of("AVX2", "AVX-512"), 24L << 30);
    private static final Gpu AMPERE = new Gpu(0, "Pretend RTX", new Capability(8, 6), 12L << 30);
    private static final Gpu HOPPER = new Gpu(0, "Pretend H100", new Capability(9, 0), 80L << 30);

    private final DeviceModel model = new DeviceModel();
    private final List<DeviceModel.Card> shown = new ArrayList<>();

    /** A machine; it may fail to load its libraries. */
    private record Machine(Devices devices, String device, OptionalLong freeGpuBytes) implements DeviceSource {
        Machine(String device, GpuReading reading, CudaBuild build) {
            this(
                    new Devices(PROCESSOR, reading, build, GpuVerdict.of(reading, build, true)),
                    device,
                    OptionalLong.empty());
        }

        @Override
        public String device() {
            if (device.isEmpty()) {
                throw new IllegalStateException("the libraries cannot be loaded");
            }
            return device;
        }

        @Override
        public List<String> explanation() {
            return devices.sentences();
        }
    }

    private static GpuReading with(Gpu gpu) {
        return new GpuReading.Found(new CudaVersion(12, 2), List.of(gpu));
    }

    private void ask(DeviceSource source) {
        model.cardProperty().addListener((property, before, now) -> shown.add(now));
        new DeviceInteractor(model, new DirectTaskRunner(), source).refresh();
    }

    @Test
    void saysAtOnceWhatIsKnownAndThenWhatComputes() {
        ask(new Machine("CPU with oneDNN 3.13.0, 8 threads", new GpuReading.NoDriver(), CudaBuild.LEFT_OUT));

        assertThat(shown).hasSize(2);
        assertThat(shown.get(0).facts())
                .containsExactly(
                        new DeviceModel.Fact("Processor", "Pretend 9000, 4 cores, 8 logical processors"),
                        new DeviceModel.Fact("Instructions", "AVX2, AVX-512"),
                        new DeviceModel.Fact("Memory", "24.0 GiB"));
        assertThat(shown.get(1).facts())
                .contains(new DeviceModel.Fact("Computes", "CPU with oneDNN 3.13.0, 8 threads"));
        assertThat(shown.get(1).chip()).isEqualTo("CPU computes");
        assertThat(shown.get(1).sentences()).singleElement().asString().startsWith("No NVIDIA driver");
    }

    @Test
    void namesAGpuItsMemoryAndWhyItRests() {
        ask(new Machine("CPU, 8 threads", with(HOPPER), CudaBuild.PRESENT));

        DeviceModel.Card card = model.cardProperty().get();
        assertThat(card.facts())
                .contains(new DeviceModel.Fact("GPU", "Pretend H100 (80.0 GiB, compute capability 9.0)"));
        assertThat(card.chip()).isEqualTo("CPU computes");
        assertThat(card.sentences().get(0)).contains("Pretend H100 is too new", "on the CPU");
    }

    @Test
    void showsTheFreeMemoryOfAGpuThatComputes() {
        Devices devices = new Machine("GPU", with(AMPERE), CudaBuild.PRESENT).devices();
        ask(new Machine(devices, "Pretend RTX (CUDA), 8 threads", OptionalLong.of(9L << 30)));

        DeviceModel.Card card = model.cardProperty().get();
        assertThat(card.chip()).isEqualTo("GPU computes");
        assertThat(card.facts()).contains(new DeviceModel.Fact("GPU memory", "9.0 GiB free at the moment"));
    }

    @Test
    void aGpuThatDidNotStartIsNotSaidToCompute() {
        ask(new Machine("CPU, 8 threads", with(AMPERE), CudaBuild.PRESENT));

        assertThat(model.cardProperty().get().chip()).isEqualTo("CPU computes");
    }

    @Test
    void librariesThatDoNotLoadLeaveWhatIsKnownAndASentence() {
        ask(new Machine("", new GpuReading.NoDriver(), CudaBuild.LEFT_OUT));

        DeviceModel.Card card = model.cardProperty().get();
        assertThat(card.facts()).hasSize(3);
        assertThat(card.sentences()).singleElement().asString().contains("the log says why");
    }
}
