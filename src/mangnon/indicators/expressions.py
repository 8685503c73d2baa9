"""Expressions over a dataset's columns: parsed, checked, and written for an engine."""

from sqlglot import exp, parse_one
from sqlglot.errors import SqlglotError
from sqlglot.optimizer.annotate_types import annotate_types

from mangnon.indicators.datasets import Dataset
from mangnon.text.sentence import Sentence

DUCKDB = "duckdb"
_TYPES = {
    "text": "VARCHAR",
    "integer": "BIGINT",
    "number": "DOUBLE",
    "boolean": "BOOLEAN",
    "text[]": "VARCHAR[]",
}
# What an expression may be made of; anything else (subqueries, tables, files …) is refused.
_ALLOWED = (
    exp.Column,
    exp.Identifier,
    exp.Literal,
    exp.Boolean,
    exp.Null,
    exp.Paren,
    exp.And,
    exp.Or,
    exp.Not,
    exp.EQ,
    exp.NEQ,
    exp.LT,
    exp.LTE,
    exp.GT,
    exp.GTE,
    exp.Between,
    exp.In,
    exp.Is,
    exp.Neg,
    exp.Add,
    exp.Sub,
    exp.Mul,
    exp.Div,
    exp.Case,
    exp.If,
    exp.Coalesce,
    exp.Abs,
    exp.ArrayContains,
)


class Refused(Exception):
    """The expression cannot be counted; the sentence says why."""

    def __init__(self, vi: str, en: str) -> None:
        super().__init__(en)
        self.sentence = Sentence(vi=vi, en=en)


def parse(text: str, dataset: Dataset) -> exp.Expr:
    """Parse an expression over ``dataset``, or raise Refused."""
    try:
        tree = parse_one(text, dialect=DUCKDB)
    except SqlglotError:
        raise Refused(
            f"biểu thức “{text}” viết sai cú pháp; hãy viết ví dụ: age_years < 16",
            f"the expression “{text}” cannot be read; write for example: age_years < 16",
        ) from None
    _check_parts(tree, text)
    _check_columns(tree, dataset)
    _check_type(tree, text, dataset)
    return tree


def _check_parts(tree: exp.Expr, text: str) -> None:
    for node in tree.walk():
        if not isinstance(node, _ALLOWED):
            part = node.sql(dialect=DUCKDB)
            raise Refused(
                f"trong “{text}”, phần “{part}” không được dùng; chỉ dùng so sánh, phép tính, "
                "AND, OR, NOT, IN, BETWEEN, IS NULL, CASE, COALESCE, ABS",
                f"in “{text}”, “{part}” is not allowed; use only comparisons, arithmetic, "
                "AND, OR, NOT, IN, BETWEEN, IS NULL, CASE, COALESCE, ABS",
            )


def _check_columns(tree: exp.Expr, dataset: Dataset) -> None:
    known = [column.name for column in dataset.columns]
    for column in tree.find_all(exp.Column):
        if column.table or column.name not in known:
            names = ", ".join(known)
            raise Refused(
                f"tập dữ kiện “{dataset.code}” không có cột “{column.sql()}”; các cột: {names}",
                f"the dataset “{dataset.code}” has no column “{column.sql()}”; columns: {names}",
            )


def _check_type(tree: exp.Expr, text: str, dataset: Dataset) -> None:
    typed = tree.transform(
        lambda node: exp.column(node.name, table="facts") if isinstance(node, exp.Column) else node
    )
    schema: dict[str, object] = {
        "facts": {column.name: _TYPES[column.type] for column in dataset.columns}
    }
    selected = annotate_types(
        exp.select(typed.as_("value")).from_("facts"), schema=schema, dialect=DUCKDB
    )
    whole = selected.selects[0].unalias()
    for node in whole.find_all(exp.LT, exp.LTE, exp.GT, exp.GTE, exp.EQ, exp.NEQ, exp.In):
        _check_sides(node, text)
    if not (whole.is_type("boolean") or _is_number(whole)):
        raise Refused(
            f"“{text}” không cho ra số hay đúng/sai nên không cộng được",
            f"“{text}” gives neither a number nor true/false, so it cannot be added up",
        )


def _is_number(node: exp.Expr) -> bool:
    return node.type is not None and node.type.this in exp.DataType.NUMERIC_TYPES


def _is_text(node: exp.Expr) -> bool:
    return node.type is not None and node.type.this in exp.DataType.TEXT_TYPES


def _are_number_and_text(one: exp.Expr, other: exp.Expr) -> bool:
    return _is_number(one) and _is_text(other)


def _check_sides(node: exp.Expr, text: str) -> None:
    others = node.expressions if isinstance(node, exp.In) else [node.expression]
    for other in others:
        if _are_number_and_text(node.this, other) or _are_number_and_text(other, node.this):
            part = node.sql(dialect=DUCKDB)
            raise Refused(
                f"trong “{text}”, “{part}” so sánh số với chữ",
                f"in “{text}”, “{part}” compares a number with text",
            )


def as_number(tree: exp.Expr, *, dialect: str = DUCKDB) -> str:
    """Write an expression as a number to be added up; true counts 1, unknown counts 0."""
    number = exp.Coalesce(
        this=exp.Cast(this=tree.copy(), to=exp.DataType.build("DOUBLE")),
        expressions=[exp.Literal.number(0)],
    )
    return number.sql(dialect=dialect)
