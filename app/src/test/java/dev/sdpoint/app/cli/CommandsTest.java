package dev.sdpoint.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sdpoint.engine.data.BundledCifar10;
import dev.sdpoint.engine.data.RgbImage;
import java.awt.image.BufferedImage;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The commands as a script would call them. */
final class CommandsTest {
    @TempDir
    private Path folder;

    private static String[] training(String data, Path out, String... more) {
        Stream<String> words = Stream.of(
                "train",
                "--data",
                data,
                "--network",
                "wrn-10-1",
                "--epochs",
                "1",
                "--seed",
                "1",
                "--out",
                out.toString());
        return Stream.concat(words, Stream.of(more)).toArray(String[]::new);
    }

    @Test
    void wrongUseIsOneSentenceAndExitTwo() {
        for (String[] wrong : List.of(
                new String[] {"cost", "--network", "alexnet"},
                new String[] {"cost", "--network", "wrn-17-2"},
                new String[] {"cost"},
                new String[] {"classify", "--model", "m.sdp", "--budget", "1.5", "a.png"},
                new String[] {
                    "train",
                    "--data",
                    "bundled",
                    "--network",
                    "wrn-10-1",
                    "--epochs",
                    "0",
                    "--seed",
                    "1",
                    "--out",
                    folder.resolve("m.sdp").toString()
                },
                training("bundled", folder.resolve("m.sdp"), "--method", "magic"),
                new String[] {"dance"})) {
            Answer answer = Answer.to(wrong);
            assertThat(answer.exit()).as(Arrays.toString(wrong)).isEqualTo(2);
            assertThat(answer.err().strip().lines().count()).as(answer.err()).isEqualTo(1);
            assertThat(answer.err()).doesNotContain("Exception");
        }
    }

    @Test
    void failuresAreOneSentenceAndExitOne() throws Exception {
        Path broken = folder.resolve("broken.sdp");
        Files.write(broken, "PK not a zip at all".getBytes(StandardCharsets.UTF_8));
        for (String[] failing : List.of(
                new String[] {"sweep", "--model", folder.resolve("none.sdp").toString(), "--data", "bundled"},
                new String[] {"sweep", "--model", broken.toString(), "--data", "bundled"},
                new String[] {"classify", "--model", broken.toString(), "--budget", "0.5", "a.png"},
                training(folder.toString(), folder.resolve("m.sdp")))) {
            Answer answer = Answer.to(failing);
            assertThat(answer.exit()).as(Arrays.toString(failing)).isEqualTo(1);
            assertThat(answer.err().strip().lines().count()).as(answer.err()).isEqualTo(1);
            assertThat(answer.err()).doesNotContain("Exception").doesNotContain("\tat ");
        }
    }

    @Test
    void verboseAddsTheStackTrace() {
        Answer answer = Answer.to(
                "--verbose", "sweep", "--model", folder.resolve("none.sdp").toString(), "--data", "bundled");

        assertThat(answer.exit()).isEqualTo(1);
        assertThat(answer.err()).contains("\tat ");
    }

    @Test
    void aCardIsNotWrittenOverItsModel() throws Exception {
        Path link = Files.createSymbolicLink(folder.resolve("link"), Files.createDirectory(folder.resolve("there")));
        for (String card : List.of("there/m.sdp", "there/../there/m.sdp", "link/m.sdp", "there/m.sdp.checkpoint")) {
            Answer answer =
                    Answer.to(training("bundled", folder.resolve("there/m.sdp"), "--card", folder + "/" + card));
            assertThat(answer.exit()).as(card).isEqualTo(2);
            assertThat(answer.err()).startsWith("The card would be written over the model or its checkpoint.");
        }
        assertThat(link).isEmptyDirectory();
    }

    @Test
    void trainsSweepsAndClassifiesForReal() throws Exception {
        Path model = folder.resolve("tiny.sdp");
        Path card = folder.resolve("tiny.md");

        String[] training = {
            "train",
            "--data",
            "bundled",
            "--network",
            "wrn-10-1",
            "--epochs",
            "1",
            "--seed",
            "1",
            "--out=" + model,
            "--card",
            card.toString()
        };
        Answer trained = Answer.to(training);
        assertThat(trained.exit()).as(trained.err()).isZero();
        assertThat(model).isRegularFile();
        assertThat(card)
                .content()
                .contains(
                        "wrn-10-1",
                        "sdpoint train --data bundled --network wrn-10-1 --epochs 1 --seed 1 --out tiny.sdp")
                .doesNotContain("train train", folder.toString());
        assertThat(folder.resolve("tiny.sdp.checkpoint")).doesNotExist();
        Answer again = Answer.to(training);
        assertThat(again.exit()).isEqualTo(1);
        assertThat(again.err()).contains(model + " and 1 more are there already; nothing was written.", "--force");
        Answer resumed = Answer.to(
                Stream.concat(Stream.of(training), Stream.of("--resume")).toArray(String[]::new));
        assertThat(resumed.exit()).as("there is no checkpoint to go on from").isEqualTo(1);
        assertThat(resumed.err()).contains("there already");

        Answer swept = Answer.to("sweep", "--model", model.toString(), "--data", "bundled", "--format", "csv");
        assertThat(swept.exit()).as(swept.err()).isZero();
        assertThat(swept.rows().get(0))
                .isEqualTo("point,ratio,flops,relative_cost,top1_error,top5_error,millis_per_image,dominated");
        assertThat(swept.rows()).hasSize(1 + 7);
        for (String row : swept.rows().subList(1, swept.rows().size())) {
            String[] cells = row.split(",", -1);
            assertThat(Double.parseDouble(cells[4])).isBetween(0.0, 0.9);
            assertThat(Double.parseDouble(cells[5])).isLessThanOrEqualTo(Double.parseDouble(cells[4]));
            assertThat(Double.parseDouble(cells[6])).isPositive();
        }

        Path picture = folder.resolve("picture.png");
        write(BundledCifar10.load().validation().image(0), picture);
        Path text = Files.writeString(folder.resolve("text.png"), "no picture");
        Answer classified = Answer.to(
                "classify", "--model", model.toString(), "--budget", "0.8", picture.toString(), text.toString());
        assertThat(classified.exit()).isEqualTo(1);
        assertThat(classified.out()).contains("picture.png").contains(" ms)");
        assertThat(classified.rows()).hasSize(2 + 5);
        assertThat(classified.err()).contains("text.png");
    }

    private static void write(RgbImage image, Path file) throws java.io.IOException {
        BufferedImage picture = new BufferedImage(image.width(), image.height(), BufferedImage.TYPE_INT_RGB);
        byte[] pixels = image.pixels();
        for (int i = 0; i < image.width() * image.height(); i++) {
            int rgb = (pixels[3 * i] & 255) << 16 | (pixels[3 * i + 1] & 255) << 8 | (pixels[3 * i + 2] & 255);
            picture.setRGB(i % image.width(), i / image.width(), rgb);
        }
        ImageIO.write(picture, "png", file.toFile());
    }
}
