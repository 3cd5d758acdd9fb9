"""Makes table.json: when requests of individuals are due, worked out by Python.

The oracle shares nothing with policies/lib/deadlines.rego: `datetime`, `dateutil.relativedelta` for months, walking day
by day for working days, and holidays by rule (holidays_by_rule.py), not from the table of the rules. Days of receipt come
from instants in the firm's time zone (`zoneinfo`), midnights and changes of the clock among them. No randomness and no
clock: the same versions give the same bytes.

    pip install python-dateutil==2.9.0.post0
    python make_table.py          # writes table.json beside this file
    python make_table.py --check  # exits 1 if table.json would change
"""

import json
import sys
from datetime import date, datetime, timedelta, timezone
from pathlib import Path
from zoneinfo import ZoneInfo

from dateutil.relativedelta import relativedelta

from holidays_by_rule import CALENDARS, YEARS

TABLE = Path(__file__).with_name("table.json")
EPOCH = date(1970, 1, 1)
PROMPT = 10
cases = []


def number(day):
    return (day - EPOCH).days


def working(day, calendar):
    return day.weekday() < 5 and day not in CALENDARS[calendar]


def rolled(day, calendar):
    while not working(day, calendar):
        day += timedelta(1)
    return day


def business_days(day, n, calendar):
    while n:
        day += timedelta(1)
        n -= working(day, calendar)
    return day


def one_month(request, as_of):
    """The day by the words of RIGHTS-001, or None while the clock stands still."""
    received, identity = request["received_on"], request.get("identity", {})
    past = lambda day: day if day is not None and day <= as_of else None
    prompt = lambda day: past(day) is not None and (day - received).days <= PROMPT
    start = received
    if identity.get("required") and prompt(identity.get("asked_on")):
        proof = past(identity.get("info_received_on"))
        if proof is None:
            return None
        start = max(start, proof)
    if request["regime"] == "uk" and past(identity.get("fee_paid_on")):
        start = max(start, identity["fee_paid_on"])
    paused = 0
    clarification = request.get("clarification", {})
    if (request["regime"] == "eu" or request["right"] == "access") and prompt(clarification.get("asked_on")):
        answered = past(clarification.get("answered_on"))
        if answered is None:
            return None
        day = max(clarification["asked_on"], start)
        while day <= answered:  # each day from asking to reply on which the month was running
            paused += 1
            day += timedelta(1)
    ends = [rolled(start + relativedelta(months=n) + timedelta(paused), request["calendar"]) for n in (1, 3)]
    extended = past(request.get("extended_on"))
    return ends[extended is not None and extended <= ends[0] and request.get("extension_reason", "").strip() != ""]


def california(request, as_of):
    received = request["received_on"]
    if request["right"] in ("ccpa-opt-out", "ccpa-limit"):
        return {"due": business_days(received, 15, request["calendar"])}
    extended = request.get("extended_on")
    told = extended is not None and extended <= as_of and (extended - received).days <= 45 and request.get("extension_reason", "").strip()
    return {"acknowledge": business_days(received, 10, request["calendar"]), "due": received + timedelta(90 if told else 45)}


def plain(value):
    if isinstance(value, dict):
        return {key: plain(item) for key, item in value.items()}
    return number(value) if isinstance(value, date) else value


def case(request, as_of, says=""):
    if request["regime"] == "us-ca":
        days = california(request, as_of)
        expected = {key: number(day) for key, day in days.items()}
        shown = days["due"]
    else:
        shown = one_month(request, as_of)
        expected = None if shown is None else {"due": number(shown)}
    text = f"{request['received_on']}: {shown or 'stands still'}" + (f", {says}" if says else "")
    cases.append({"request": plain(request), "as_of": number(as_of), "expected": expected, "says": text})


LAST = date(2028, 12, 31)
REGIMES = {"england-and-wales": "uk", "scotland": "uk", "northern-ireland": "uk", "us-ca": "us-ca", "us-federal": "us-ca"}
RIGHTS = {"uk": ["access", "erasure"], "eu": ["access", "rectification"], "us-ca": ["ccpa-know", "ccpa-opt-out"]}


def request(received, calendar, right=0, **more):
    regime = REGIMES.get(calendar, "eu")
    return {"regime": regime, "right": RIGHTS[regime][right], "received_on": received, "calendar": calendar} | more


def received_cases():
    """Month ends, leap days, the turn of the year, Easter, and every weekday, in each calendar."""
    edges = [date(2024, 1, 29), date(2024, 1, 30), date(2024, 1, 31), date(2024, 2, 29), date(2024, 3, 29), date(2024, 3, 31),
             date(2025, 1, 29), date(2025, 1, 31), date(2025, 2, 28), date(2025, 3, 18), date(2025, 5, 31), date(2025, 8, 31),
             date(2025, 11, 25), date(2025, 11, 26), date(2025, 12, 1), date(2025, 12, 31), date(2026, 3, 3), date(2026, 5, 15),
             date(2026, 10, 31), date(2026, 11, 25), date(2027, 11, 25), date(2027, 11, 27), date(2028, 1, 31), date(2028, 2, 29)]
    spread = [date(2024, 1, 5) + timedelta(days) for days in range(0, 1600, 97)]
    for calendar in CALENDARS:
        for day in edges + spread:
            case(request(day, calendar), LAST)
    for calendar in ("us-ca", "us-federal"):
        for day in edges:
            case(request(day, calendar, right=1), LAST)


