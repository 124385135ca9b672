package dev.sdpoint.app.budget;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sdpoint.app.budget.PictureIndex.Suggestion;
import dev.sdpoint.engine.data.DataSet;
import dev.sdpoint.engine.data.LabeledImages;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Seven images: cat, dog, cat, tiger cat, dog, cat, cat; no image of the class bee. */
class PictureIndexTest {
    private static final int[] LABELS = {0, 1, 0, 2, 1, 0, 0};
    private static final PictureIndex INDEX = index(List.of("cat", "dog", "tiger_cat", "bee"), LABELS);

    private static PictureIndex index(List<String> names, int... labels) {
        LabeledImages images = new LabeledImages(1, new byte[labels.length * 3], labels);
        return PictureIndex.of(DataSet.of("few", "Few", names, images, images));
    }

    private static int find(String text, int after) {
        return INDEX.find(text, after).orElse(-1);
    }

    @Test
    void findsAnImageByItsNumber() {
        assertThat(find("0", -1)).isZero();
        assertThat(find(" #6 ", 3)).isEqualTo(6);
        assertThat(find("7", -1)).isEqualTo(-1);
        assertThat(index(List.of("a"), new int[2000]).find("1,234", -1)).hasValue(1234);
    }

    @Test
    void goesFromOneOfAClassToTheNextAndOnFromTheStart() {
        assertThat(find("cat", -1)).isZero();
        assertThat(find("Cat", 0)).isEqualTo(2);
        assertThat(find("cat", 2)).isEqualTo(5);
        assertThat(find("cat", 3)).as("from an image of another class").isEqualTo(5);
        assertThat(find("cat", 6)).isZero();
        assertThat(find("do", -1)).as("the beginning of a name").isEqualTo(1);
        assertThat(find("ger", 0)).as("a piece of a name").isEqualTo(3);
        assertThat(find("tiger cat", -1)).as("a space for an underscore").isEqualTo(3);
    }

    @Test
    void findsTheFourthOfAClass() {
        assertThat(find("cat 1", 5)).isZero();
        assertThat(find("cat 4", -1)).isEqualTo(6);
        assertThat(find("CAT  #3", -1)).isEqualTo(5);
        assertThat(find("cat 5", -1)).isEqualTo(-1);
        assertThat(find("dog 2", -1)).isEqualTo(4);
        assertThat(find("tiger cat 1", -1)).isEqualTo(3);
    }

    @Test
    void aNameThatLooksLikeSomethingElseIsFoundByItsSuggestion() {
        PictureIndex types = index(List.of("type 2", "type", "1"), 1, 1, 0, 2);
        assertThat(types.find("type 2", -1)).as("the class of that name").hasValue(2);
        assertThat(types.suggest("type 2", 8))
                .extracting(meaning -> types.find(meaning, -1).orElseThrow())
                .containsExactly(2, 1);
        assertThat(types.suggest("1", 8))
                .extracting(meaning -> types.find(meaning, -1).orElseThrow())
                .containsExactly(1, 3);
    }

    @Test
    void suggestsWhatATextCanMean() {
        assertThat(words("3", 8)).containsExactly("3 · image of tiger_cat");
        assertThat(words("cat", 8)).containsExactly("cat · 4 images", "tiger_cat · 1 image");
        assertThat(words("cat 1", 8)).containsExactly("cat 1 · image #0", "tiger_cat 1 · image #3");
        assertThat(words("c", 1)).containsExactly("cat · 4 images");
        assertThat(words("", 8)).isEmpty();
        assertThat(words("zebra", 8)).isEmpty();
    }

    private static List<String> words(String text, int most) {
        return INDEX.suggest(text, most).stream().map(Suggestion::toString).toList();
    }

    @Test
    void saysWhyNothingIsFoundAndWhatToType() {
        assertThat(INDEX.whyNothing("12")).isEqualTo("There is no image 12: type a number from 0 to 6.");
        assertThat(INDEX.whyNothing("cat 9")).isEqualTo("There is no cat 9: type cat 1 to cat 4.");
        assertThat(INDEX.whyNothing("zebra"))
                .isEqualTo("No class is called “zebra”. There are cat, dog, tiger_cat, bee.");
        assertThat(INDEX.whyNothing("bee")).isEqualTo("There is no validation image of bee.");
        assertThat(INDEX.whyNothing(" ")).contains("a number from 0 to 6", "cat 4");
    }
}
