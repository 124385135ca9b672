package dev.sdpoint.engine.data;

import java.awt.color.ColorSpace;
import java.awt.color.ICC_ColorSpace;
import java.awt.image.BufferedImage;
import java.awt.image.ColorConvertOp;
import java.awt.image.ColorModel;
import java.awt.image.ComponentColorModel;
import java.awt.image.Raster;

/** Turns whatever a decoder delivers into 8-bit sRGB bytes, a few rows at a time. */
final class SrgbPixels {
    private static final int ROWS_AT_ONCE = 64;
    private static final int OPAQUE = 255;
    private static final int WHITE = 255;

    private SrgbPixels() {}

    static RgbImage of(BufferedImage picture) {
        int width = picture.getWidth();
        int height = picture.getHeight();
        byte[] rgb = new byte[Math.multiplyExact(Math.multiplyExact(width, height), RgbImage.CHANNELS)];
        if (picture.getType()
                == BufferedImage.TYPE_3BYTE_BGR) { // most photographs; data elements come as red, green, blue
            picture.getRaster().getDataElements(0, 0, width, height, rgb);
            return new RgbImage(width, height, rgb);
        }
        int[] argb = new int[width * Math.min(height, ROWS_AT_ONCE)];
        for (int top = 0; top < height; top += ROWS_AT_ONCE) {
            int rows = Math.min(ROWS_AT_ONCE, height - top);
            readArgb(picture, top, rows, argb);
            overWhite(argb, width * rows, rgb, top * width * RgbImage.CHANNELS);
        }
        return new RgbImage(width, height, rgb);
    }

    private static void readArgb(BufferedImage picture, int top, int rows, int[] argb) {
        ColorModel colors = picture.getColorModel();
        int width = picture.getWidth();
        if (colors instanceof ComponentColorModel grey && colors.getColorSpace().getType() == ColorSpace.TYPE_GRAY) {
            readGrey(picture.getRaster(), grey, top, rows, argb);
        } else if (colors instanceof ComponentColorModel inks && isCmykWithoutProfile(colors.getColorSpace())) {
            readInks(picture.getRaster(), inks, top, rows, argb);
        } else if (colors.getColorSpace().isCS_sRGB()) {
            picture.getRGB(0, top, width, rows, argb, 0, width);
        } else { // pixel by pixel getRGB would take minutes here
            BufferedImage converted = new BufferedImage(width, rows, BufferedImage.TYPE_INT_ARGB);
            new ColorConvertOp(null).filter(picture.getSubimage(0, top, width, rows), converted);
            converted.getRGB(0, 0, width, rows, argb, 0, width);
        }
    }

    private static boolean isCmykWithoutProfile(ColorSpace space) {
        return space.getType() == ColorSpace.TYPE_CMYK && !(space instanceof ICC_ColorSpace);
    }

    /** Lets each ink take its share of white away, as everybody does without a profile; Java 2D would take the result for linear light. */
    private static void readInks(Raster raster, ComponentColorModel colors, int top, int rows, int[] argb) {
        Object pixel = null;
        float[] inks = new float[colors.getNumComponents()];
        int to = 0;
        for (int row = top; row < top + rows; row++) {
            for (int column = 0; column < raster.getWidth(); column++) {
                pixel = raster.getDataElements(column, row, pixel);
                colors.getNormalizedComponents(pixel, inks, 0);
                float notBlack = 1 - inks[3];
                argb[to++] = OPAQUE << 24
                        | toByte((1 - inks[0]) * notBlack) << 16
                        | toByte((1 - inks[1]) * notBlack) << 8
                        | toByte((1 - inks[2]) * notBlack);
            }
        }
    }

    /** Takes grey values as they are; Java 2D takes them for linear light and would brighten them. */
    private static void readGrey(Raster raster, ComponentColorModel colors, int top, int rows, int[] argb) {
        Object pixel = null;
        float[] components = new float[colors.getNumComponents()];
        int to = 0;
        for (int row = top; row < top + rows; row++) {
            for (int column = 0; column < raster.getWidth(); column++) {
                pixel = raster.getDataElements(column, row, pixel);
                colors.getNormalizedComponents(pixel, components, 0);
                int grey = toByte(components[0]);
                int alpha = colors.hasAlpha() ? toByte(components[components.length - 1]) : OPAQUE;
                argb[to++] = alpha << 24 | grey << 16 | grey << 8 | grey;
            }
        }
    }

    private static int toByte(float value) {
        return Math.round(Math.max(0f, Math.min(1f, value)) * WHITE);
    }

    private static void overWhite(int[] argb, int count, byte[] rgb, int offset) {
        int to = offset;
        for (int i = 0; i < count; i++) {
            int pixel = argb[i];
            int alpha = pixel >>> 24;
            rgb[to++] = overWhite(pixel >> 16 & 0xFF, alpha);
            rgb[to++] = overWhite(pixel >> 8 & 0xFF, alpha);
            rgb[to++] = overWhite(pixel & 0xFF, alpha);
        }
    }

    private static byte overWhite(int value, int alpha) {
        return (byte) ((value * alpha + WHITE * (OPAQUE - alpha) + OPAQUE / 2) / OPAQUE);
    }
}
