"""Makes table.json: what the calendar library of the rules must give, worked out by Python.

The oracle shares nothing with policies/lib/dates.rego: `datetime` for the calendar, `dateutil.relativedelta`
for months and years, and plain day-by-day walking for business days. No randomness and no clock: the same
versions give the same bytes.

    pip install python-dateutil==2.9.0.post0
    python make_table.py          # writes table.json beside this file
    python make_table.py --check  # exits 1 if table.json would change
"""

import calendar
import json
import sys
from datetime import date, datetime, timedelta, timezone
from pathlib import Path

from dateutil.easter import easter
from dateutil.relativedelta import relativedelta

TABLE = Path(__file__).with_name("table.json")
EPOCH = date(1970, 1, 1)
MONDAY, SATURDAY = 0, 5

cases = []


def number(day: date) -> int:
    """Days since 1970-01-01."""
    return (day - EPOCH).days


def case(function: str, args: list, expected, says: str = "") -> None:
    """Adds a case; expected None means that the function is undefined. `says` is for the reader only."""
    cases.append({"function": function, "args": args, "expected": expected} | ({"says": says} if says else {}))


def plus(day: date, period: dict) -> date:
    """Years and months in one step, clamped once, then days (rulings, "Adding a period")."""
    return day + relativedelta(**period)


def words(period: dict) -> str:
    return " ".join(f"{value}{unit[0]}" for unit, value in period.items()) or "nothing"


# --- Days worth trying ---------------------------------------------------------------------------------------

EDGES = [
    day
    for year in [1900, 1904, 1968, 1969, 1970, 1972, 1999, 2000, 2023, 2024, 2025, 2099, 2100, 2104, 2200]
    for day in (
        date(year, 1, 1), date(year, 1, 31), date(year, 2, 28), date(year, 2, 28) + timedelta(1),
        date(year, 3, 1), date(year, 4, 30), date(year, 12, 31),
    )
]
# 1,571 days is prime and no multiple of a week: every weekday, month and place in the four years comes up.
SPREAD = [date(1900, 1, 1) + timedelta(days) for days in range(0, 109_900, 1571)]


# --- The calendar ----------------------------------------------------------------------------------------------

def calendar_cases() -> None:
    far = [date(1, 1, 1), date(1, 12, 31), date(4, 2, 29), date(100, 2, 28), date(100, 3, 1), date(400, 2, 29),
           date(1582, 10, 15), date(1600, 2, 29), date(1899, 12, 31), date(2400, 2, 29), date(9999, 12, 31)]
    for day in EDGES + SPREAD + far:
        parts = {"year": day.year, "month": day.month, "day": day.day}
        case("civil", [number(day)], parts)
    for day in EDGES + far:
        case("from_civil", [day.year, day.month, day.day], number(day))
    for day in EDGES[::3] + far:
        case("parse", [str(day)], number(day))
        case("weekday", [number(day)], day.isoweekday(), day.strftime("%a ") + str(day))
    for offset in range(-8, 9):
        day = EPOCH + timedelta(offset)
        case("weekday", [offset], day.isoweekday(), day.strftime("%a ") + str(day))
    for day in SPREAD[::5] + EDGES[::3]:
        last = day.replace(day=calendar.monthrange(day.year, day.month)[1])
        case("last_of_month", [number(day)], number(last), f"{day}: {last}")
    case("civil", [number(date(1, 1, 1)) - 1], None, "before year 1")
    for year, month, day in [(2025, 2, 29), (1900, 2, 29), (2100, 2, 29), (2024, 2, 30), (2024, 4, 31), (2024, 1, 0),
                             (2024, 1, -1), (2024, 1, 32), (2024, 0, 1), (2024, 13, 1), (0, 12, 31), (2024, 1, 1.5)]:
        case("from_civil", [year, month, day], None)
    for text in ["2025-02-29", "1900-02-29", "2100-02-29", "2024-04-31", "2024-13-01", "2024-00-10", "2024-01-00",
                 "0000-01-01", "1e03-01-01", "+999-01-01", "2024-1-01", "2024-01-1", "2024/01/01", "2024-01-01T00:00",
                 "20240101", " 2024-01-01", "2024-01-01 ", "", "２024-01-01"]:
        case("parse", [text], None)
    for year in [1896, 1900, 1904, 1999, 2000, 2001, 2004, 2024, 2025, 2096, 2100, 2104, 2200, 2400]:
        case("is_leap", [year], calendar.isleap(year))
    for year in [1900, 2000, 2023, 2100]:
        for month in range(1, 13):
            case("days_in_month", [year, month], calendar.monthrange(year, month)[1])
    for month in [0, 13, -1]:
        case("days_in_month", [2024, month], None)


