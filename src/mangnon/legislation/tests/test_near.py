"""A code that names nothing is held against a few documents, the one that is meant among them."""

import pytest

from mangnon.legislation import public
from mangnon.legislation.models import Document


@pytest.mark.django_db
@pytest.mark.parametrize("typed", ["x7-2020-nd-cp", "37-2021-nd-cp", "37-2020-nd-cq", "37", ""])
def test_what_may_be_meant_is_sought_among_a_few(client, monkeypatch, typed):
    monkeypatch.setattr(public, "_LIKE", 40)
    years = {37: 2020}
    Document.objects.bulk_create(
        Document(code=f"{n}-{years.get(n, 2001 + n % 10)}-nd-cp", kind="decree", title_vi=f"Số {n}")
        for n in range(1, 400)
    )
    offered = public.near(typed)
    assert len(offered) <= 160
    if "-" in typed:
        assert "37-2020-nd-cp" in offered
        answer = client.get(f"/van-ban/{typed}/")
        assert answer.status_code == 404 and "/van-ban/37-2020-nd-cp/" in answer.content.decode()
