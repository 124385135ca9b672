import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Puts the program's PNG icons into the containers that Windows ({@code .ico}) and macOS ({@code .icns}) want; both take PNGs as they
 * are. Run by the build as a source file: {@code java Icons.java FOLDER-OF-PNGS OUT}.
 */
public final class Icons {
    private static final int[] WINDOWS = {16, 24, 32, 48, 64, 128, 256};
    private static final int[] MAC = {128, 256, 512};
    private static final String[] MAC_TYPES = {"ic07", "ic08", "ic09"};

    private Icons() {}

    /** Writes {@code sdpoint.ico}, {@code sdpoint.icns} and {@code sdpoint.png}. */
    public static void main(String[] arguments) throws IOException {
        Path from = Path.of(arguments[0]);
        Path out = Files.createDirectories(Path.of(arguments[1]));
        Files.write(out.resolve("sdpoint.ico"), ico(from));
        Files.write(out.resolve("sdpoint.icns"), icns(from));
        Files.copy(png(from, 256), out.resolve("sdpoint.png"), java.nio.file.StandardCopyOption.REPLACE_EXISTING);
    }

    private static Path png(Path folder, int side) {
        return folder.resolve("icon-" + side + ".png");
    }

    private static byte[] ico(Path folder) throws IOException {
        ByteArrayOutputStream pictures = new ByteArrayOutputStream();
        ByteBuffer head = ByteBuffer.allocate(6 + 16 * WINDOWS.length).order(ByteOrder.LITTLE_ENDIAN);
        head.putShort((short) 0).putShort((short) 1).putShort((short) WINDOWS.length);
        for (int side : WINDOWS) {
            byte[] png = Files.readAllBytes(png(folder, side));
            head.put((byte) side).put((byte) side); // 256 becomes 0, as it should
            head.put((byte) 0).put((byte) 0).putShort((short) 1).putShort((short) 32);
            head.putInt(png.length).putInt(head.capacity() + pictures.size());
            pictures.write(png);
        }
        ByteArrayOutputStream file = new ByteArrayOutputStream();
        file.write(head.array());
        pictures.writeTo(file);
        return file.toByteArray();
    }

    private static byte[] icns(Path folder) throws IOException {
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        for (int i = 0; i < MAC.length; i++) {
            byte[] png = Files.readAllBytes(png(folder, MAC[i]));
            body.write(MAC_TYPES[i].getBytes(StandardCharsets.US_ASCII));
            body.write(ByteBuffer.allocate(4).putInt(png.length + 8).array());
            body.write(png);
        }
        ByteArrayOutputStream file = new ByteArrayOutputStream();
        file.write("icns".getBytes(StandardCharsets.US_ASCII));
        file.write(ByteBuffer.allocate(4).putInt(body.size() + 8).array());
        body.writeTo(file);
        return file.toByteArray();
    }
}
