package dev.sdpoint.app.budget;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sdpoint.engine.data.RgbImage;
import org.junit.jupiter.api.Test;

class CropTest {
    @Test
    void takesTheMiddleSquareByItself() {
        assertThat(Crop.standard(90, 60)).isEqualTo(new Crop(15, 0, 60));
    }

    @Test
    void stopsAtTheEdges() {
        Crop crop = new Crop(15, 0, 60);
        assertThat(crop.moved(7, 3, 90, 60)).isEqualTo(new Crop(22, 0, 60));
        assertThat(crop.moved(100, 0, 90, 60)).isEqualTo(new Crop(30, 0, 60));
        assertThat(crop.moved(-100, 0, 90, 60)).isEqualTo(new Crop(0, 0, 60));
    }

    @Test
    void scalesAboutItsMiddleBetweenTheModelsInputAndThePicture() {
        Crop crop = new Crop(15, 0, 60);
        assertThat(crop.scaled(0.5, 32, 90, 60)).isEqualTo(new Crop(29, 14, 32));
        assertThat(crop.scaled(0.8, 32, 90, 60)).isEqualTo(new Crop(21, 6, 48));
        assertThat(crop.scaled(2, 32, 90, 60)).isEqualTo(crop);
        assertThat(new Crop(0, 0, 20).scaled(0.5, 32, 40, 20)).isEqualTo(new Crop(0, 0, 20));
    }

    @Test
    void isTheSamePlaceInASmallerCopy() {
        assertThat(new Crop(1000, 500, 2000).in(1000, 750, 4000, 3000)).isEqualTo(new Crop(250, 125, 500));
    }

    @Test
    void aShotShowsWhatIsCutOut() {
        byte[] pixels = new byte[3 * 4 * 2];
        pixels[3 * 3] = 100; // row 0, column 3, red
        Shot shot = Shot.of("dot", new RgbImage(4, 2, pixels), 2);
        assertThat(shot.standard()).isEqualTo(new Crop(1, 0, 2));
        assertThat(shot.adjustable()).isTrue();
        assertThat(shot.see(shot.standard(), 2).pixel(0, 1, 0)).isZero();
        assertThat(shot.see(new Crop(2, 0, 2), 2).pixel(0, 1, 0)).isEqualTo(100);
        assertThat(shot.see(new Crop(2, 0, 2), 1).pixel(0, 0, 0)).isEqualTo(25);
    }
}
