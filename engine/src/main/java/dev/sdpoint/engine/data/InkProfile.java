package dev.sdpoint.engine.data;

import java.awt.Transparency;
import java.awt.color.ColorSpace;
import java.awt.color.ICC_ColorSpace;
import java.awt.color.ICC_Profile;
import java.awt.image.BufferedImage;
import java.awt.image.ColorModel;
import java.awt.image.ComponentColorModel;
import java.io.IOException;
import javax.imageio.ImageReader;
import javax.imageio.plugins.tiff.BaselineTIFFTagSet;
import javax.imageio.plugins.tiff.TIFFDirectory;
import javax.imageio.plugins.tiff.TIFFField;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The ICC profile of a TIFF in CMYK, which says how its inks look. Java's reader leaves every such profile out, since it tries it with three inks. */
final class InkProfile {
    private static final Logger LOG = LoggerFactory.getLogger(InkProfile.class);
    private static final int INKS = 4;

    private InkProfile() {}

    /**
     * Returns the picture under its profile, sharing its pixels; the picture itself if it is not in CMYK, has no profile, or one that cannot be
     * used.
     *
     * @param reader has just read the picture
     */
    static BufferedImage applied(ImageReader reader, BufferedImage picture) {
        ColorModel colors = picture.getColorModel();
        if (colors.getColorSpace().getType() != ColorSpace.TYPE_CMYK || colors.getNumComponents() != INKS) {
            return picture;
        }
        try {
            TIFFField profile = TIFFDirectory.createFromMetadata(reader.getImageMetadata(0))
                    .getTIFFField(BaselineTIFFTagSet.TAG_ICC_PROFILE);
            if (profile == null) {
                return picture;
            }
            ICC_ColorSpace space = new ICC_ColorSpace(ICC_Profile.getInstance(profile.getAsBytes()));
            float[] unused = space.toRGB(new float[INKS]); // fails here if it fails
            ColorModel model =
                    new ComponentColorModel(space, false, false, Transparency.OPAQUE, colors.getTransferType());
            return new BufferedImage(model, picture.getRaster(), false, null);
        } catch (IOException | RuntimeException e) {
            LOG.info("The colour profile of a TIFF cannot be used.", e);
            return picture;
        }
    }
}