def extended_cases():
    for calendar, first in (("england-and-wales", date(2026, 10, 1)), ("eu-de", date(2026, 10, 1)), ("us-ca", date(2026, 10, 16))):
        for offset in (-20, -1, 0, 1):
            for reason in ("Many files.", " "):
                case(request(date(2026, 9, 1), calendar, extended_on=first + timedelta(offset), extension_reason=reason), LAST,
                     f"extended {offset:+} days of the first day, reason {reason.strip() or 'blank'}")
        case(request(date(2026, 9, 1), calendar, extended_on=first, extension_reason="Many files."), first - timedelta(1), "extension ahead")
        case(request(date(2026, 9, 1), calendar, extended_on=first), LAST, "no reason")
    for day in (date(2024, 11, 29), date(2024, 11, 30), date(2025, 11, 30), date(2027, 11, 29), date(2027, 11, 30)):  # three months on, February
        for calendar in ("england-and-wales", "eu-fr"):
            case(request(day, calendar, extended_on=day + timedelta(5), extension_reason="Many files."), LAST, "extended into February")


def asked_cases():
    for received in (date(2024, 1, 31), date(2025, 12, 1), date(2026, 3, 27)):
        for asked in (0, 3, 10, 11):
            for waited in (0, 1, 27, 60, None):
                ask = received + timedelta(asked)
                reply = {} if waited is None else {"at": ask + timedelta(waited)}
                for calendar in ("england-and-wales", "eu-ie"):
                    proof = {"required": True, "asked_on": ask} | ({"info_received_on": reply["at"]} if reply else {})
                    clear = {"asked_on": ask} | ({"answered_on": reply["at"]} if reply else {})
                    case(request(received, calendar, identity=proof), LAST, f"proof asked +{asked}, came {waited}")
                    for right in (0, 1):
                        case(request(received, calendar, right, clarification=clear), LAST, f"clarification asked +{asked}, came {waited}")
    received = date(2026, 3, 2)
    for came in (0, 5, 9, 20, 40):
        for calendar in ("scotland", "eu-at"):
            identity = {"required": True, "asked_on": received, "info_received_on": received + timedelta(came)}
            clear = {"asked_on": received + timedelta(4), "answered_on": received + timedelta(15)}
            for extra in ({}, {"extended_on": received + timedelta(20), "extension_reason": "Many files."}):
                case(request(received, calendar, identity=identity, clarification=clear, **extra), LAST, f"proof +{came} and a pause {extra and 'extended'}")
            case(request(received, calendar, identity=identity, clarification=clear), received + timedelta(10), f"proof +{came}, pause running")
    for fee in (-3, 0, 12, 400):
        for calendar in ("northern-ireland", "eu-lu"):
            case(request(received, calendar, identity={"required": False, "fee_paid_on": received + timedelta(fee)}), received + timedelta(100), f"fee {fee:+}")
    case(request(received, "england-and-wales", identity={"required": False, "asked_on": received, "info_received_on": received + timedelta(9)}), LAST, "proof not required")


def zone_cases():
    """The day of receipt is the firm's own: midnights in other zones, and the nights on which clocks change."""
    for calendar, zone in (("england-and-wales", "Europe/London"), ("eu-ie", "Europe/Dublin"), ("eu-de", "Europe/Berlin"), ("us-ca", "America/Los_Angeles")):
        for moment in (datetime(2024, 2, 29, 23, 30), datetime(2024, 3, 1, 0, 30), datetime(2025, 3, 30, 0, 59), datetime(2025, 3, 30, 1, 1),
                       datetime(2025, 10, 26, 0, 30), datetime(2025, 10, 26, 1, 30), datetime(2025, 12, 31, 23, 59), datetime(2026, 1, 1, 7, 59),
                       datetime(2026, 1, 31, 8, 1), datetime(2026, 3, 8, 9, 59), datetime(2026, 3, 8, 10, 1), datetime(2026, 6, 30, 23, 30)):
            instant = moment.replace(tzinfo=timezone.utc)
            case(request(instant.astimezone(ZoneInfo(zone)).date(), calendar), LAST, f"received at {instant:%Y-%m-%dT%H:%MZ}, in {zone}")


def table():
    for make in (received_cases, extended_cases, asked_cases, zone_cases):
        make()
    line = lambda value: json.dumps(value, separators=(",", ":"))
    unique = list(dict.fromkeys(map(line, cases)))
    days = ",\n".join(f"{line(name)}:{line([str(day) for day in held])}" for name, held in CALENDARS.items())
    return f'{{"prompt":{PROMPT},"years":{line([YEARS[0], YEARS[-1]])},"calendars":{{\n{days}\n}},"cases":[\n' + ",\n".join(unique) + "\n]}\n"


if __name__ == "__main__":
    made = table()
    if "--check" in sys.argv:
        sys.exit("table.json is stale: run make_table.py" if TABLE.read_text("utf-8") != made else 0)
    TABLE.write_text(made, "utf-8")
    print(f"{made.count(chr(10))} lines, {len(made):,} bytes")
