"""The names of the groups of special circumstances, as the pack's catalogue has them."""

from collections.abc import Iterator, Mapping

from mangnon.indicators.datasets import Label


class GroupNames(Mapping[str, Label]):
    """Labels by group code; looking through all of them reads the catalogue once, anew."""

    def __init__(self) -> None:
        self._held: dict[str, Label] = {}

    def __iter__(self) -> Iterator[str]:
        self._held = _read()
        return iter(self._held)

    def __len__(self) -> int:
        return len(_read())

    def __getitem__(self, code: str) -> Label:
        if code not in self._held:
            self._held = _read()
        return self._held[code]


def _read() -> dict[str, Label]:
    # Datasets are declared before the models are ready.
    from mangnon.register.models import CircumstanceGroup

    found = CircumstanceGroup.objects.order_by("pk").values_list("code", "name_vi", "name_en")
    return {code: Label(vi, en) for code, vi, en in found}