# --- Periods -----------------------------------------------------------------------------------------------

def period_cases() -> None:
    def months(day, n):
        then = plus(day, {"months": n})
        case("add_months", [number(day), n], number(then), f"{day} {n:+}m = {then}")

    for n in [1, -1, 12, -13]:
        for day in EDGES[::2]:
            months(day, n)
    for step, day in enumerate(SPREAD):
        months(day, (step * 37) % 500 - 250)
    for n in range(-13, 14):
        months(date(2024, 1, 31), n)
    for year in [1900, 2000, 2100, 2200]:
        for n in (-1201, -49, 47, 1199, 4799):  # from 31 March to a February
            months(date(year, 3, 31), n)

    for day in [date(2024, 2, 29), date(2000, 2, 29), date(1904, 2, 29), date(2023, 2, 28), date(2024, 12, 31)]:
        for n in [0, 1, 4, -1, -4, 76, 100]:
            then = plus(day, {"years": n})
            case("add_years", [number(day), n], number(then), f"{day} {n:+}y = {then}")
    for day, n in [(date(2024, 2, 28), 1), (date(2024, 2, 29), 1), (date(1969, 12, 31), 1), (date(2025, 1, 1), -1)]:
        case("add_days", [number(day), n], number(day + timedelta(n)), f"{day} {n:+}d = {day + timedelta(n)}")

    periods = [{}, {"years": 1}, {"months": 1}, {"days": 1}, {"years": 1, "months": 1}, {"years": 6, "days": 1},
               {"months": 1, "days": 1}, {"years": 1, "months": 11, "days": 30}, {"years": -1, "months": 1},
               {"months": 12}, {"days": 365}, {"years": 5, "months": 18}, {"months": -1, "days": -1}]
    for day in [date(2024, 2, 29), date(2025, 1, 31), date(2023, 12, 31), date(2099, 1, 29)]:
        for period in periods:
            then = plus(day, period)
            case("add_period", [number(day), period], number(then), f"{day} {words(period)} = {then}")
    for period in periods:
        total = {"months": 12 * period.get("years", 0) + period.get("months", 0), "days": period.get("days", 0)}
        case("normalised", [period], total)
    case("add_period", [0, {"years": "5"}], None, "text for a number")
    case("normalised", [{"months": None}], None, "null for a number")


def comparison_cases() -> None:
    compared = [date(2024, 2, 29), date(2025, 1, 31)]
    lengths = [{"years": 1}, {"months": 12}, {"days": 365}, {"days": 366}, {"months": 1}, {"days": 28}, {"days": 29},
               {"days": 31}, {"years": 5}, {"months": 60}, {"days": 1826}, {"days": 1827}]
    for a, b in ((a, b) for group in (lengths[:4], lengths[4:8], lengths[8:]) for a in group for b in group):
        not_shorter = all(plus(day, a) >= plus(day, b) for day in compared)
        case("period_not_shorter", [a, b], not_shorter)
        case("period_shorter", [a, b], not not_shorter)
    for given in (lengths[:4], lengths[4:8], lengths[8:12], [{"days": 400}, {"years": 1}], [{"years": 6}],
                  [{"years": 5}, {"months": 61}, {"days": 1850}]):
        ends = [plus(compared[0], period) for period in given]
        longest = [period for period, end in zip(given, ends) if end == max(ends)]
        if len(longest) == 1:  # of equally long ones any may come
            case("longest", [given], longest[0])
    case("longest", [[]], None, "none")
    case("longest", [[{"years": 1}, {"years": "9"}]], None, "one cannot be read")
    case("period_shorter", [{"years": "1"}, {"years": 2}], None, "text for a number")


def birthday_cases() -> None:
    for born in [date(2004, 2, 29), date(1904, 2, 29), date(2000, 2, 29), date(2008, 2, 28), date(2007, 3, 1),
                 date(1969, 12, 31)]:
        for age in [1, 4, 16, 18, 21, 96]:
            # Not relativedelta here: the rule itself, spelt out.
            year = born.year + age
            leapling = (born.month, born.day) == (2, 29) and not calendar.isleap(year)
            reached = date(year, 2, 28) if leapling else date(year, born.month, born.day)
            case("birthday", [number(born), age], number(reached), f"{born}, {age} on {reached}")


