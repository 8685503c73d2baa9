"""Many rows written at once read back as if each had been saved, on both databases."""

from datetime import UTC, date, datetime
from uuid import uuid4

import numpy as np
import pytest
from django.db import IntegrityError, transaction

from mangnon.audit.models import Actor, Entry
from mangnon.bulk import reserve_ids, update_columns, write_columns, write_rows
from mangnon.places.models import Place
from mangnon.register.models import DataKey

pytestmark = pytest.mark.django_db
FROM = date(2012, 1, 1)


def columns(count, **other):
    return {
        "code": [str(number) for number in range(count)],
        "valid_from": FROM,
        "kind": "commune",
        "style": "xa",
        "name_vi": "Xã",
        "name_en": "Commune",
        "sort_key": "",
        "stands_in": False,
        "note_vi": "",
        "note_en": "",
    } | other


def test_rows_read_back_as_they_were_given():
    latitudes = np.array([20.5, np.nan, 21.0])
    ends = np.array(["2025-07-01", "NaT", "2024-01-01"], dtype="datetime64[D]")
    write_columns(Place, columns(3, latitude=latitudes, valid_to=ends))
    first, second, third = Place.objects.order_by("code")
    assert (first.latitude, first.valid_to, first.stands_in) == (20.5, date(2025, 7, 1), False)
    assert (second.latitude, second.valid_to) == (None, None)
    assert third.valid_from == FROM


def test_lists_and_arrays_of_days_are_the_same():
    days = [date(2020, 2, 29), date(1999, 12, 31)]
    given_as = {"a": days, "b": np.array(days, dtype="datetime64[D]"), "c": np.array(days)}
    for prefix, given in given_as.items():
        codes = [f"{prefix}{number}" for number in range(2)]
        write_columns(Place, columns(2, code=codes, valid_from=given))
    read = dict(Place.objects.values_list("code", "valid_from"))
    assert [read[f"{one}0"] for one in given_as] == [days[0]] * 3
    assert [read[f"{one}1"] for one in given_as] == [days[1]] * 3


def test_an_array_of_pythons_dates_may_know_some_of_them():
    given = np.array([date(2025, 7, 1), None], dtype=object)
    write_columns(Place, columns(2, valid_to=given))
    assert [one.valid_to for one in Place.objects.order_by("code")] == list(given)


def test_keys_and_bytes_read_back():
    key, blob = uuid4(), bytes(range(256))
    write_rows(DataKey, ["id", "wrapped"], [(key, blob)])
    assert bytes(DataKey.objects.get(pk=key).wrapped) == blob


def test_moments_and_documents_read_back():
    actor = Actor.objects.create(code="a", kind="person", name="A")
    moment = datetime(2024, 6, 15, 12, 30, tzinfo=UTC)
    names = ("kind", "right", "subject", "place_code", "reason", "key_id")
    texts = {**dict.fromkeys(names, ""), "subjects": "[]", "data": "{}", "before": "{}"}
    sealed = {"reason_sealed": b"", "proof": b"", "version": 0}
    one = {"at": [moment], "actor_id": actor.pk, "act": "x", "after": "{}"}
    write_columns(Entry, {**one, **texts, **sealed})
    assert Entry.objects.get(act="x").at == moment


def test_text_with_tabs_and_backslashes_survives():
    name = "Thôn\tĐông\\N\n«x»"
    write_columns(Place, columns(1, name_vi=[name]))
    assert Place.objects.get().name_vi == name


def test_no_rows_write_nothing():
    write_rows(DataKey, ["id", "wrapped"], [])
    assert not DataKey.objects.exists()


def test_all_rows_or_none():
    with pytest.raises(IntegrityError), transaction.atomic():
        write_columns(Place, columns(2, code=["same", "same"]))
    assert not Place.objects.exists()


def test_reserved_ids_are_nobody_elses():
    with transaction.atomic():
        ids = reserve_ids(Place, 3)
        write_columns(Place, columns(3, id=ids))
    alone = Place.objects.create(code="x", valid_from=FROM, kind="commune", style="xa")
    assert len(ids) == 3
    assert alone.pk not in ids
    assert reserve_ids(Place, 1)[0] > max(alone.pk, *ids)


def test_an_id_given_once_is_not_given_again():
    ids = reserve_ids(Place, 2)
    write_columns(Place, columns(2, id=ids))
    Place.objects.all().delete()
    assert reserve_ids(Place, 1)[0] > ids[-1]


def test_each_row_gets_its_own_change():
    ids = reserve_ids(Place, 3)
    write_columns(Place, columns(3, id=ids))
    ends = [date(2020, 1, 1), None, date(2021, 1, 1)]
    done = update_columns(Place, {"id": ids}, {"valid_to": ends, "note_vi": "đã sửa"})
    assert done == 3
    changed = list(Place.objects.order_by("id").values_list("valid_to", "note_vi"))
    assert changed == [(end, "đã sửa") for end in ends]


def test_only_what_is_narrowed_to_is_changed():
    write_columns(Place, columns(2, valid_to=[None, date(2020, 1, 1)]))
    done = update_columns(
        Place, {"code": ["0", "1"]}, {"valid_to": date(2024, 1, 1)}, only="valid_to IS NULL"
    )
    assert done == 1
    assert Place.objects.get(code="1").valid_to == date(2020, 1, 1)


def test_a_key_may_be_text():
    write_columns(Place, columns(2))
    update_columns(Place, {"code": ["1"]}, {"name_vi": ["Mới"]})
    assert [place.name_vi for place in Place.objects.order_by("code")] == ["Xã", "Mới"]


def test_two_updates_in_one_transaction():
    write_columns(Place, columns(1))
    with transaction.atomic():
        update_columns(Place, {"code": ["0"]}, {"name_vi": ["Một"]})
        update_columns(Place, {"code": ["0"]}, {"name_vi": ["Hai"]})
    assert Place.objects.get().name_vi == "Hai"
