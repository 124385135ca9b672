package dev.sdpoint.app.guide;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sdpoint.app.concurrent.DirectTaskRunner;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.Test;

class GuideInteractorTest {
    private static final GuideText TEXT = GuideParser.read(
            "# Guide\n\na word\n\n## Budget: costs\n\nanother word, Word\n\n## Train\n\nlast",
            (file, words) -> Optional.empty());

    private final GuideModel model = new GuideModel();
    private final List<String> led = new ArrayList<>();
    private final List<String> browser = new ArrayList<>();
    private Spot here = Spot.TOP;
    private int first;
    private Callable<GuideText> source = () -> TEXT;
    private final GuideInteractor interactor =
            new GuideInteractor(model, new DirectTaskRunner(), () -> source.call(), browser::add);

    GuideInteractorTest() {
        interactor.setPage(new Recorded());
    }

    @Test
    void opensAtTheSectionOfAPlaceAndGoesBack() {
        interactor.open("Budget");
        assertThat(led).containsExactly("budget-costs");
        assertThat(model.backProperty().get()).as("nobody was anywhere before").isFalse();
        here = new Spot(3, 0.25);
        interactor.open("Train");
        assertThat(led).containsExactly("budget-costs", "train");
        here = new Spot(5, 0);
        interactor.back();
        assertThat(led).last().isEqualTo("3 0.25");
        assertThat(model.backProperty().get()).isFalse();
        assertThat(model.forwardProperty().get()).isTrue();
        interactor.forward();
        assertThat(led).last().isEqualTo("5 0.0");
    }

    @Test
    void aPlaceWithoutASectionLeavesTheReaderWhereTheyAre() {
        interactor.open("Nowhere");
        assertThat(model.textProperty().get()).isPresent();
        assertThat(led).isEmpty();
    }

    @Test
    void aGuideThatCannotBeReadIsToldAndTriedAgain() {
        source = () -> {
            throw new IOException("the user guide is missing in this build");
        };
        interactor.open("Budget");
        assertThat(model.problemProperty().get()).contains("the user guide is missing in this build.");
        source = () -> TEXT;
        interactor.open("Budget");
        assertThat(model.problemProperty().get()).isEmpty();
        assertThat(led).containsExactly("budget-costs");
    }

    @Test
    void linksLeadInsideOrIntoTheBrowserAndNowhereElse() {
        interactor.open("Budget");
        interactor.follow("#train");
        interactor.follow("https://example.org/a");
        interactor.follow("file:///etc/passwd");
        interactor.follow("javascript:alert(1)");
        assertThat(led).containsExactly("budget-costs", "train");
        assertThat(browser).containsExactly("https://example.org/a");
    }

    @Test
    void findingBeginsWhereTheReaderIsAndGoesRound() {
        interactor.open("Budget");
        first = 2;
        interactor.search("wor");
        assertThat(model.matchesProperty().get()).hasSize(3);
        assertThat(model.chosenProperty().get()).isEqualTo(1);
        first = 3;
        interactor.search("word");
        assertThat(model.chosenMatch())
                .as("the search goes on from where it began")
                .contains(new Match(3, 8, 12));
        interactor.step(1);
        assertThat(model.chosenMatch()).contains(new Match(3, 14, 18));
        interactor.step(1);
        assertThat(model.chosenMatch()).contains(new Match(1, 2, 6));
        interactor.step(-1);
        assertThat(led).last().isEqualTo("match 3 14");
        interactor.search("wordless");
        assertThat(model.chosenProperty().get()).isEqualTo(-1);
        interactor.step(1);
        assertThat(model.chosenMatch()).isEmpty();
    }

    private final class Recorded implements GuideInteractor.Page {
        @Override
        public void toAnchor(String anchor) {
            led.add(anchor);
        }

        @Override
        public void toMatch(Match match) {
            led.add("match " + match.passage() + " " + match.from());
        }

        @Override
        public void toSpot(Spot spot) {
            led.add(spot.block() + " " + spot.hidden());
        }

        @Override
        public Spot here() {
            return here;
        }

        @Override
        public int firstPassage() {
            return first;
        }
    }
}
