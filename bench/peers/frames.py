"""The datasets as pandas frames, one row a fact: what an analyst would write."""

from typing import Any

import numpy as np
import pandas as pd

from bench.peers.compare import year_of
from bench.province.shape import FIRST, TODAY

PERIODS = range(TODAY.year - FIRST.year + 1)
NEVER = pd.Timestamp("2200-01-01")
Frames = dict[str, pd.DataFrame]

READ = {
    "children": "SELECT c.id AS child_id, c.sex, c.birth_date, c.birth_precision, c.household_id,"
    " d.died_on FROM register_child c LEFT JOIN register_death d ON d.child_id = c.id"
    " WHERE c.merged_into_id IS NULL",
    "homes": "SELECT child_id, place_id, kind, valid_from, valid_to FROM register_residence"
    " WHERE kind <> 'absent'",
    "spells": "SELECT s.id AS spell_id, s.child_id, s.valid_from, s.valid_to, s.identified_on,"
    " s.end_reason, g.code, g.lasting, g.valid_from AS group_from, g.valid_to AS group_to"
    " FROM register_circumstance s JOIN register_circumstancegroup g ON g.id = s.group_id",
    "help": "SELECT a.child_id, a.delivered_on, k.monthly_allowance, k.qualifies"
    " FROM register_assistance a JOIN register_assistancekind k ON k.id = a.kind_id",
    "services": "SELECT p.child_id, p.approved_on, s.due_on, s.delivered_on FROM register_plan p"
    " JOIN register_plannedservice s ON s.plan_id = p.id WHERE s.delivered_on IS NOT NULL",
    "outcomes": "SELECT child_id, reached_on, followed_up_on FROM register_reintegration"
    " WHERE in_family AND in_school_or_care AND no_new_harm AND goals_met AND still_holds",
    "poverty": "SELECT household_id, year, status FROM register_householdpoverty",
    "weighings": "SELECT id AS measurement_id, child_id, place_id, measured_on, waz, haz, whz,"
    " flagged, oedema FROM register_measurement",
}


def read(reading: Any) -> Frames:
    """Read the tables through ADBC, days as timestamps, an open end as NEVER."""
    frames = {}
    for name, sql in READ.items():
        reading.execute(sql)
        frame = reading.fetch_arrow_table().to_pandas(date_as_object=False)
        for column in frame.columns:
            if column.endswith("_to") or column in ("died_on",):
                frame[column] = pd.to_datetime(frame[column]).fillna(NEVER)
        frames[name] = frame
    return frames


def months_between(born: pd.Series, day: pd.Series | pd.Timestamp) -> pd.Series:
    """Give completed months."""
    if isinstance(day, pd.Timestamp):
        year, month, number = day.year, day.month, day.day
    else:
        year, month, number = day.dt.year, day.dt.month, day.dt.day
    whole = (year - born.dt.year) * 12 + month - born.dt.month
    return whole - (born.dt.day > number)


def age_group(months: pd.Series) -> pd.Series:
    """Give the age group of completed months."""
    return pd.cut(
        months, [-1, 35, 71, 131, 191, 10_000], labels=["0-2", "3-5", "6-10", "11-15", "16+"]
    )


def datasets(frames: Frames) -> Frames:
    """Work every dataset out, period by period."""
    found: dict[str, list[pd.DataFrame]] = {}
    for period in PERIODS:
        first, last, _ = (pd.Timestamp(day) for day in year_of(period))
        parts = {
            "children": _children(frames, first, last),
            "identified": _identified(frames, first, last),
            "circumstance_year": _year(frames, first, last),
            "exits": _exits(frames, first, last),
            "measured": _measured(frames, first, last),
        }
        for name, part in parts.items():
            found.setdefault(name, []).append(part.assign(period_id=period))
    return {name: _categories(pd.concat(parts)) for name, parts in found.items()}


def _categories(frame: pd.DataFrame) -> pd.DataFrame:
    names = ("sex", "age_group", "poverty", "residence", "age_band")
    return frame.astype({name: "category" for name in names if name in frame})


