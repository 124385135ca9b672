package dev.sdpoint.app.figure;

import dev.sdpoint.app.text.Texts;
import dev.sdpoint.engine.study.ClassRanking;
import java.util.List;
import java.util.Locale;

/** Classes by the accuracy that an instance loses per operation saved; a panel per ranking. */
public final class ClassRankingFigure {
    private static final Texts TEXTS = Texts.of(ClassRankingFigure.class);

    private ClassRankingFigure() {}

    /**
     * @param classNames by position
     * @param subtitle on what data
     */
    public static Figure of(List<Named<ClassRanking>> rankings, List<String> classNames, String subtitle) {
        return new Figure(
                TEXTS.get("class-ranking.title"),
                subtitle,
                rankings.stream().map(r -> panel(r, classNames)).toList(),
                TEXTS.get("class-ranking.note"));
    }

    private static Panel panel(Named<ClassRanking> named, List<String> classNames) {
        ClassRanking ranking = named.value();
        return new Panel.Bars(
                named.name(),
                Axis.linear(TEXTS.get("class-ranking.axis")),
                ranking.rows().stream()
                        .map(r -> bar(r, classNames.get(r.classIndex())))
                        .toList(),
                "");
    }

    private static Panel.Bar bar(ClassRanking.Row row, String name) {
        double value = 100 * row.lostPerGigaflop();
        String text = String.format(Locale.ROOT, "%.1f (%.1f ± %.1f)", value, 100 * row.lost(), 100 * row.margin())
                .replace('-', '−');
        Ink ink = Math.abs(row.lost()) > row.margin() ? Ink.BLUE : Ink.GREY;
        return Panel.Bar.of(name, value, text, ink);
    }
}
