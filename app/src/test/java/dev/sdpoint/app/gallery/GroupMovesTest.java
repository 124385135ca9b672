package dev.sdpoint.app.gallery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sdpoint.app.fixtures.SmallData;
import dev.sdpoint.app.fixtures.SyntheticModel;
import dev.sdpoint.engine.data.DataSet;
import dev.sdpoint.engine.evaluation.Outcomes;
import dev.sdpoint.engine.evaluation.Sweep;
import dev.sdpoint.engine.model.SdpModel;
import dev.sdpoint.engine.network.WideResNet;
import dev.sdpoint.engine.sdpoint.Instance;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Six images under two models; the first is that of {@link Small}:
 *
 * <pre>
 * image  first           second          move
 * 0      half            three-quarters  dearer
 * 1      three-quarters  half            cheaper
 * 2      never           full            won
 * 3      half            half            the same
 * 4      full            never           lost
 * 5      three-quarters  three-quarters  the same
 * </pre>
 */
class GroupMovesTest {
    private static final String[] SECOND = {"wrr", "rrr", "wwr", "rrr", "www", "wrr"};

    private final GroupMoves moves = new GroupMoves(Small.source(), Small.source(SECOND), Criterion.TOP_1);

    @Test
    void countsGroupsByGroups() {
        assertThat(moves.rows()).isEqualTo(4);
        assertThat(moves.columns()).isEqualTo(4);
        assertThat(table(moves))
                .isEqualTo(List.of(List.of(1, 1, 0, 0), List.of(1, 1, 0, 0), List.of(0, 0, 0, 1), List.of(0, 0, 1, 0)));
        assertThat(moves.row(0).orElseThrow().instance()).isEqualTo(Small.HALF);
        assertThat(moves.column(2).orElseThrow().instance()).isEqualTo(Instance.FULL);
        assertThat(moves.row(3)).isEmpty();
        assertThat(moves.column(3)).isEmpty();
        assertThat(moves.largest()).isEqualTo(1);
        assertThat(moves.rowTotal(0)).isEqualTo(2);
        assertThat(moves.columnTotal(3)).isEqualTo(1);
    }

    @Test
    void tellsWhatBecameOfEachImage() {
        assertThat(IntStream.range(0, 6).mapToObj(moves::move))
                .containsExactly(Move.DEARER, Move.CHEAPER, Move.WON, Move.SAME, Move.LOST, Move.SAME);
        assertThat(moves.total(Move.CHEAPER)).isEqualTo(1);
        assertThat(moves.total(Move.DEARER)).isEqualTo(1);
        assertThat(moves.total(Move.SAME)).isEqualTo(2);
        assertThat(moves.total(Move.WON)).isEqualTo(1);
        assertThat(moves.total(Move.LOST)).isEqualTo(1);
        assertThat(moves.moved()).containsExactly(0, 1, 2, 4);
    }

    @Test
    void groupsWithoutImagesAreLeftOut() {
        String[] allHalf = {"rrr", "rrr", "rrr", "rrr", "rrr", "rrr"};
        GroupMoves toOne = new GroupMoves(Small.source(), Small.source(allHalf), Criterion.TOP_1);
        assertThat(table(toOne)).isEqualTo(List.of(List.of(2), List.of(2), List.of(1), List.of(1)));
        assertThat(toOne.move(3, 0)).isEqualTo(Move.WON);
        assertThat(toOne.move(0, 0)).isEqualTo(Move.SAME);
    }

    @Test
    void ofTwoNetworksTheFlopsCountAndNotTheInstance() {
        GallerySource larger = Small.source(
                List.of(
                        Small.score(Instance.FULL, 1_100_000_000L, 1),
                        Small.score(Small.HALF, 401_000_000L, 0.36),
                        Small.score(Small.THREE_QUARTERS, 700_000_000L, 0.64)),
                "rrr",
                "wrr",
                "www",
                "rwr",
                "wwr",
                "wrw");
        GroupMoves other = new GroupMoves(Small.source(), larger, Criterion.TOP_1);
        assertThat(IntStream.range(0, 6).mapToObj(other::move))
                .as("half and full cost more, three-quarters the same")
                .containsExactly(Move.DEARER, Move.SAME, Move.SAME, Move.DEARER, Move.DEARER, Move.SAME);
    }

