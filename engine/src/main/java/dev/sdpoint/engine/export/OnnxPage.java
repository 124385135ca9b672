package dev.sdpoint.engine.export;

import dev.sdpoint.engine.evaluation.InstanceScore;
import dev.sdpoint.engine.model.SdpModel;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** A page of Markdown beside ONNX files: what they are, and how they are run in Python and in Java. */
final class OnnxPage {
    private static final String PYTHON = """
            import sys

            import numpy as np
            import onnxruntime  # pip install onnxruntime pillow
            from PIL import Image, ImageOps

            session = onnxruntime.InferenceSession("FILE")
            names = session.get_modelmeta().custom_metadata_map["class_names"].split("\\n")
            side = session.get_inputs()[0].shape[2]

            files = sys.argv[1:]
            images = [np.asarray(ImageOps.fit(Image.open(f).convert("RGB"), (side, side)), np.float32) for f in files]
            batch = np.stack(images).transpose(0, 3, 1, 2)  # channels first, 0 … 255
            for file, probabilities in zip(files, session.run(None, {"image": batch})[0]):
                for best in probabilities.argsort()[::-1][:5]:
                    print(f"{file}: {100 * probabilities[best]:.1f} % {names[best]}")
            """;

    private static final String JAVA = """
            import ai.onnxruntime.OnnxTensor; // com.microsoft.onnxruntime:onnxruntime
            import ai.onnxruntime.OrtEnvironment;
            import ai.onnxruntime.OrtSession;
            import java.awt.image.BufferedImage;
            import java.io.File;
            import java.nio.FloatBuffer;
            import java.util.Map;
            import javax.imageio.ImageIO;

            class RunOnnx {
                public static void main(String[] files) throws Exception {
                    OrtEnvironment environment = OrtEnvironment.getEnvironment();
                    try (OrtSession session = environment.createSession("FILE")) {
                        String[] names = session.getMetadata().getCustomMetadata().get("class_names").split("\\n");
                        for (String file : files) {
                            long[] shape = {1, 3, SIDE, SIDE};
                            FloatBuffer pixels = FloatBuffer.wrap(pixels(ImageIO.read(new File(file)), SIDE));
                            try (OnnxTensor image = OnnxTensor.createTensor(environment, pixels, shape);
                                    OrtSession.Result result = session.run(Map.of("image", image))) {
                                float[] probabilities = ((float[][]) result.get(0).getValue())[0];
                                int best = 0;
                                for (int i = 1; i < probabilities.length; i++) {
                                    best = probabilities[i] > probabilities[best] ? i : best;
                                }
                                System.out.printf("%s: %.1f %% %s%n", file, 100 * probabilities[best], names[best]);
                            }
                        }
                    }
                }

                /** Channels first, red, green, blue, 0 … 255, of the middle square. */
                static float[] pixels(BufferedImage picture, int side) {
                    int square = Math.min(picture.getWidth(), picture.getHeight());
                    int left = (picture.getWidth() - square) / 2;
                    int top = (picture.getHeight() - square) / 2;
                    BufferedImage fitted = new BufferedImage(side, side, BufferedImage.TYPE_INT_RGB);
                    fitted.createGraphics().drawImage(
                            picture.getSubimage(left, top, square, square)
                                    .getScaledInstance(side, side, java.awt.Image.SCALE_AREA_AVERAGING), 0, 0, null);
                    float[] values = new float[3 * side * side];
                    for (int i = 0; i < side * side; i++) {
                        int rgb = fitted.getRGB(i % side, i / side);
                        values[i] = rgb >> 16 & 255;
                        values[side * side + i] = rgb >> 8 & 255;
                        values[2 * side * side + i] = rgb & 255;
                    }
                    return values;
                }
            }
            """;

    /**
     * A file.
     *
     * @param file its name
     * @param score of the instance in it
     */
    record Line(String file, InstanceScore score) {}

    private OnnxPage() {}

    /**
     * The page.
     *
     * @param lines the files, at least one; the first is the one that the programs run
     */
    static String markdown(SdpModel model, List<Line> lines) {
        if (lines.isEmpty()) {
            throw new IllegalArgumentException("there is no instance to write");
        }
        int side = model.network().side();
        String table = lines.stream()
                .map(line -> String.format(
                        Locale.ROOT,
                        "| `%s` | %s | %.2f | %.1f %% | %.2f %% |%n",
                        line.file(),
                        line.score().instance().label(),
                        line.score().flops() / 1e6,
                        100 * line.score().relativeCost(),
                        100 * line.score().top1Error()))
                .map(line -> line.replace(System.lineSeparator(), "\n"))
                .collect(Collectors.joining());
        String first = lines.get(0).file();
        return """
                # %s as ONNX

                Instances of one set of weights, trained with %s on %s. Operator set %d.

                | file | instance | MFLOPs | of full | top-1 error on %,d validation images |
                |---|---|---|---|---|
                %s
                - Input `image`: float32 `[batch, 3, %d, %d]`, any batch; channels red, green, blue; values 0 … 255 as pixels are. The graph
                  subtracts the mean and divides by the deviation itself.
                - Output `probabilities`: float32 `[batch, %d]`; a row sums to 1. Classes: %s.
                - The file's own texts (`metadata_props`) have the class names, one a line, the cost, the error, and where the weights come from.

                ## Python

                ```python
                %s```

                ## Java

                ```java
                %s```
                """.formatted(
                        model.network().name(),
                        model.record().method(),
                        model.record().dataTitle(),
                        OnnxFile.OPERATORS,
                        model.sweep().images(),
                        table,
                        side,
                        side,
                        model.network().classes(),
                        String.join(", ", model.classNames()),
                        python(first),
                        java(first, side));
    }

    static String python(String file) {
        return PYTHON.replace("FILE", quoted(file));
    }

    static String java(String file, int side) {
        return JAVA.replace("SIDE", String.valueOf(side)).replace("FILE", quoted(file));
    }

    private static String quoted(String file) {
        return file.replace("\\", "\\\\").replace("\"", "\\\"");
    }
}
