package dev.sdpoint.app.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Locale;
import java.util.MissingResourceException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** With the bundles of this test: English, and German that lacks a text. */
class TextsTest {
    private final Locale before = Locale.getDefault(Locale.Category.DISPLAY);

    @BeforeEach
    void speakTheLanguageOfTheMachine() {
        Texts.speakEnglish(false); // commands that were tested before have changed that
    }

    @AfterEach
    void putBack() {
        Locale.setDefault(Locale.Category.DISPLAY, before);
        Texts.speakEnglish(false);
    }

    private static Texts in(String language) {
        Locale.setDefault(Locale.Category.DISPLAY, Locale.forLanguageTag(language));
        return Texts.of(TextsTest.class);
    }

    @Test
    void speaksEnglishWhereThereIsNoTranslation() {
        assertThat(in("fi").get("greeting")).isEqualTo("It’s a network");
    }

    @Test
    void speaksTheLanguageOfTheMachineAndEnglishWhereThatLacksAText() {
        assertThat(in("de-AT").get("greeting")).isEqualTo("Das ist ein Netz");
        assertThat(in("de-AT").get("farewell")).isEqualTo("Good bye");
    }

    @Test
    void speaksEnglishOnEveryMachineIfThatIsWanted() {
        Texts.speakEnglish(true);
        assertThat(in("de").get("greeting")).isEqualTo("It’s a network");
    }

    @Test
    void putsPartsInAndChoosesWordsByCount() {
        Texts texts = in("en");
        assertThat(texts.get("images", 0)).isEqualTo("no images");
        assertThat(texts.get("images", 1)).isEqualTo("one image");
        assertThat(texts.get("images", 1234)).isEqualTo("1,234 images");
        assertThat(texts.get("in", "a {0}", "b")).isEqualTo("a {0} isn't in b");
    }

    @Test
    void aMissingTextIsItsKeyAndAMissingBundleIsAMistake() {
        assertThat(in("en").get("nobody.wrote.this")).isEqualTo("nobody.wrote.this");
        assertThatThrownBy(() -> Texts.of(org.slf4j.Logger.class)).isInstanceOf(MissingResourceException.class);
    }
}
