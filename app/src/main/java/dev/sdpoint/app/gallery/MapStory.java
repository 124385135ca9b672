package dev.sdpoint.app.gallery;

import dev.sdpoint.app.text.Texts;
import dev.sdpoint.engine.inference.BlockMap;
import dev.sdpoint.engine.inference.FeatureMaps;
import dev.sdpoint.engine.inference.MapDifference;
import dev.sdpoint.engine.inference.StrongChannels;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * The feature maps of one image at full resolution beside those downsampled at one point, and how far they part in every block behind it.
 *
 * @param image number of the image
 * @param point downsampling point
 * @param full the maps of the full network
 * @param others those of the instances of the point, from little to much downsampling
 * @param differences of {@code others} from {@code full}, in the same order
 */
record MapStory(int image, int point, FeatureMaps full, List<FeatureMaps> others, List<MapDifference> differences) {
    private static final Texts TEXTS = Texts.of(MapStory.class);

    MapStory {
        others = List.copyOf(others);
        differences = List.copyOf(differences);
    }

    /** Compares maps. */
    static MapStory of(int image, int point, FeatureMaps full, List<FeatureMaps> others) {
        List<MapDifference> differences =
                others.stream().map(other -> MapDifference.of(full, other)).toList();
        return new MapStory(image, point, full, others, differences);
    }

    /** The blocks that can be looked at, that of the point first. */
    List<Integer> blocks() {
        return full.blocks().stream()
                .map(BlockMap::block)
                .filter(block -> block >= point)
                .toList();
    }

    /** Name of a block for people: "block 3", or "the last block", which has no point. */
    String blockName(int block) {
        List<BlockMap> all = full.blocks();
        return all.get(all.size() - 1).block() == block ? TEXTS.get("maps.block.last") : TEXTS.get("maps.block", block);
    }

    /** Heads of the columns: "full", "×0.75", "×0.5". */
    List<String> columns() {
        List<String> heads = new ArrayList<>(List.of(TEXTS.get("maps.full")));
        others.forEach(other -> heads.add(ratio(other)));
        return heads;
    }

    /** The maps of a block in all columns. */
    List<BlockMap> maps(int block) {
        List<BlockMap> maps = new ArrayList<>();
        full.block(block).ifPresent(maps::add);
        others.forEach(other -> other.block(block).ifPresent(maps::add));
        return maps;
    }

    /** The channels that say most of the image in a block at full resolution, strongest first. */
    List<Integer> channels(int block, int count) {
        return full.block(block).map(map -> StrongChannels.of(map, count)).orElse(List.of());
    }

    /** The first block that one of the columns has a large difference in. */
    OptionalInt firstLarge() {
        return differences.stream()
                .flatMapToInt(d -> d.firstAbove(MapDifference.LARGE).stream())
                .min();
    }

    /** Which columns part where, in sentences. */
    String sentence() {
        List<String> sentences = new ArrayList<>();
        for (MapDifference difference : differences) {
            OptionalInt first = difference.firstAbove(MapDifference.LARGE);
            String ratio = ratio(difference.instance().ratio());
            sentences.add(
                    first.isPresent()
                            ? TEXTS.get("maps.sentence", ratio, blockName(first.getAsInt()))
                            : TEXTS.get("maps.sentence.nowhere", ratio));
        }
        return String.join(" ", sentences);
    }

    /** What the bars of a block say. */
    String blockSentence(int block) {
        String text = TEXTS.get("maps.after", blockName(block));
        for (MapDifference difference : differences) {
            Optional<MapDifference.Block> found =
                    difference.blocks().stream().filter(b -> b.block() == block).findFirst();
            if (found.isPresent()) {
                String ratio = ratio(difference.instance().ratio());
                text = TEXTS.get(
                        "maps.after.differs",
                        text,
                        ratio,
                        Figures.percent(found.get().relative()));
            }
        }
        return text;
    }

    /** The difference of a column in a block, 0 for that of the full network. */
    double difference(int column, int block) {
        return differences.get(column).blocks().stream()
                .filter(b -> b.block() == block)
                .mapToDouble(MapDifference.Block::relative)
                .findFirst()
                .orElse(0);
    }

    private static String ratio(FeatureMaps maps) {
        return ratio(maps.instance().ratio());
    }

    private static String ratio(double ratio) {
        return "×" + String.format(Locale.ROOT, "%.4f", ratio).replaceAll("\\.?0+$", "");
    }
}