def run_cases() -> None:
    for run in [{"month": 1}, {"month": 2}, {"month": 6}, {"month": 12}, {"month": 1, "day": 1},
                {"month": 2, "day": 29}, {"month": 4, "day": 31}, {"month": 7, "day": 15}]:
        for start in [date(2024, 1, 1), date(2024, 2, 28), date(2024, 2, 29), date(2024, 3, 1), date(2024, 7, 15),
                      date(2024, 7, 16), date(2024, 12, 30), date(2024, 12, 31), date(2099, 4, 30), date(2099, 12, 31)]:
            day = start
            while True:  # walk on to the first day that is the run's day of its year
                last = calendar.monthrange(day.year, day.month)[1]
                if day.month == run["month"] and day.day == min(run.get("day", last), last):
                    break
                day += timedelta(1)
            case("first_run_on_or_after", [number(start), run], number(day), f"{start}: {day}")
    for run in [{"month": 13}, {"month": 0}, {"day": 1}, {"month": 1, "day": 0}]:
        case("first_run_on_or_after", [0, run], None, "no such run")


# --- Business days -----------------------------------------------------------------------------------------

def nth_weekday(year: int, month: int, weekday: int, n: int) -> date:
    """The n-th such weekday of the month; n = -1 is the last."""
    days = [date(year, month, d) for d in range(1, calendar.monthrange(year, month)[1] + 1)]
    fitting = [day for day in days if day.weekday() == weekday]
    return fitting[n - 1] if n > 0 else fitting[n]


def bank_holidays(year: int) -> set:
    """Made up after those of England and Wales: the regular eight, with substitute days; no one-off ones."""
    holidays = {
        easter(year) - timedelta(2), easter(year) + timedelta(1), nth_weekday(year, 5, MONDAY, 1),
        nth_weekday(year, 5, MONDAY, -1), nth_weekday(year, 8, MONDAY, -1),
    }
    for fixed in (date(year, 1, 1), date(year, 12, 25), date(year, 12, 26)):
        day = fixed
        while day.weekday() >= SATURDAY or day in holidays:
            day += timedelta(1)
        holidays.add(day)
    return holidays


CALENDARS = {
    "england-and-wales": sorted(number(day) for year in range(2020, 2035) for day in bank_holidays(year)),
    "none": [],
    # Longer than any real closure, so that a search with too short a horizon shows.
    "ten-weeks-closed": [number(date(2026, 6, 1)) + n for n in range(70)],
}


def nth_working_day(day: date, n: int, holidays: list) -> date:
    closed = set(holidays)
    while n > 0:
        day += timedelta(1)
        n -= day.weekday() < SATURDAY and number(day) not in closed
    return day


def rolled(day: date, holidays: list) -> date:
    return nth_working_day(day - timedelta(1), 1, holidays)


