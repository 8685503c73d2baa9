"""The communes on which the simulation plays, as plain arrays: those of before, then the heirs."""

from collections import Counter
from dataclasses import dataclass, field

import numpy as np

from mangnon.simulation.chance import stream
from mangnon.simulation.days import Floats, Whole, on

MERGER = on(2025, 7, 1)
START = on(2012, 1, 1)
_STYLE_SIZE = {"phuong": 1.35, "thi_tran": 1.25}
_WARD = "phuong"
# How much more the city and the rural districts with factories draw people than others do.
_CITY_DRAWS, _FACTORIES_DRAW = 2.5, (2.2, 2.0, 1.8)


@dataclass(frozen=True)
class Ground:
    """Communes until the merger (``before`` of them), then those since; an index names one.

    ``district[i]`` is the district's code of a commune of before; ``heirs[i]`` lists the indices
    that inherit it with their shares. ``codes``, ``ids`` and ``names`` are those of the database.
    """

    codes: tuple[str, ...]
    styles: tuple[str, ...]
    before: int
    district: tuple[str, ...]
    heirs: tuple[tuple[tuple[int, float], ...], ...]
    ids: tuple[int, ...] = field(default=())
    names: tuple[str, ...] = field(default=())

    @property
    def after(self) -> int:
        """How many communes there are since the merger."""
        return len(self.codes) - self.before

    def towns(self) -> list[str]:
        """Give the districts that hold wards, the one with the largest share of them first.

        The first stands for the province's city, the others for towns at the edge, in the hills.
        """
        of = list(zip(self.district, self.styles, strict=False))
        wards = Counter(code for code, style in of if style == _WARD)
        every = Counter(self.district)
        return sorted(wards, key=lambda code: (-wards[code] / every[code], code))

    def sizes(self, seed: int) -> Floats:
        """Give the share of the children that each commune of before holds; invented."""
        style = np.array([_STYLE_SIZE.get(one, 1.0) for one in self.styles[: self.before]])
        spread = stream(seed, "commune sizes").lognormal(0.0, 0.33, self.before)
        weight = style * spread
        share: Floats = weight / weight.sum()
        return share

    def attraction(self, seed: int) -> Floats:
        """Give the pull on people who move, a commune of before each: work is in few places."""
        towns = self.towns()
        rural = sorted(set(self.district) - set(towns))
        drawn = stream(seed, "factories").permutation(rural)[: len(_FACTORIES_DRAW)].tolist()
        draws = dict(zip(drawn, _FACTORIES_DRAW, strict=False))
        draws |= dict.fromkeys(towns[:1], _CITY_DRAWS)
        pull = np.array([draws.get(code, 1.0) for code in self.district])
        weight = pull * self.sizes(seed)
        share: Floats = weight / weight.sum()
        return share

    def inherited(self, weights: Floats) -> Floats:
        """Carry weights of the communes of before to their heirs, by share."""
        carried = np.zeros(self.after)
        for index, heirs in enumerate(self.heirs):
            for heir, share in heirs:
                carried[heir - self.before] += weights[index] * share
        return carried

    def heir_of(self, places: Whole, luck: Floats) -> Whole:
        """Give the heir of each commune of before; ``luck`` (0 to 1) chooses where it was split."""
        chosen = np.full(len(places), -1, dtype=np.int64)
        reached = np.zeros(len(places))
        for turn in range(max(map(len, self.heirs), default=0)):
            heir = np.array([heirs[turn][0] if turn < len(heirs) else -1 for heirs in self.heirs])
            share = np.array([heirs[turn][1] if turn < len(heirs) else 0 for heirs in self.heirs])
            reached += share[places]
            # The last share may fall short of one by a rounding: whoever is left takes the heir.
            last = np.array([turn == len(heirs) - 1 for heirs in self.heirs])[places]
            take = (chosen < 0) & ((luck < reached) | last)
            chosen[take] = heir[places[take]]
        return chosen
