"""The report on a survey: every kind of malnutrition, for all, by sex and by age; the quality."""

from dataclasses import dataclass
from typing import Any

import numpy as np

from mangnon.growth.ages import AGE_GROUPS, completed_months
from mangnon.growth.arrays import Bools, Floats
from mangnon.growth.shares import Prevalence, prevalence
from mangnon.growth.standards import ZScores
from mangnon.growth.survey.kinds import KINDS, Kind
from mangnon.growth.survey.plain import plain
from mangnon.growth.survey.quality import Quality, quality_of
from mangnon.growth.survey.survey import Survey
from mangnon.text.sentence import Sentence

METHOD = Sentence(
    vi="Khoảng tin cậy 95% theo Wilson; chuẩn tăng trưởng WHO 2006, z-score hai số lẻ, "
    "bỏ giá trị ngoài ngưỡng hợp lý của WHO; trẻ phù tính vào dưới −2 và dưới −3 của chỉ số có "
    "cân nặng",
    en="95% confidence intervals by Wilson's method; WHO Child Growth Standards 2006, z-scores to "
    "two decimals, values beyond WHO's limits of plausibility left out; oedema counted below "
    "−2 and −3 in indices with weight",
)
METHOD_CLUSTERED = Sentence(
    vi="có tính theo cụm: phương sai tuyến tính hóa giữa các cụm, cỡ mẫu hiệu dụng",
    en="by cluster: linearised variance between clusters, effective sample size",
)


@dataclass(frozen=True, slots=True)
class Group:
    """A group of the survey's children: `marks` of shape (n,)."""

    code: str
    name: Sentence
    marks: Bools


@dataclass(frozen=True, slots=True)
class Line:
    """One line of the report: one kind in one group."""

    kind: Kind
    group: Group
    found: Prevalence


@dataclass(frozen=True, slots=True)
class Report:
    """All lines, and what a reader must know beside them."""

    survey: Survey
    z: ZScores
    counted: int
    left_out: int
    lines: tuple[Line, ...]
    quality: Quality

    @property
    def method(self) -> Sentence:
        """Say how the intervals were made."""
        if self.survey.cluster is None:
            return Sentence(vi=f"{METHOD.vi}.", en=f"{METHOD.en}.")
        return Sentence(
            vi=f"{METHOD.vi}; {METHOD_CLUSTERED.vi}.", en=f"{METHOD.en}; {METHOD_CLUSTERED.en}."
        )

    def as_data(self) -> dict[str, Any]:
        """Give the report as plain data for JSON; what is unknown is None."""
        return {
            "file": self.survey.name,
            "children": len(self.survey),
            "counted": self.counted,
            "left_out_60_months_or_older": self.left_out,
            "lines": [_line_data(line) for line in self.lines],
            "quality": plain(self.quality),
            "method": plain(self.method),
            "notes": [plain(note) for note in self.survey.notes],
        }


def report_on(survey: Survey) -> Report:
    """Judge and count the children of a survey under 60 completed months, or of unknown age."""
    z = survey.zscores()
    months = completed_months(survey.age_days)
    counted = np.isnan(months) | (months < 60)
    lines = tuple(
        Line(kind, group, _count(survey, z, kind, group.marks))
        for kind in KINDS
        for group in _groups(survey, months, counted)
    )
    left_out = int((~counted).sum())
    quality = quality_of(survey, z, counted)
    return Report(survey, z, int(counted.sum()), left_out, lines, quality)


def _groups(survey: Survey, months: Floats, counted: Bools) -> list[Group]:
    everyone = Group("all", Sentence("Tất cả", "All"), counted)
    sexes = [
        Group("boys", Sentence("Nam", "Boys"), counted & (survey.sex == "m")),
        Group("girls", Sentence("Nữ", "Girls"), counted & (survey.sex == "f")),
    ]
    ages = [
        Group(
            f"{group.first}-{group.last}",
            group.name,
            (months >= group.first) & (months <= group.last),
        )
        for group in AGE_GROUPS
    ]
    return [everyone, *sexes, *ages]


def _count(survey: Survey, z: ZScores, kind: Kind, marks: Bools) -> Prevalence:
    return prevalence(
        z.believable(kind.index)[marks],
        below=kind.below,
        above=kind.above,
        oedema=survey.oedema[marks] if kind.with_weight else None,
        clusters=None if survey.cluster is None else survey.cluster[marks],
    )


def _line_data(line: Line) -> dict[str, Any]:
    found = plain(line.found)
    percent = {name: _percent(found.pop(name)) for name in ("share", "low", "high")}
    return {
        "kind": line.kind.code,
        "limit": line.kind.limit,
        "group": line.group.code,
        "name_vi": f"{line.kind.name.vi}, {line.group.name.vi}",
        "name_en": f"{line.kind.name.en}, {line.group.name.en}",
        "percent": percent["share"],
        "percent_low": percent["low"],
        "percent_high": percent["high"],
        **found,
    }


def _percent(share: float | None) -> float | None:
    return None if share is None else round(100 * share, 4)
