import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.RoundRectangle2D;
import java.awt.image.BufferedImage;
import java.io.File;
import java.io.IOException;
import javax.imageio.ImageIO;

/** Draws the program's icon in all sizes: java MakeIcons.java ../src/main/resources/dev/sdpoint/app/shell */
final class MakeIcons {
    private static final int[] SIDES = {16, 24, 32, 48, 64, 128, 256, 512};
    private static final double[] HEIGHTS = {1, 1, 1, 0.5, 0.5};
    private static final String[] COLORS = {"#4a6fd0", "#2f8fa8", "#1fa187", "#4ac16d", "#d4e21a"};
    private static final int OVERSAMPLING = 8;

    private MakeIcons() {}

    public static void main(String[] arguments) throws IOException {
        for (int side : SIDES) {
            ImageIO.write(icon(side), "png", new File(arguments[0], "icon-" + side + ".png"));
        }
    }

    private static BufferedImage icon(int side) {
        BufferedImage large = draw(side * OVERSAMPLING);
        BufferedImage small = new BufferedImage(side, side, BufferedImage.TYPE_INT_ARGB);
        for (int y = 0; y < side; y++) {
            for (int x = 0; x < side; x++) {
                small.setRGB(x, y, mean(large, x * OVERSAMPLING, y * OVERSAMPLING));
            }
        }
        return small;
    }

    private static int mean(BufferedImage image, int left, int top) {
        double alpha = 0;
        double[] color = new double[3];
        for (int y = top; y < top + OVERSAMPLING; y++) {
            for (int x = left; x < left + OVERSAMPLING; x++) {
                int argb = image.getRGB(x, y);
                double a = argb >>> 24;
                alpha += a;
                for (int c = 0; c < 3; c++) {
                    color[c] += a * (argb >> (16 - 8 * c) & 255);
                }
            }
        }
        int argb = (int) Math.round(alpha / OVERSAMPLING / OVERSAMPLING) << 24;
        for (int c = 0; c < 3 && alpha > 0; c++) {
            argb |= (int) Math.round(color[c] / alpha) << (16 - 8 * c);
        }
        return argb;
    }

    private static BufferedImage draw(int side) {
        BufferedImage image = new BufferedImage(side, side, BufferedImage.TYPE_INT_ARGB);
        Graphics2D g = image.createGraphics();
        g.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        g.setColor(Color.decode("#161b22"));
        g.fill(new RoundRectangle2D.Double(0, 0, side, side, side * 0.4, side * 0.4));
        // On the grid of sixteenths, so that 16, 32, 48 … pixels stay sharp.
        double unit = side / 16.0;
        for (int i = 0; i < HEIGHTS.length; i++) {
            double height = 10 * unit * HEIGHTS[i];
            g.setColor(Color.decode(COLORS[i]));
            double x = unit * (1 + 3 * i);
            g.fill(new RoundRectangle2D.Double(x, side / 2.0 - height / 2, 2 * unit, height, unit * 0.8, unit * 0.8));
        }
        g.dispose();
        return image;
    }
}
