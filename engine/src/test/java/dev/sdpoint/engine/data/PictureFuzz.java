package dev.sdpoint.engine.data;

import dev.sdpoint.fuzzing.FuzzTarget;
import java.util.List;

/** A picture of a person, of any format, decoded. */
public final class PictureFuzz implements FuzzTarget {
    @Override
    public String name() {
        return "picture";
    }

    @Override
    public List<byte[]> seeds() throws Exception {
        return PictureSeeds.all();
    }

    @Override
    public void read(byte[] input) throws Exception {
        RgbImage picture = PictureReader.read(input, "picture");
        if (picture.pixels().length != picture.width() * picture.height() * RgbImage.CHANNELS) {
            throw new AssertionError("a picture without all of its pixels");
        }
    }

    @Override
    public Class<? extends Exception> refusal() {
        return DataException.class;
    }

    /** A header may claim 25 megapixels; they are decoded, converted and turned. */
    @Override
    public long mostBytes() {
        return 400L << 20;
    }

    @Override
    public int shortRun() {
        return 300;
    }
}
