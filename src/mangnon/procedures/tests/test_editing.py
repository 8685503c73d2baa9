"""The editors' form: what it holds, and what it says of a mistake."""

import pytest
from django.forms import ModelForm
from wagtail.snippets.models import get_snippet_models

from mangnon.procedures.models import Procedure
from mangnon.procedures.tests.conftest import Apply, naming
from mangnon.services.models import Service


def form_of(model: type) -> type[ModelForm]:
    return model.snippet_viewset.get_edit_handler().get_form_class()


def filled(one: Procedure, **changed: str) -> dict[str, str]:
    """What a browser sends of the form, unchanged but for ``changed``."""
    form = form_of(Procedure)(instance=one)
    sent = {name: form.initial.get(name) or "" for name in form.fields}
    for prefix, formset in form.formsets.items():
        sent |= {f"{prefix}-{key}": str(v) for key, v in formset.management_form.initial.items()}
        for number, row in enumerate(formset.initial_forms):
            kept = {name: row.initial.get(name) for name in row.fields}
            kept |= {"id": row.instance.pk, "ORDER": number + 1}
            sent |= {
                f"{prefix}-{number}-{name}": value for name, value in kept.items()
                if value not in (None, False)
            }  # fmt: skip
    return {**sent, **changed}


def test_both_are_edited_as_snippets():
    assert {Procedure, Service} <= set(get_snippet_models())


@pytest.mark.parametrize(
    ("model", "below"),
    [(Procedure, {"steps", "ways", "papers", "bases"}), (Service, {"serves", "leads", "bases"})],
)
def test_every_field_can_be_edited(model, below):
    form = form_of(model)(instance=model())
    own = {field.name for field in model._meta.concrete_fields if field.editable}
    of_drafts = {"id", "go_live_at", "expire_at", "first_published_at"}  # Wagtail's own business
    assert own - of_drafts <= set(form.fields)
    assert set(form.formsets) == below


def test_an_unchanged_form_is_right(apply: Apply):
    form = form_of(Procedure)(filled(naming()), instance=naming())
    assert form.is_valid(), (form.errors, [f.errors for f in form.formsets.values()])


def test_a_code_that_is_taken_is_told(apply: Apply):
    form = form_of(Procedure)(filled(naming(), code="ask-for-a-midwife"), instance=naming())
    assert not form.is_valid()
    assert "code" in form.errors


def test_days_in_the_wrong_order_are_told(apply: Apply):
    form = form_of(Procedure)(filled(naming(), valid_to="2019-01-01"), instance=naming())
    assert not form.is_valid()
    assert "Ngày hết áp dụng phải sau ngày bắt đầu áp dụng." in str(form.errors)


def test_a_basis_without_a_document_and_without_words_is_told(apply: Apply):
    sent = {**filled(naming()), "bases-0-document": ""}
    form = form_of(Procedure)(sent, instance=naming())
    assert not form.is_valid()
    assert "Chọn một văn bản" in str(form.formsets["bases"].errors)
