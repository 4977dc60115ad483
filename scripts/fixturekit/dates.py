"""Days as documents write them; all take YYYY-MM-DD."""

from __future__ import annotations

NUMERALS = "〇一二三四五六七八九"


def digits(day: str) -> str:
    """2024年9月12日."""
    year, month, date = day.split("-")
    return f"{year}年{int(month)}月{int(date)}日"


def chinese(day: str) -> str:
    """二〇二四年九月十二日."""
    year, month, date = day.split("-")
    return f"{''.join(NUMERALS[int(d)] for d in year)}年{_number(int(month))}月{_number(int(date))}日"


def month(day: str) -> str:
    """二〇二四年九月."""
    return chinese(day).split("月")[0] + "月"


def _number(value: int) -> str:
    tens, ones = divmod(value, 10)
    return ("" if tens == 0 else "十" if tens == 1 else NUMERALS[tens] + "十") + (NUMERALS[ones] if ones else "")
