package dev.sdpoint.app.budget.stream;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sdpoint.engine.data.RgbImage;
import java.util.Locale;
import org.junit.jupiter.api.Test;

class AutoBudgetViewTest {
    @Test
    void figuresAreThoseOfTheOtherLinesOnEveryDesktop() {
        RgbImage picture = new RgbImage(1, 1, new byte[3]);
        StreamModel.Seen seen = new StreamModel.Seen(picture, "cat", 0.98, "", false, 1.234);
        Locale before = Locale.getDefault();
        for (String language : new String[] {"de", "ar-EG-u-nu-arab"}) {
            Locale.setDefault(Locale.forLanguageTag(language));
            try {
                assertThat(AutoBudgetView.verdict(seen)).contains("1.23\u00a0ms");
                assertThat(AutoBudgetView.answer(seen)).isEqualTo("cat 98\u00a0%");
            } finally {
                Locale.setDefault(before);
            }
        }
    }
}
