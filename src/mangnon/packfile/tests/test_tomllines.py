"""The line of each key, whatever its value looks like."""

import tomllib

from hypothesis import given
from hypothesis import strategies as st

from mangnon.packfile.tomllines import lines_of

TEXT = '''# a comment with = and [brackets]
code = "x" # [not a table]
about = """
a = 1
[table]
"""
list = [
  "a", # ]
  "]",
]
"quoted key" = 'it # is'
a.b = { c = 1, d = "}" }

[one]
x = 1

[[many]]
y = \'\'\'
z = 2\'\'\'
z = 3

[[many.inner]]
w = 4

[[many.inner]]
w = 5

[[many]]
y = 6

[many.table]
v = 7
'''


def test_every_key_is_on_its_line() -> None:
    tomllib.loads(TEXT)
    lines = lines_of(TEXT)
    wanted = {
        (): 1,
        ("code",): 2,
        ("about",): 3,
        ("list",): 7,
        ("quoted key",): 11,
        ("a",): 12,
        ("a", "b"): 12,
        ("one",): 14,
        ("one", "x"): 15,
        ("many", 0): 17,
        ("many", 0, "y"): 18,
        ("many", 0, "z"): 20,
        ("many", 0, "inner", 0): 22,
        ("many", 0, "inner", 0, "w"): 23,
        ("many", 0, "inner", 1): 25,
        ("many", 0, "inner", 1, "w"): 26,
        ("many", 1): 28,
        ("many", 1, "y"): 29,
        ("many", 1, "table"): 31,
        ("many", 1, "table", "v"): 32,
    }
    assert lines == wanted


VALUES = st.one_of(
    st.integers(0, 99).map(str),
    st.sampled_from(['"a = [ # "', "'{ \" '", '"""\nx = 1\n\n"""', "'''\n[y]\n'''", '"\\"#"']),
    st.sampled_from(["[1, 2]", '[\n "]", # [\n 2,\n]', "{ a = '}' }", "2020-01-01", "[[1], [2]]"]),
)


@given(st.lists(VALUES, min_size=1, max_size=12))
def test_any_values_keep_the_lines_of_what_follows(values: list[str]) -> None:
    text, wanted, line = "", {(): 1}, 1
    for number, value in enumerate(values):
        wanted[(f"k{number}",)] = line
        text += f"k{number} = {value}\n"
        line = text.count("\n") + 1
    tomllib.loads(text)
    assert lines_of(text) == wanted
