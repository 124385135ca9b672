package dev.sdpoint.app.budget;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sdpoint.app.budget.TimesFile.Entry;
import dev.sdpoint.engine.evaluation.LatencyProfile;
import dev.sdpoint.engine.network.WideResNet;
import dev.sdpoint.engine.sdpoint.Instance;
import dev.sdpoint.engine.sdpoint.InstanceSpace;
import dev.sdpoint.faults.ChildJvm;
import dev.sdpoint.faults.FaultTest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TimesFileTest {
    private static final LatencyProfile PROFILE = PretendTimes.profile(
            new WideResNet(10, 1, 10, 32),
            InstanceSpace.of(3, List.of(0.5, 2.0 / 3)),
            Map.of(Instance.FULL, 0.1 + 0.2));

    @TempDir
    private Path folder;

    private Path path;
    private TimesFile file;

    @BeforeEach
    void place() {
        path = folder.resolve("new").resolve("times.tsv");
        file = new TimesFile(path);
    }

    @Test
    void givesBackEveryDigit() throws IOException {
        assertThat(file.read()).isEmpty();
        file.remember(new Entry("abc", "A processor · CPU, 2 threads", PROFILE));
        assertThat(file.read()).containsExactly(new Entry("abc", "A processor · CPU, 2 threads", PROFILE));
    }

    @Test
    void replacesWhatWasMeasuredOfTheSameModelOnTheSameMachineAlone() throws IOException {
        LatencyProfile later = new LatencyProfile("wrn-10-1", 50, PROFILE.timings());
        file.remember(new Entry("abc", "one", PROFILE));
        file.remember(new Entry("abc", "two", PROFILE));
        file.remember(new Entry("def", "one", PROFILE));
        file.remember(new Entry("abc", "one", later));
        assertThat(file.read())
                .containsExactly(
                        new Entry("abc", "two", PROFILE),
                        new Entry("def", "one", PROFILE),
                        new Entry("abc", "one", later));
    }

    @Test
    void leavesADamagedLineOutAndKeepsTheOthers() throws IOException {
        file.remember(new Entry("abc", "one", PROFILE));
        file.remember(new Entry("def", "one", PROFILE));
        String text = Files.readString(path);
        String number = String.valueOf(0.1 + 0.2);
        assertThat(text).contains(number);
        // A digit less is a number still, but another one.
        Files.writeString(path, text.replaceFirst(number, number.substring(0, number.length() - 1)));
        assertThat(file.read()).extracting(Entry::model).containsExactly("def");
        Files.writeString(path, text.substring(0, text.length() - 20));
        assertThat(file.read()).extracting(Entry::model).containsExactly("abc");
    }

    @Test
    void aFileThatIsNoneOfItsKindIsAsNone() throws IOException {
        Files.createDirectories(path.getParent());
        Files.write(path, new byte[] {(byte) 0xff, (byte) 0xfe, 0, 9, 9, 9, 9, 9, 9, (byte) 0x80, 10});
        assertThat(file.read()).isEmpty();
        Files.writeString(path, "Dear reader,\n\t\t\t\t\t\t\n");
        assertThat(file.read()).isEmpty();
        file.remember(new Entry("abc", "one", PROFILE));
        assertThat(file.read()).hasSize(1);
    }

    @Test
    void keepsTheNewestTwoHundred() throws IOException {
        for (int i = 0; i < 203; i++) {
            file.remember(new Entry("model " + i, "one", PROFILE));
        }
        assertThat(file.read()).hasSize(200).last().extracting(Entry::model).isEqualTo("model 202");
        assertThat(file.read().get(0).model()).isEqualTo("model 3");
    }

    /** Another window, in which 20 models are measured. */
    static final class Other {
        private Other() {}

        public static void main(String[] args) throws Exception {
            System.out.println("ready");
            System.in.read();
            rememberTwenty(new TimesFile(Path.of(args[0])), "other");
            System.out.println("remembered");
        }
    }

    private static void rememberTwenty(TimesFile file, String name) throws IOException {
        for (int i = 0; i < 20; i++) {
            file.remember(new Entry(name + i, "one", PROFILE));
        }
    }

    @FaultTest
    void twoWindowsRememberBothTheirMeasurements() throws Exception {
        try (ChildJvm other = ChildJvm.of(Other.class, path).start(folder.resolve("errors"))) {
            assertThat(other.await("ready")).as(other.errors()).isTrue();
            other.say("go");
            rememberTwenty(file, "mine");
            assertThat(other.await("remembered")).as(other.errors()).isTrue();
        }
        assertThat(file.read()).hasSize(40).extracting(Entry::model).doesNotHaveDuplicates();
    }

    @Test
    void saysThatItCannotBeWritten() throws IOException {
        Files.writeString(folder.resolve("new"), "a file where the folder should be");
        assertThatThrownBy(() -> file.remember(new Entry("abc", "one", PROFILE)))
                .isInstanceOf(IOException.class);
    }
}
