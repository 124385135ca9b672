"""Makes the "Inter Figures" fonts: Inter (SIL Open Font License 1.1) whose digits all have the same width.

JavaFX cannot switch a font's "tnum" feature on, so columns of numbers would not line up. This writes small fonts whose
character map leads straight to the tabular glyphs. Needs fonttools; run it again only when the bundled Inter changes:

    python3 make_figures_font.py ../../assets/src/main/resources/dev/sdpoint/assets/fonts ../src/main/resources/dev/sdpoint/app/theme
"""
import sys
from pathlib import Path

from fontTools.subset import Options, Subsetter
from fontTools.ttLib import TTFont

TEXT = "".join(chr(c) for c in [*range(0x20, 0x7F), *range(0xA0, 0x180)]) + "–—‘’“”…•‰−×÷±≈≤≥≠→←↑↓∞µσ\u2007\u2009\u202f"
WEIGHTS = {"Regular": "Regular", "SemiBold": "Bold"}


def tabular(font):
    table = font["GSUB"].table
    mapping = {}
    for record in table.FeatureList.FeatureRecord:
        if record.FeatureTag == "tnum":
            for index in record.Feature.LookupListIndex:
                for part in table.LookupList.Lookup[index].SubTable:
                    mapping.update(getattr(part, "ExtSubTable", part).mapping)
    return mapping


def main(source, target):
    for weight, style in WEIGHTS.items():
        font = TTFont(Path(source) / f"Inter-{weight}.otf")
        mapping = tabular(font)
        for table in font["cmap"].tables:
            for code, glyph in table.cmap.items():
                table.cmap[code] = mapping.get(glyph, glyph)
        options = Options()
        options.layout_features = []
        options.name_IDs = ["*"]
        subsetter = Subsetter(options)
        subsetter.populate(text=TEXT)
        subsetter.subset(font)
        names = {1: "Inter Figures", 2: style, 3: f"InterFigures-{style}", 4: f"Inter Figures {style}", 6: f"InterFigures-{style}"}
        font["name"].names = [n for n in font["name"].names if n.nameID not in (16, 17, 21, 22, 25)]
        for identifier, text in names.items():
            font["name"].setName(text, identifier, 3, 1, 0x409)
            font["name"].setName(text, identifier, 1, 0, 0)
        font["OS/2"].usWeightClass = 400 if style == "Regular" else 700
        bold = style == "Bold"
        font["OS/2"].fsSelection = (font["OS/2"].fsSelection & ~0x61) | (0x20 if bold else 0x40)
        font["head"].macStyle = 1 if bold else 0
        font.save(Path(target) / f"InterFigures-{style}.otf")


main(*sys.argv[1:])
