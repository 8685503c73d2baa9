"""The catalogue names the groups of special circumstances for every page that shows them."""

from datetime import date

from mangnon.indicators.datasets import Label, dataset
from mangnon.register.models import CircumstanceGroup


def labels():
    _column, breakdown = dataset("children").breakdown("circumstance")
    return breakdown.labels


def add(code: str, name: str) -> None:
    CircumstanceGroup.objects.create(
        code=code, law="l", name_vi=name, name_en=name, valid_from=date(2017, 6, 1), lasting=False
    )


def test_each_group_has_its_name(db):
    add("g-one", "Nhóm một")
    assert dict(labels()) == {"g-one": Label("Nhóm một", "Nhóm một")}


def test_a_new_group_is_seen_at_once(db):
    add("g-one", "Nhóm một")
    assert "g-one" in labels()
    add("g-two", "Nhóm hai")
    assert labels()["g-two"].vi == "Nhóm hai"
    assert len(labels()) == 2


def test_all_names_take_one_question(db, django_assert_num_queries):
    add("g-one", "Nhóm một")
    add("g-two", "Nhóm hai")
    with django_assert_num_queries(1):
        assert len({code: label.vi for code, label in labels().items()}) == 2
