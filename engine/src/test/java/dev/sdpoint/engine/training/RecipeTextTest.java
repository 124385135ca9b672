package dev.sdpoint.engine.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sdpoint.engine.data.Augmentation;
import dev.sdpoint.engine.network.NetworkNames;
import dev.sdpoint.engine.network.NetworkSpec;
import dev.sdpoint.engine.network.Regularization;
import dev.sdpoint.engine.network.WideResNet;
import dev.sdpoint.engine.sdpoint.Drawing;
import dev.sdpoint.engine.sdpoint.PointChoice;
import dev.sdpoint.engine.sdpoint.Sampling;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class RecipeTextTest {
    private static final WideResNet NETWORK = new WideResNet(16, 2, 10, 32);

    static Stream<Recipe> recipes() {
        Stream<Recipe> papers = NetworkNames.EXAMPLES.stream()
                .map(name -> Recipe.paper(NetworkNames.parse(name, 100, 64), Method.SDPOINT, -3));
        Stream<Recipe> methods =
                Stream.of(Method.values()).map(method -> Recipe.standard(NETWORK, method, 3, Long.MIN_VALUE));
        NetworkSpec deep = NETWORK.with(new Regularization(0.1, 1.0 / 3));
        Recipe unusual = new Recipe(
                deep,
                Method.SDPOINT,
                new Sampling(PointChoice.ALTERNATE, List.of(1.0 / 3, 0.9), Drawing.OFFICIAL_CODE),
                new Optimization(7, 5, 0.1 + 0.2, new Schedule.Steps(0.01, List.of(), 0.3), 0, 0),
                new DataUse(new Augmentation.None(), 123, 4, 9),
                11);
        return Stream.concat(Stream.concat(papers, methods), Stream.of(unusual));
    }

    @ParameterizedTest
    @MethodSource("recipes")
    void readsWhatItWrites(Recipe recipe) {
        assertThat(Recipe.ofText(recipe.text())).isEqualTo(recipe);
    }

    @Test
    void settingsThatOnlyTheRecordHasAreDifferencesToo() {
        Recipe plain = Recipe.standard(NETWORK, Method.SDPOINT, 7, 11);
        Recipe other = new Recipe(
                NETWORK.with(new Regularization(0.3, 0.5)),
                Method.SDPOINT,
                new Sampling(PointChoice.ALTERNATE, plain.ratios(), Drawing.OFFICIAL_CODE),
                plain.optimization(),
                plain.data(),
                11);
        assertThat(plain.differences(other.settings()))
                .containsOnly(
                        Map.entry("points", "alternate there, every wanted"),
                        Map.entry("drawing", "official-code there, paper wanted"),
                        Map.entry("dropout", "0.3 there, 0.0 wanted"),
                        Map.entry("survival", "0.5 there, 1.0 wanted"));
        assertThat(other.differences(plain.settings())).hasSize(4).containsEntry("dropout", "0.0 there, 0.3 wanted");
        assertThat(plain.differences(plain.settings())).isEmpty();
        assertThat(plain.differences(Map.of("mixup", "0.2"))).containsEntry("seed", "nothing there, 11 wanted");
    }

    @Test
    void isReadable() {
        assertThat(Recipe.standard(NETWORK, Method.SDPOINT, 3, 7).text())
                .startsWith(
                        "network: wrn-16-2\nclasses: 10\nside: 32\nmethod: sdpoint\nratios: [0.5, 0.75]\nepochs: 3\n")
                .endsWith("seed: 7\nevaluationImages: 1000\n");
    }

    @Test
    void refusesWhatItDoesNotUnderstand() {
        String text = Recipe.standard(NETWORK, Method.SDPOINT, 3, 7).text();
        refuses(text + "mixup: 0.2\n", "settings that this program does not know (mixup); update");
        refuses(text + "seed: 8\n", "names \"seed\" twice");
        refuses(text.replace("seed: 7\n", ""), "lacks \"seed\"");
        refuses(text.replace("seed: 7", "seed: many"), "\"many\" is no number, as the recipe's seed is");
        refuses(text.replace("cosine", "triangle"), "unknown to this program");
        refuses(text.replace("epochs: 3", "epochs: 0"), "0 epochs are outside");
        refuses("nonsense", "not of the form name: value");
        refuses("", "lacks \"network\"");
    }

    private static void refuses(String text, String because) {
        assertThatThrownBy(() -> Recipe.ofText(text))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(because);
    }
}
