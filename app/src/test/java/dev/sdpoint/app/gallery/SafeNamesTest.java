package dev.sdpoint.app.gallery;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class SafeNamesTest {
    @Test
    void foldersSayNumberCostAndInstance() {
        assertThat(SafeNames.folder(1, "0.0736 GFLOPs", "after block 1 · ×0.5"))
                .isEqualTo("01 0.0736 GFLOPs after block 1 x0.5");
        assertThat(SafeNames.folder(12, "never", "right")).isEqualTo("12 never right");
    }

    @Test
    void picturesSayNumberAndClass() {
        assertThat(SafeNames.picture(52, "cat")).isEqualTo("00052 cat.png");
        assertThat(SafeNames.picture(123456, "aquarium fish")).isEqualTo("123456 aquarium fish.png");
    }

    @Test
    void nothingIsLeftThatAFileSystemRefuses() {
        assertThat(SafeNames.picture(1, "a/b\\c:d*e?f\"g<h>i|j")).isEqualTo("00001 a_b_c_d_e_f_g_h_i_j.png");
        assertThat(SafeNames.of("Bär")).isEqualTo("Bar");
        assertThat(SafeNames.of("猫")).isEqualTo("_");
        assertThat(SafeNames.of("..")).isEqualTo("_");
        assertThat(SafeNames.of(" x. ")).isEqualTo("x");
        assertThat(SafeNames.of("a\u0000b\nc")).isEqualTo("a_b_c");
        assertThat(SafeNames.of("x".repeat(300))).hasSize(80);
    }
}
