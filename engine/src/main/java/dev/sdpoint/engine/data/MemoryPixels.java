package dev.sdpoint.engine.data;

import java.util.Arrays;

/** Images after each other in one array, which is not copied and never written to. */
final class MemoryPixels implements PixelSource {
    private final int side;
    private final int bytesPerImage;
    private final byte[] pixels;

    MemoryPixels(int side, byte[] pixels) {
        this.side = side;
        this.bytesPerImage = side * side * RgbImage.CHANNELS;
        this.pixels = pixels;
    }

    @Override
    public boolean inMemory() {
        return true;
    }

    @Override
    public Span span(int image) {
        return new Span(pixels, image * bytesPerImage);
    }

    @Override
    public RgbImage whole(int image) {
        int start = image * bytesPerImage;
        return new RgbImage(side, side, Arrays.copyOfRange(pixels, start, start + bytesPerImage));
    }

    @Override
    public PixelSource subset(int[] images) {
        byte[] chosen = new byte[Math.multiplyExact(images.length, bytesPerImage)];
        for (int i = 0; i < images.length; i++) {
            System.arraycopy(pixels, images[i] * bytesPerImage, chosen, i * bytesPerImage, bytesPerImage);
        }
        return new MemoryPixels(side, chosen);
    }

    /** All bytes, in the order of the images. */
    byte[] all() {
        return pixels;
    }
}