def _poverty(frames: Frames, frame: pd.DataFrame, last: pd.Timestamp) -> pd.DataFrame:
    listed = frames["poverty"]
    listed = listed[listed["year"] == last.year].set_index("household_id")["status"]
    return frame.assign(poverty=frame["household_id"].map(listed).fillna("none"))


def _living(frames: Frames, last: pd.Timestamp) -> pd.DataFrame:
    homes = frames["homes"]
    there = homes[(homes["valid_from"] <= last) & (homes["valid_to"] > last)]
    living = there.merge(frames["children"], on="child_id")
    living = living[(living["birth_date"] <= last) & (living["died_on"] > last)]
    living = living.assign(months=months_between(living["birth_date"], last))
    living = living[living["months"] < 192]
    living = living.assign(age_years=living["months"] // 12, age_group=age_group(living["months"]))
    return _poverty(frames, living, last).rename(columns={"kind": "residence"})


def _groups(spells: pd.DataFrame) -> pd.Series:
    return spells.groupby("child_id")["code"].agg(lambda codes: sorted(set(codes)))


def _children(frames: Frames, first: pd.Timestamp, last: pd.Timestamp) -> pd.DataFrame:
    spells, help_ = frames["spells"], frames["help"]
    standing = spells[
        (spells["valid_from"] <= last) & (spells["valid_to"] > last)
        & (spells["group_from"] <= last) & (spells["group_to"] > last)
    ]  # fmt: skip
    allowed = help_[help_["monthly_allowance"] & help_["delivered_on"].between(first, last)]
    living = _living(frames, last)
    groups = living["child_id"].map(_groups(standing))
    return living.assign(
        groups=groups,
        in_circumstances=groups.notna(),
        on_allowance=living["child_id"].isin(allowed["child_id"]),
    )[
        ["place_id", "sex", "age_years", "age_group", "groups", "in_circumstances", "on_allowance",
         "poverty", "residence"]
    ]  # fmt: skip


def _identified(frames: Frames, first: pd.Timestamp, last: pd.Timestamp) -> pd.DataFrame:
    spells = frames["spells"]
    met = spells[
        spells["identified_on"].between(first, last)
        & (spells["group_from"] <= spells["identified_on"])
        & (spells["group_to"] > spells["identified_on"])
    ]
    living = _living(frames, last)
    groups = living["child_id"].map(_groups(met))
    found = living.assign(groups=groups)[groups.notna()]
    return found[["place_id", "sex", "age_years", "age_group", "groups", "poverty", "residence"]]


def _last_home(frames: Frames, wanted: pd.DataFrame, *, day: str) -> pd.DataFrame:
    """Join each row to the last home that began by its day."""
    homes = frames["homes"]
    homes = homes[homes["valid_to"] > homes["valid_from"]]
    met = wanted.merge(homes[["child_id", "place_id", "valid_from", "valid_to"]].rename(
        columns={"valid_from": "home_from", "valid_to": "home_to"}), on="child_id")  # fmt: skip
    met = met[met["home_from"] <= met[day]]
    return met.sort_values("home_from")


def _year(frames: Frames, first: pd.Timestamp, last: pd.Timestamp) -> pd.DataFrame:
    spells = frames["spells"].merge(frames["children"], on="child_id")
    start = spells[["valid_from", "group_from"]].max(axis=1).clip(lower=first)
    sixteen = spells["birth_date"] + pd.DateOffset(years=16)
    ends = pd.concat([spells["valid_to"], spells["group_to"], spells["died_on"], sixteen], axis=1)
    touched = spells[start < ends.min(axis=1).clip(upper=last + pd.Timedelta(days=1))]
    children = touched.groupby("child_id").agg(
        groups=("code", lambda codes: sorted(set(codes))), lasting=("lasting", "all")
    )
    rows = children.reset_index().merge(frames["children"], on="child_id").assign(last=last)
    rows = _last_home(frames, rows, day="last")
    rows = rows[rows["home_to"] > first].drop_duplicates("child_id", keep="last")
    help_, done, back = frames["help"], frames["services"], frames["outcomes"]
    helped = help_[help_["qualifies"] & help_["delivered_on"].between(first, last)]
    timely = done[
        done["delivered_on"].between(first, last)
        & (done["delivered_on"] <= done["due_on"]) & (done["approved_on"] <= last)
    ]  # fmt: skip
    back = back[back["followed_up_on"].between(first, last)]
    back = back.merge(children["lasting"], left_on="child_id", right_index=True)
    late_enough = back["followed_up_on"] >= back["reached_on"] + pd.DateOffset(months=6)
    back = back[late_enough | (back["lasting"] & (back["followed_up_on"] >= back["reached_on"]))]
    months = months_between(rows["birth_date"], last)
    rows = rows.assign(
        age_years=months // 12,
        age_group=age_group(months),
        assisted=rows["child_id"].isin(helped["child_id"]),
        plan_in_time=rows["child_id"].isin(timely["child_id"]),
        reintegrated=rows["child_id"].isin(back["child_id"]),
    )
    return _poverty(frames, rows, last)[
        ["place_id", "sex", "age_years", "age_group", "groups", "poverty", "assisted",
         "plan_in_time", "reintegrated"]
    ]  # fmt: skip


def _exits(frames: Frames, first: pd.Timestamp, last: pd.Timestamp) -> pd.DataFrame:
    spells = frames["spells"]
    ended = spells[spells["valid_to"].between(first, last)]
    ended = ended.assign(last=ended["valid_to"] - pd.Timedelta(days=1))
    ended = ended.merge(frames["children"][["child_id", "sex"]], on="child_id")
    at_home = _last_home(frames, ended, day="last").drop_duplicates("spell_id", keep="last")
    reason = at_home["end_reason"].replace("", "other")
    return at_home.assign(reason=reason, groups=at_home["code"].map(lambda code: [code]))[
        ["place_id", "reason", "sex", "groups"]
    ]


def _measured(frames: Frames, first: pd.Timestamp, last: pd.Timestamp) -> pd.DataFrame:
    weighings = frames["weighings"]
    seen = weighings[weighings["measured_on"].between(first, last)]
    children = frames["children"][frames["children"]["birth_precision"] != "year"]
    seen = seen.merge(children.drop(columns="died_on"), on="child_id")
    seen = seen.assign(months=months_between(seen["birth_date"], seen["measured_on"]))
    seen = seen[seen["months"].between(0, 59)].sort_values(["measured_on", "measurement_id"])
    for name in ("waz", "haz", "whz"):
        seen[name] = seen[name].mask(seen["flagged"].str.contains(name))
    lasts = {
        "waz": seen[seen["waz"].notna() | seen["oedema"]],
        "haz": seen[seen["haz"].notna()],
        "whz": seen[seen["whz"].notna()],
    }
    for name, valid in lasts.items():
        ids = valid.drop_duplicates("child_id", keep="last")["measurement_id"]
        is_last = seen["measurement_id"].isin(ids)
        seen[name] = seen[name].where(is_last)
        seen[f"last_{name}"] = is_last
    seen = seen[seen[["last_waz", "last_haz", "last_whz"]].any(axis=1)]
    bands = ["0-5", "6-11", "12-23", "24-35", "36-47", "48-59"]
    seen = seen.assign(
        oedema=seen["oedema"] & seen["last_waz"],
        age_months=seen["months"],
        age_months_on_day=months_between(seen["birth_date"], last),
        age_band=pd.cut(seen["months"], [-1, 5, 11, 23, 35, 47, 59], labels=bands),
    )
    return _poverty(frames, seen, last)[
        ["place_id", "sex", "age_months", "age_months_on_day", "age_band", "waz", "haz", "whz",
         "oedema", "poverty"]
    ]  # fmt: skip


def value(frame: pd.DataFrame, expression: str) -> np.ndarray:
    """Work an indicator's expression out over a frame; what is unknown counts 0."""
    if expression == "TRUE":
        return np.ones(len(frame), dtype=bool)
    words = expression.replace(" AND NOT ", " & ~").replace(" AND ", ") & (").replace(" = ", " == ")
    words = words.replace("waz IS NOT NULL", "waz.notna()").replace(
        "haz IS NOT NULL", "haz.notna()"
    )
    words = words.replace("whz IS NOT NULL", "whz.notna()")
    return np.asarray(frame.eval(f"({words})"), dtype=bool)
