package dev.sdpoint.engine.data;

import dev.sdpoint.fuzzing.FuzzTarget;
import dev.sdpoint.fuzzing.ScratchFolder;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** One file of a folder of CIFAR-10 or CIFAR-100 with one record a file; the first byte says which. */
public final class CifarFuzz implements FuzzTarget {
    private static final int RECORD = 3072;
    private static final List<String> TEN = List.of(
            "batches.meta.txt",
            "test_batch.bin",
            "data_batch_1.bin",
            "data_batch_2.bin",
            "data_batch_3.bin",
            "data_batch_4.bin",
            "data_batch_5.bin");
    private static final List<String> HUNDRED = List.of("fine_label_names.txt", "test.bin", "train.bin");

    private final Path ten = ScratchFolder.create();
    private final Path hundred = ScratchFolder.create();

    @Override
    public String name() {
        return "cifar";
    }

    @Override
    public List<byte[]> seeds() {
        List<byte[]> seeds = new ArrayList<>();
        for (int file = 0; file < TEN.size() + HUNDRED.size(); file++) {
            byte[] content = sound(file);
            byte[] seed = new byte[1 + content.length];
            seed[0] = (byte) file;
            System.arraycopy(content, 0, seed, 1, content.length);
            seeds.add(seed);
        }
        return seeds;
    }

    private static byte[] sound(int file) {
        boolean isTen = file < TEN.size();
        int inFolder = isTen ? file : file - TEN.size();
        if (inFolder == 0) {
            return IntStream.range(0, isTen ? 10 : 100)
                    .mapToObj(label -> "class " + label)
                    .collect(Collectors.joining("\n"))
                    .getBytes(StandardCharsets.UTF_8);
        }
        byte[] record = new byte[(isTen ? 1 : 2) + RECORD];
        Arrays.fill(record, (byte) 9);
        return record;
    }

    @Override
    public void read(byte[] input) throws Exception {
        int file = input.length == 0 ? 0 : (input[0] & 0xFF) % (TEN.size() + HUNDRED.size());
        byte[] content = input.length == 0 ? input : Arrays.copyOfRange(input, 1, input.length);
        boolean isTen = file < TEN.size();
        int from = isTen ? 0 : TEN.size();
        List<String> names = isTen ? TEN : HUNDRED;
        Path folder = isTen ? ten : hundred;
        for (int i = 0; i < names.size(); i++) {
            write(folder.resolve(names.get(i)), from + i == file ? content : sound(from + i));
        }
        DataSet data = isTen ? CifarFolder.read(folder, 1) : Cifar100Folder.read(folder, 1, 1);
        data.training().label(0);
    }

    private static void write(Path file, byte[] content) throws IOException {
        Files.write(file, content);
    }

    @Override
    public Class<? extends Exception> refusal() {
        return DataException.class;
    }

    @Override
    public int shortRun() {
        return 300;
    }
}
