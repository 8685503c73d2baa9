"""The communes on which the simulation plays, as plain arrays: those of before, then the heirs."""

from dataclasses import dataclass, field

import numpy as np

from mangnon.simulation.chance import stream
from mangnon.simulation.days import Floats, Whole, on
from mangnon.simulation.profile import Profile

MERGER = on(2025, 7, 1)
START = on(2012, 1, 1)
_STYLE_SIZE = {"phuong": 1.35, "thi_tran": 1.25}


@dataclass(frozen=True)
class Ground:
    """Communes until the merger (``before`` of them), then those since; an index names one.

    ``district[i]`` is the district's code of a commune of before; ``heirs[i]`` lists the indices
    that inherit it with their shares. ``codes``, ``ids`` and ``names`` are those of the database,
    ``profile`` is what the pack says of its invented province.
    """

    codes: tuple[str, ...]
    styles: tuple[str, ...]
    before: int
    district: tuple[str, ...]
    heirs: tuple[tuple[tuple[int, float], ...], ...]
    profile: Profile
    ids: tuple[int, ...] = field(default=())
    names: tuple[str, ...] = field(default=())

    @property
    def after(self) -> int:
        """How many communes there are since the merger."""
        return len(self.codes) - self.before

    def sizes(self, seed: int) -> Floats:
        """Give the share of the children that each commune of before holds; invented."""
        style = np.array([_STYLE_SIZE.get(one, 1.0) for one in self.styles[: self.before]])
        spread = stream(seed, "commune sizes").lognormal(0.0, 0.33, self.before)
        weight = style * spread
        share: Floats = weight / weight.sum()
        return share

    def attraction(self, seed: int) -> Floats:
        """Give the pull on people who move, a commune of before each: work is in few places."""
        pull = np.array([self.profile.district(code).draws for code in self.district])
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
