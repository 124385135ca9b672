package dev.sdpoint.engine.model;

import dev.sdpoint.fuzzing.FuzzTarget;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/**
 * The sealed zip around a model. An input that begins with {@code s} is the list of contents of an otherwise sound zip, whose checksums
 * bytes alone would not get past; any other is a whole file.
 */
public final class ModelFileFuzz implements FuzzTarget {
    private static final String KIND = "test";
    private static final Map<String, byte[]> PARTS = parts();

    private static Map<String, byte[]> parts() {
        Map<String, byte[]> parts = new LinkedHashMap<>();
        parts.put("manifest.json", "{}".getBytes(StandardCharsets.UTF_8));
        parts.put("weights/a.f32", new byte[] {1, 2, 3, 4});
        return parts;
    }

    @Override
    public String name() {
        return "model-file";
    }

    @Override
    public List<byte[]> seeds() throws Exception {
        ByteArrayOutputStream zip = new ByteArrayOutputStream();
        SealedZip.writeTo(zip, KIND, 1, PARTS);
        byte[] seal;
        try (var in = new java.util.zip.ZipInputStream(new ByteArrayInputStream(zip.toByteArray()))) {
            in.getNextEntry();
            seal = in.readAllBytes();
        }
        ByteArrayOutputStream marked = new ByteArrayOutputStream();
        marked.write('s');
        marked.write(seal);
        return List.of(zip.toByteArray(), marked.toByteArray(), zip(seal));
    }

    @Override
    public void read(byte[] input) throws Exception {
        byte[] file = input.length > 0 && input[0] == 's' ? zip(Arrays.copyOfRange(input, 1, input.length)) : input;
        SealedZipReader.read(new ByteArrayInputStream(file), "any.sdp", KIND, 1, null);
    }

    /** Deflated, as other programs write them. */
    private static byte[] zip(byte[] seal) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            zip.putNextEntry(new ZipEntry(SealedZip.SEAL));
            zip.write(seal);
            zip.closeEntry();
            for (Map.Entry<String, byte[]> part : PARTS.entrySet()) {
                zip.putNextEntry(new ZipEntry(part.getKey()));
                zip.write(part.getValue());
                zip.closeEntry();
            }
        }
        return bytes.toByteArray();
    }

    @Override
    public Class<? extends Exception> refusal() {
        return ModelFileException.class;
    }
}
