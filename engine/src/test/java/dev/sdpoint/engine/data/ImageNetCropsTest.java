package dev.sdpoint.engine.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.sdpoint.engine.sdpoint.SplitMix64;
import org.junit.jupiter.api.Test;

class ImageNetCropsTest {
    /** A grey picture whose value is 10 times its column, plus its row. */
    private static RgbImage ramp(int width, int height) {
        byte[] pixels = new byte[width * height * 3];
        for (int i = 0; i < pixels.length; i++) {
            int at = i / 3;
            pixels[i] = (byte) (10 * (at % width) + at / width);
        }
        return new RgbImage(width, height, pixels);
    }

    @Test
    void scalesEachAxisByItself() {
        // Columns 0 to 4 become two: means of 0, 10 and of 20, 30. Rows 0 and 1 stay.
        RgbImage scaled = CropScale.of(ramp(4, 2), new CropScale.Region(0, 0, 4, 2), 2, 2);
        assertThat(scaled.pixel(0, 0, 0)).isEqualTo(5);
        assertThat(scaled.pixel(0, 1, 0)).isEqualTo(25);
        assertThat(scaled.pixel(1, 0, 0)).isEqualTo(6);
        assertThat(scaled.pixel(1, 1, 2)).isEqualTo(26);
    }

    @Test
    void cutsThroughPixels() {
        // Columns 0.5 to 3.5 in one: half of 0, 10, 20, half of 30, over 3.
        RgbImage scaled = CropScale.of(ramp(4, 1), new CropScale.Region(0.5, 0, 3, 1), 1, 1);
        assertThat(scaled.pixel(0, 0, 0)).isEqualTo(15);
    }

    @Test
    void enlargesBetweenTheTwoNearestPixels() {
        // Centres of 4 columns over 2 pixels lie at -0.25, 0.25, 0.75 and 1.25: 0, 2.5, 7.5, 10.
        RgbImage scaled = CropScale.of(ramp(2, 1), new CropScale.Region(0, 0, 2, 1), 4, 1);
        assertThat(new int[] {scaled.pixel(0, 0, 0), scaled.pixel(0, 1, 0), scaled.pixel(0, 2, 0), scaled.pixel(0, 3, 0)
                })
                .containsExactly(0, 3, 8, 10);
    }

    @Test
    void centreTakesSevenEighthsOfTheShorterSide() {
        // Side 7 of a resized shorter side of 8: of 16 × 8 pixels the square of 7 from column 4.5 and row 0.5 on.
        RgbImage centre = ImageNetCrops.centre(ramp(16, 8), 7);
        // The first pixel is half of columns 4 and 5 and of rows 0 and 1: 45 and 0.5.
        assertThat(centre.pixel(0, 0, 0)).isEqualTo(46); // 45.5, rounded up
        assertThat(centre.pixel(0, 1, 0)).isEqualTo(56);
        assertThat(centre.pixel(6, 6, 0)).isEqualTo(112); // 45 + 60 and 0.5 + 6
    }

    @Test
    void centreLeavesAnImageOfTheRightSize() {
        RgbImage image = ramp(8, 8);
        assertThat(ImageNetCrops.centre(image, 8)).isSameAs(image);
    }

    @Test
    void keepsTwiceTheSideAndTheShape() {
        assertThat(ImageNetCrops.kept(ramp(100, 40), 10)).satisfies(kept -> {
            assertThat(kept.height()).isEqualTo(20);
            assertThat(kept.width()).isEqualTo(50);
        });
        RgbImage small = ramp(100, 20);
        assertThat(ImageNetCrops.kept(small, 10)).as("never enlarged").isSameAs(small);
        RgbImage thin = ImageNetCrops.kept(ramp(1, 3000), 10);
        assertThat(thin.width()).isEqualTo(1);
        assertThat(ImageNetCrops.centre(thin, 10).width()).isEqualTo(10);
    }

    @Test
    void randomRegionsFitAndFollowAreaAndAspect() {
        SplitMix64 random = new SplitMix64(5);
        double leastShare = 1;
        double mostShare = 0;
        double sumShare = 0;
        int count = 20_000;
        for (int i = 0; i < count; i++) {
            CropScale.Region region = ImageNetCrops.random(200, 200, random);
            assertThat(region.left()).isBetween(0.0, 200 - region.width());
            assertThat(region.top()).isBetween(0.0, 200 - region.height());
            double aspect = region.width() / region.height();
            assertThat(aspect).isBetween(0.73, 1.37); // 3:4 to 4:3, sides rounded to pixels
            double share = region.width() * region.height() / 40_000;
            leastShare = Math.min(leastShare, share);
            mostShare = Math.max(mostShare, share);
            sumShare += share;
        }
        assertThat(leastShare).isCloseTo(0.08, within(0.005));
        assertThat(mostShare).isBetween(0.97, 1.0);
        // Shares s are uniform, kept if s <= exp(-r) for a log aspect r uniform in 0 to L = ln(4/3), so the mean is
        // ((1 - exp(-2 L)) / 2 - 0.08² L) / 2 over (1 - exp(-L)) - 0.08 L = 0.10845 / 0.22699.
        assertThat(sumShare / count).isCloseTo(0.478, within(0.006));
    }

    @Test
    void fallsBackToTheCentreOfAStrip() {
        // No rectangle of 3:4 to 4:3 with 8 % of 1000 × 10 fits: the centred 13 × 10 is taken.
        CropScale.Region region = ImageNetCrops.random(1000, 10, new SplitMix64(1));
        assertThat(region).isEqualTo(new CropScale.Region(493, 0, 13, 10));
        assertThat(ImageNetCrops.random(10, 1000, new SplitMix64(1))).isEqualTo(new CropScale.Region(0, 493, 10, 13));
        assertThat(ImageNetCrops.random(1, 1, new SplitMix64(1))).isEqualTo(new CropScale.Region(0, 0, 1, 1));
    }

    @Test
    void theSameSeedGivesTheSameRegionOnEveryMachine() {
        CropScale.Region first = ImageNetCrops.random(500, 375, new SplitMix64(42));
        assertThat(ImageNetCrops.random(500, 375, new SplitMix64(42))).isEqualTo(first);
        assertThat(ImageNetCrops.random(500, 375, new SplitMix64(43))).isNotEqualTo(first);
    }
}