    @Test
    void picksTheImagesOfACellAndOfAMove() {
        assertThat(moves.cell(0, 1).images().stream()).containsExactly(0);
        assertThat(moves.cell(0, 1).title()).isEqualTo("after block 1 · ×0.5 → after block 1 · ×0.75");
        assertThat(moves.cell(2, 3).title()).isEqualTo("full resolution → never");
        assertThat(moves.cell(0, 2).images().isEmpty()).isTrue();
        assertThat(moves.all(Move.SAME).images().stream()).containsExactly(3, 5);
    }

    @Test
    void writesTheImagesThatMoved() {
        assertThat(moves.csv("first", "the \"second\"").split("\r\n"))
                .containsExactly(
                        "image,class,criterion,move,from_model,from_least_cost_flops,from_instance,to_model,"
                                + "to_least_cost_flops,to_instance",
                        "0,ant,top-1,dearer,first,400000000,after block 1 · ×0.5,\"the \"\"second\"\"\",700000000,"
                                + "after block 1 · ×0.75",
                        "1,ant,top-1,cheaper,first,700000000,after block 1 · ×0.75,\"the \"\"second\"\"\",400000000,"
                                + "after block 1 · ×0.5",
                        "2,bee,top-1,won,first,,never,\"the \"\"second\"\"\",1000000000,full resolution",
                        "4,cow,top-1,lost,first,1000000000,full resolution,\"the \"\"second\"\"\",,never");
    }

    @Test
    void refusesOtherImages() {
        DataSet few = SmallData.of(SyntheticModel.data(), 1, 3);
        SdpModel model = SyntheticModel.of(few);
        GallerySource thirty = source(few, model);
        assertThatThrownBy(() -> new GroupMoves(Small.source(), thirty, Criterion.TOP_1))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("one about 6, the other about 30")
                .hasMessageEndingWith("Sweep both on the data set that is open.");
    }

    /** Counts with nothing but the outcomes themselves. */
    @ParameterizedTest
    @EnumSource(Criterion.class)
    void everyImageIsInExactlyOneCell(Criterion criterion) {
        DataSet data = SmallData.of(SyntheticModel.data(), 1, 40);
        SdpModel first = SyntheticModel.of(data, new WideResNet(16, 1, 10, 32));
        SdpModel second = SyntheticModel.of(data, new WideResNet(10, 1, 10, 32));
        GroupMoves all = new GroupMoves(source(data, first), source(data, second), criterion);
        BitSet seen = new BitSet();
        int sum = 0;
        Map<Move, Integer> totals = new EnumMap<>(Move.class);
        for (int row = 0; row < all.rows(); row++) {
            for (int column = 0; column < all.columns(); column++) {
                BitSet cell = all.cell(row, column).images();
                assertThat(cell.cardinality()).isEqualTo(all.count(row, column));
                assertThat(cell.intersects(seen)).isFalse();
                for (int image : cell.stream().toArray()) {
                    assertThat(all.row(row).map(s -> s.flops()).orElse(-1L))
                            .isEqualTo(cheapest(first, image, criterion));
                    assertThat(all.column(column).map(s -> s.flops()).orElse(-1L))
                            .isEqualTo(cheapest(second, image, criterion));
                }
                seen.or(cell);
                sum += all.count(row, column);
                totals.merge(all.move(row, column), all.count(row, column), Integer::sum);
            }
        }
        assertThat(sum).isEqualTo(400);
        assertThat(seen.cardinality()).isEqualTo(400);
        for (Move move : Move.values()) {
            assertThat(all.total(move)).as("%s", move).isEqualTo(totals.getOrDefault(move, 0));
        }
        if (criterion == Criterion.TOP_1) { // among five guesses every one of these images is found
            assertThat(all.total(Move.WON) + all.total(Move.LOST)).isPositive();
        }
    }

    private static long cheapest(SdpModel model, int image, Criterion criterion) {
        Outcomes outcomes = model.outcomes().outcomes();
        long least = Long.MAX_VALUE;
        for (int i = 0; i < outcomes.instances().size(); i++) {
            if (outcomes.trueRank(image, i) < criterion.guesses()) {
                least = Math.min(least, model.sweep().scores().get(i).flops());
            }
        }
        return least == Long.MAX_VALUE ? -1 : least;
    }

    private static GallerySource source(DataSet data, SdpModel model) {
        Sweep sweep = model.sweep();
        return new GallerySource(data, sweep, model.outcomes().outcomes());
    }

    private static List<List<Integer>> table(GroupMoves moves) {
        List<List<Integer>> table = new ArrayList<>();
        for (int row = 0; row < moves.rows(); row++) {
            int at = row;
            table.add(IntStream.range(0, moves.columns())
                    .mapToObj(column -> moves.count(at, column))
                    .toList());
        }
        return table;
    }
}
