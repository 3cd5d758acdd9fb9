"""Prints the last millisecond of local days, for test/load/time.test.ts: python3 test/load/zones.py (Python 3.11)."""
from datetime import date, datetime, timedelta, timezone
from zoneinfo import ZoneInfo

CASES = [
    ("Europe/London", "2026-03-28"), ("Europe/London", "2026-03-29"), ("Europe/London", "2026-10-24"),
    ("Europe/London", "2026-10-25"), ("America/Los_Angeles", "2026-03-08"), ("America/Los_Angeles", "2026-11-01"),
    ("Asia/Kolkata", "2026-11-22"), ("Pacific/Apia", "2011-12-29"), ("America/Sao_Paulo", "2018-11-03"),
    ("America/Sao_Paulo", "2018-11-04"), ("UTC", "2026-11-22"),
]
for name, text in CASES:
    zone, day = ZoneInfo(name), date.fromisoformat(text)
    # The first instant whose local date is later: found by search, so that gaps and folds at midnight count.
    at = datetime(day.year, day.month, day.day, tzinfo=timezone.utc) - timedelta(hours=30)
    while at.astimezone(zone).date() <= day:
        at += timedelta(minutes=1)
    print(name, text, (at - timedelta(milliseconds=1)).isoformat(timespec="milliseconds"))
