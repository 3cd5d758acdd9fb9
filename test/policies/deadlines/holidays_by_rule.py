"""Public holidays by the rules of each calendar, worked out without the table of the rules.

`CALENDARS` maps each calendar of policies/tables/calendars.yaml to {date: name}, weekends left out: a period ends on
no weekend anyway. make_table.py uses it.
"""

import calendar
from datetime import date, timedelta

from dateutil.easter import easter

YEARS = range(2024, 2029)
MONDAY, THURSDAY, FRIDAY, SATURDAY, SUNDAY = 0, 3, 4, 5, 6


def nth(year, month, weekday, n):
    """The n-th such weekday of the month; n = -1 is the last."""
    days = [date(year, month, d) for d in range(1, calendar.monthrange(year, month)[1] + 1)]
    fitting = [day for day in days if day.weekday() == weekday]
    return fitting[n - 1] if n > 0 else fitting[n]


def substituted(taken, days):
    """Each day, or where it falls on a weekend the next day that is neither weekend nor holiday."""
    found = set(taken)
    for day in days:
        if day.weekday() < SATURDAY:
            found.add(day)
    for day in days:
        if day.weekday() >= SATURDAY:
            while day.weekday() >= SATURDAY or day in found:
                day += timedelta(1)
            found.add(day)
    return found


def england(year, more=()):
    moving = {easter(year) - timedelta(2), easter(year) + timedelta(1), nth(year, 5, MONDAY, 1),
              nth(year, 5, MONDAY, -1), nth(year, 8, MONDAY, -1)}
    return substituted(moving, [date(year, 1, 1), date(year, 12, 25), date(year, 12, 26), *more])


def northern_ireland(year):
    return england(year, [date(year, 3, 17), date(year, 7, 12)])


def scotland(year):
    moving = {easter(year) - timedelta(2), nth(year, 5, MONDAY, 1), nth(year, 5, MONDAY, -1), nth(year, 8, MONDAY, 1)}
    if year == 2026:
        moving.add(date(2026, 6, 15))  # by proclamation, for the World Cup
    return substituted(moving, [date(year, 1, 1), date(year, 1, 2), date(year, 11, 30), date(year, 12, 25), date(year, 12, 26)])


def us_federal(year):
    """5 U.S.C. 6103: on a Saturday the Friday before, on a Sunday the Monday after."""
    days = {nth(year, 1, MONDAY, 3), nth(year, 2, MONDAY, 3), nth(year, 5, MONDAY, -1), nth(year, 9, MONDAY, 1),
            nth(year, 10, MONDAY, 2), nth(year, 11, THURSDAY, 4)}
    for fixed in (date(year, 1, 1), date(year, 6, 19), date(year, 7, 4), date(year, 11, 11), date(year, 12, 25),
                  date(year + 1, 1, 1)):
        observed = fixed + timedelta({SATURDAY: -1, SUNDAY: 1}.get(fixed.weekday(), 0))
        if observed.year == year:
            days.add(observed)
    return days


def us_ca(year):
    """Days on which the offices of the state are closed; on a Sunday the Monday after, 11 November also the Friday before."""
    days = {nth(year, 1, MONDAY, 3), nth(year, 2, MONDAY, 3), nth(year, 5, MONDAY, -1), nth(year, 9, MONDAY, 1),
            nth(year, 11, THURSDAY, 4), nth(year, 11, THURSDAY, 4) + timedelta(1)}
    for fixed in (date(year, 1, 1), date(year, 3, 31), date(year, 7, 4), date(year, 11, 11), date(year, 12, 25)):
        if fixed.weekday() == SUNDAY:
            fixed += timedelta(1)
        elif fixed == date(year, 11, 11) and fixed.weekday() == SATURDAY:
            fixed -= timedelta(1)
        days.add(fixed)
    return days


def ireland(year):
    brigid = date(year, 2, 1) if date(year, 2, 1).weekday() == FRIDAY else nth(year, 2, MONDAY, 1)
    return {date(year, 1, 1), brigid, date(year, 3, 17), easter(year) + timedelta(1), nth(year, 5, MONDAY, 1),
            nth(year, 6, MONDAY, 1), nth(year, 8, MONDAY, 1), nth(year, 10, MONDAY, -1), date(year, 12, 25), date(year, 12, 26)}


def continental(fixed, after_easter):
    return lambda year: ({date(year, month, day) for month, day in fixed}
                         | {easter(year) + timedelta(days) for days in after_easter})


EASTER_MONDAY, ASCENSION, WHIT_MONDAY, CORPUS_CHRISTI = 1, 39, 50, 60
RULES = {
    "england-and-wales": england,
    "scotland": scotland,
    "northern-ireland": northern_ireland,
    "us-federal": us_federal,
    "us-ca": us_ca,
    "eu-at": continental([(1, 1), (1, 6), (5, 1), (8, 15), (10, 26), (11, 1), (12, 8), (12, 25), (12, 26)],
                         [EASTER_MONDAY, ASCENSION, WHIT_MONDAY, CORPUS_CHRISTI]),
    "eu-be": continental([(1, 1), (5, 1), (7, 21), (8, 15), (11, 1), (11, 11), (12, 25)], [EASTER_MONDAY, ASCENSION, WHIT_MONDAY]),
    "eu-de": continental([(1, 1), (5, 1), (10, 3), (12, 25), (12, 26)], [-2, EASTER_MONDAY, ASCENSION, WHIT_MONDAY]),
    "eu-fr": continental([(1, 1), (5, 1), (5, 8), (7, 14), (8, 15), (11, 1), (11, 11), (12, 25)],
                         [EASTER_MONDAY, ASCENSION, WHIT_MONDAY]),
    "eu-ie": ireland,
    "eu-lu": continental([(1, 1), (5, 1), (5, 9), (6, 23), (8, 15), (11, 1), (12, 25), (12, 26)],
                         [EASTER_MONDAY, ASCENSION, WHIT_MONDAY]),
}
CALENDARS = {name: sorted(day for year in YEARS for day in rule(year) if day.weekday() < SATURDAY) for name, rule in RULES.items()}