def business_day_cases() -> None:
    england = CALENDARS["england-and-wales"]
    starts = [date(2026, 4, 1), date(2026, 4, 2), date(2026, 4, 3), date(2026, 4, 6), date(2026, 5, 1), date(2026, 12, 24),
              date(2027, 12, 24), date(2022, 12, 31), date(2023, 1, 2), date(2024, 2, 28), date(2025, 8, 22),
              date(2025, 8, 24)]
    for start in starts:
        for n in [1, 2, 5, 10, 30]:
            then = nth_working_day(start, n, england)
            case("add_business_days", [number(start), n, "england-and-wales"], number(then), f"{start} +{n}bd = {then}")
    for offset in range(-8, 8):
        day = EPOCH + timedelta(offset)
        then = nth_working_day(day, 3, [])
        case("add_business_days", [offset, 3, "none"], number(then), f"{day} +3bd = {then}")
        case("next_business_day", [offset, "none"], number(rolled(day, [])), f"{day}: {rolled(day, [])}")
    for start in [date(2026, 5, 29), date(2026, 6, 1), date(2026, 7, 15), date(2026, 8, 9)]:
        closed = CALENDARS["ten-weeks-closed"]
        for n in [1, 2, 30]:
            then = nth_working_day(start, n, closed)
            case("add_business_days", [number(start), n, "ten-weeks-closed"], number(then), f"{start} +{n}bd = {then}")
        case("next_business_day", [number(start), "ten-weeks-closed"], number(rolled(start, closed)), f"{start}: {rolled(start, closed)}")
    for offset in list(range(0, 16)) + list(range(267, 276)):
        day = date(2026, 4, 1) + timedelta(offset)
        then = rolled(day, england)
        case("next_business_day", [number(day), "england-and-wales"], number(then), f"{day}: {then}")
    for received in starts + [date(2026, 1, 31), date(2026, 2, 28), date(2026, 3, 3), date(2026, 3, 6), date(2026, 11, 25),
                              date(2024, 1, 29), date(2024, 1, 31)]:
        for n in [1, 2, 3]:
            then = rolled(plus(received, {"months": n}), england)
            case("month_due", [number(received), n, "england-and-wales"], number(then), f"{received} +{n}m = {then}")
    # The three forms that holidays may take, and what gives nothing.
    friday, monday, tuesday = (number(date(2026, 4, d)) for d in (3, 6, 7))
    for form in ([friday, monday], {str(friday): "Good Friday", str(monday): "Easter Monday"}):
        case("add_business_days", [friday - 1, 1, form], tuesday, "Easter 2026, given as " + type(form).__name__)
        case("next_business_day", [friday, form], tuesday, "Easter 2026, given as " + type(form).__name__)
        case("month_due", [number(date(2026, 3, 3)), 1, form], tuesday, "Easter 2026, given as " + type(form).__name__)
    for n in [0, -1]:
        case("add_business_days", [friday, n, "none"], None, "no such working day")
    case("next_business_day", [monday, None], None, "no calendar")


# --- Instants ----------------------------------------------------------------------------------------------

def instant(moment: datetime) -> dict:
    """Local day and epoch milliseconds of an aware datetime."""
    return {"day": number(moment.date()), "ms": int(moment.timestamp() * 1000)}


def instant_cases() -> None:
    summer = timezone(timedelta(hours=1))
    midnight = datetime(2025, 7, 1, tzinfo=summer)  # still 30 June by UTC
    epoch = datetime(1970, 1, 1, tzinfo=timezone.utc)
    moments = [midnight - timedelta(milliseconds=1), midnight, midnight + timedelta(milliseconds=1),
               epoch - timedelta(hours=1), epoch]
    # The two sides, each with what it is compared by: (local date, aware datetime or None).
    values = [(instant(m), m.date(), m) for m in moments]
    values += [({"day": number(d)}, d, None) for d in (date(2025, 6, 30), date(2025, 7, 1), EPOCH)]
    values += [(number(d), d, None) for d in (date(2025, 6, 30), date(2025, 7, 1), date(1969, 12, 31))]
    for a, a_date, a_moment in values:
        case("day_of", [a], number(a_date))
        for b, b_date, b_moment in values:
            left, right = (a_moment, b_moment) if a_moment and b_moment else (a_date, b_date)
            case("before", [a, b], left < right)
            if left >= right:  # where nothing is before, which of the other two it is
                case("after", [a, b], left > right)
                case("same_or_before", [a, b], left <= right)
    for moment in moments:
        for hours in [0, 1, 24, 72, -1]:
            then = instant(moment + timedelta(hours=hours))["ms"]
            case("add_hours", [instant(moment), hours], then, f"{moment:%Y-%m-%dT%H:%M} {hours:+}h")
    case("add_hours", [{"day": 0}, 72], None, "a date has no hours")
    case("day_of", ["2025-07-01"], None, "text")
    case("before", ["2025-07-01", 0], None, "text")
    case("same_or_before", [0, None], None, "nothing")


def table() -> str:
    """The whole table, a case a line."""
    for make in (calendar_cases, period_cases, comparison_cases, birthday_cases, run_cases, business_day_cases,
                 instant_cases):
        make()

    def line(value):
        return json.dumps(value, separators=(",", ":"), ensure_ascii=True)

    unique = list(dict.fromkeys(map(line, cases)))
    calendars = ",\n".join(f"{line(name)}:{line(days)}" for name, days in CALENDARS.items())
    return '{"calendars":{\n' + calendars + '\n},"cases":[\n' + ",\n".join(unique) + "\n]}\n"


if __name__ == "__main__":
    made = table()
    if "--check" in sys.argv:
        sys.exit("table.json is stale: run make_table.py" if TABLE.read_text("utf-8") != made else 0)
    TABLE.write_text(made, "utf-8")
    print(f"{made.count(chr(10)) - 6} cases, {len(made):,} bytes")
