"""Cuts Be Vietnam Pro to Latin and Vietnamese and gives it digits of one width.

Run after a new release of the typeface, with the extra ``fonts`` installed:
``python -m mangnon.ui.fonts.cut``. The typeface (bettergui/BeVietnamPro, SIL Open Font License
1.1, no reserved name) has proportional digits only; columns of figures need equal ones, so each
digit gets a centred copy which the OpenType feature ``tnum`` puts in its place.
"""

import sys
from pathlib import Path
from shutil import copyfile

from fontTools import subset
from fontTools.otlLib.builder import buildLookup, buildSingleSubstSubtable
from fontTools.ttLib import TTFont
from fontTools.ttLib.tables import otTables
from fontTools.ttLib.tables._g_l_y_f import Glyph, GlyphComponent

OUTPUT = Path(__file__).parents[1] / "static" / "ui" / "fonts"
DIGITS = "0123456789"
# In thousandths of an em; the widest digit (4) is 710, the narrowest (1) 385.
DIGIT_WIDTH = 660

# Letters, marks and signs of a Vietnamese page. Combining marks keep text in NFD readable.
LATIN = (
    list(range(0x20, 0x7F))
    + list(range(0xA0, 0x100))
    + [ord(letter) for letter in "ĂăĐđĨĩŨũƠơƯư"]
    + list(range(0x1EA0, 0x1EFA))
    + [0x300, 0x301, 0x302, 0x303, 0x306, 0x309, 0x31B, 0x323]
    + [ord(sign) for sign in "–—‘’“”•…‰‹›€₫−≤≥≈"]
)
# The light weight writes only the large ordinals beside a promise.
NUMERALS = [ord(sign) for sign in DIGITS]

CUTS: dict[int, tuple[str, list[int]]] = {
    300: ("Light", NUMERALS),
    400: ("Regular", LATIN),
    600: ("SemiBold", LATIN),
    700: ("Bold", LATIN),
}


def _copy_centred(font: TTFont, name: str) -> str:
    """Add a copy of a glyph, centred in the common width, and return its name."""
    copy_name = f"{name}.tnum"
    outline = font["glyf"][name]
    left = round((DIGIT_WIDTH - (outline.xMax - outline.xMin)) / 2)
    part = GlyphComponent()
    part.glyphName, part.x, part.y, part.flags = name, left - outline.xMin, 0, 0x4
    copy = Glyph()
    copy.numberOfContours, copy.components = -1, [part]
    font["glyf"][copy_name] = copy
    copy.recalcBounds(font["glyf"])
    font["hmtx"][copy_name] = (DIGIT_WIDTH, left)
    return copy_name


def _add_feature(font: TTFont, tag: str, pairs: dict[str, str]) -> None:
    """Add a one-for-one substitution to every script of the font, features in order of tag."""
    table = font["GSUB"].table
    table.LookupList.Lookup.append(buildLookup([buildSingleSubstSubtable(pairs)]))
    table.LookupList.LookupCount = len(table.LookupList.Lookup)
    record = otTables.FeatureRecord()
    record.FeatureTag, record.Feature = tag, otTables.Feature()
    record.Feature.FeatureParams = None
    record.Feature.LookupListIndex = [table.LookupList.LookupCount - 1]
    record.Feature.LookupCount = 1
    before = [*table.FeatureList.FeatureRecord, record]
    order = sorted(range(len(before)), key=lambda index: (before[index].FeatureTag, index))
    table.FeatureList.FeatureRecord = [before[index] for index in order]
    table.FeatureList.FeatureCount = len(order)
    moved = {old: new for new, old in enumerate(order)}
    for script in table.ScriptList.ScriptRecord:
        languages = [item.LangSys for item in script.Script.LangSysRecord]
        for language in filter(None, [script.Script.DefaultLangSys, *languages]):
            used = [*language.FeatureIndex, len(before) - 1]
            language.FeatureIndex = sorted(moved[index] for index in used)
            language.FeatureCount = len(used)


def cut(source: Path, target: Path, characters: list[int]) -> int:
    """Write one weight as WOFF2 with only ``characters``; return its size in bytes."""
    font = TTFont(source)
    names = [font.getBestCmap()[ord(digit)] for digit in DIGITS]
    _add_feature(font, "tnum", {name: _copy_centred(font, name) for name in names})
    options = subset.Options()
    options.layout_features = ["ccmp", "locl", "kern", "mark", "mkmk", "liga", "tnum"]
    options.hinting = False
    options.name_IDs = [0, 1, 2, 4, 5, 6, 13, 14]
    options.flavor = "woff2"
    cutter = subset.Subsetter(options)
    cutter.populate(unicodes=characters)
    cutter.subset(font)
    subset.save_font(font, str(target), options)
    return target.stat().st_size


def main() -> None:
    """Cut every weight and lay the licence beside them."""
    import fontpkg_be_vietnam_pro as package

    root = Path(package.ROOT)
    OUTPUT.mkdir(parents=True, exist_ok=True)
    for weight, (style, characters) in CUTS.items():
        target = OUTPUT / f"be-vietnam-pro-{weight}.woff2"
        size = cut(root / "files" / f"BeVietnamPro-{style}.ttf", target, characters)
        sys.stdout.write(f"{target.name}: {size:,} bytes\n")
    copyfile(root / "LICENSE", OUTPUT / "OFL.txt")


if __name__ == "__main__":
    main()
