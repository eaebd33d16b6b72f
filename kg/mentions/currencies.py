"""Words and signs of money -> ISO 4217 codes; what many countries share is assumed to be the best known one's.

A bare "$" is taken as the US dollar and marked so. Names without a likeliest country ("pesos") have no code.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from decimal import Decimal

SIGNS: dict[str, str] = {
    "US$": "USD", "$US": "USD", "U.S.$": "USD", "A$": "AUD", "AU$": "AUD", "$A": "AUD", "C$": "CAD", "CA$": "CAD", "CAD$": "CAD",
    "HK$": "HKD", "NZ$": "NZD", "S$": "SGD", "SG$": "SGD", "NT$": "TWD", "R$": "BRL", "MX$": "MXN", "Mex$": "MXN", "J$": "JMD",
    "€": "EUR", "£": "GBP", "₹": "INR", "₩": "KRW", "₽": "RUB", "₺": "TRY", "₦": "NGN", "₴": "UAH", "₪": "ILS", "₫": "VND",
    "฿": "THB", "₱": "PHP", "₲": "PYG", "₡": "CRC", "₸": "KZT", "₵": "GHS", "GH₵": "GHS", "CN¥": "CNY", "JP¥": "JPY", "RMB": "CNY",
    "SFr": "CHF", "Sfr": "CHF", "Fr.": "CHF", "KSh": "KES", "Ksh": "KES", "KSh.": "KES", "RM": "MYR", "Rp": "IDR", "zł": "PLN",
}  # fmt: skip
"""Signs that name one currency."""

SHARED_SIGNS: dict[str, str] = {"$": "USD", "¥": "JPY", "Rs.": "INR", "Rs": "INR", "R": "ZAR"}
"""Signs that several currencies share, with the one assumed."""

CODES = frozenset({
    "USD", "EUR", "GBP", "JPY", "CNY", "CHF", "AUD", "CAD", "NZD", "HKD", "SGD", "TWD", "KRW", "INR",
    "PKR", "LKR", "BDT", "NPR", "IDR", "MYR", "THB", "PHP", "VND", "RUB", "UAH", "PLN", "CZK", "HUF",
    "RON", "BGN", "SEK", "NOK", "DKK", "ISK", "TRY", "ILS", "AED", "SAR", "QAR", "KWD", "BHD", "OMR",
    "JOD", "IQD", "IRR", "EGP", "MAD", "TND", "DZD", "NGN", "GHS", "KES", "TZS", "UGX", "ZAR", "ETB",
    "XOF", "XAF", "BRL", "MXN", "ARS", "CLP", "COP", "PEN", "UYU", "VES", "KZT", "UZS", "GEL", "AMD",
    "AZN", "RSD",
})  # fmt: skip

_NAMES: dict[str, tuple[str | None, dict[str, str]]] = {
    "dollar": (
        "USD",
        {
            "us": "USD", "u.s.": "USD", "american": "USD", "australian": "AUD", "canadian": "CAD", "hong kong": "HKD",
            "new zealand": "NZD", "singapore": "SGD", "taiwan": "TWD", "taiwanese": "TWD", "jamaican": "JMD", "zimbabwean": "ZWL",
        },
    ),
    "euro": ("EUR", {}),
    "pound": (
        "GBP",
        {"british": "GBP", "egyptian": "EGP", "lebanese": "LBP", "syrian": "SYP", "sudanese": "SDG", "south sudanese": "SSP"},
    ),
    "yen": ("JPY", {"japanese": "JPY"}),
    "yuan": ("CNY", {"chinese": "CNY"}),
    "renminbi": ("CNY", {"chinese": "CNY"}),
    "won": ("KRW", {"korean": "KRW", "south korean": "KRW", "north korean": "KPW"}),
    "rupee": ("INR", {"indian": "INR", "pakistani": "PKR", "pakistan": "PKR", "sri lankan": "LKR", "nepalese": "NPR", "nepali": "NPR"}),
    "rupiah": ("IDR", {"indonesian": "IDR"}),
    "ringgit": ("MYR", {"malaysian": "MYR"}),
    "baht": ("THB", {"thai": "THB"}),
    "peso": (
        None,
        {"mexican": "MXN", "argentine": "ARS", "philippine": "PHP", "chilean": "CLP", "colombian": "COP", "cuban": "CUP"},
    ),
    "real": ("BRL", {"brazilian": "BRL"}),
    "reais": ("BRL", {"brazilian": "BRL"}),
    "ruble": ("RUB", {"russian": "RUB", "belarusian": "BYN"}),
    "rouble": ("RUB", {"russian": "RUB", "belarusian": "BYN"}),
    "lira": ("TRY", {"turkish": "TRY", "italian": "ITL", "syrian": "SYP"}),
    "franc": ("CHF", {"swiss": "CHF", "french": "FRF", "cfa": "XOF", "congolese": "CDF", "rwandan": "RWF"}),
    "krone": (None, {"norwegian": "NOK", "danish": "DKK"}),
    "kroner": (None, {"norwegian": "NOK", "danish": "DKK"}),
    "krona": ("SEK", {"swedish": "SEK", "icelandic": "ISK"}),
    "kronor": ("SEK", {"swedish": "SEK"}),
    "crown": (None, {"norwegian": "NOK", "danish": "DKK", "swedish": "SEK", "czech": "CZK"}),
    "koruna": ("CZK", {"czech": "CZK"}),
    "zloty": ("PLN", {"polish": "PLN"}),
    "forint": ("HUF", {"hungarian": "HUF"}),
    "hryvnia": ("UAH", {"ukrainian": "UAH"}),
    "shekel": ("ILS", {"israeli": "ILS", "new israeli": "ILS"}),
    "dirham": ("AED", {"emirati": "AED", "uae": "AED", "moroccan": "MAD"}),
    "riyal": ("SAR", {"saudi": "SAR", "qatari": "QAR"}),
    "rial": (None, {"iranian": "IRR", "omani": "OMR", "yemeni": "YER"}),
    "dinar": (None, {"kuwaiti": "KWD", "iraqi": "IQD", "jordanian": "JOD", "algerian": "DZD", "tunisian": "TND", "serbian": "RSD"}),
    "rand": ("ZAR", {"south african": "ZAR"}),
    "naira": ("NGN", {"nigerian": "NGN"}),
    "cedi": ("GHS", {"ghanaian": "GHS"}),
    "shilling": (None, {"kenyan": "KES", "kenya": "KES", "ugandan": "UGX", "tanzanian": "TZS"}),
    "birr": ("ETB", {"ethiopian": "ETB"}),
    "taka": ("BDT", {"bangladeshi": "BDT"}),
    "tenge": ("KZT", {"kazakh": "KZT"}),
}  # fmt: skip

_SHARED_NAMES = frozenset({"dollar", "pound", "rupee", "franc", "lira", "krona", "dirham", "riyal"})
"""Names of several currencies in use, so that the code is assumed."""

_PARTS: dict[str, tuple[str | None, Decimal]] = {
    "cent": (None, Decimal("0.01")),
    "pence": ("GBP", Decimal("0.01")),
    "penny": ("GBP", Decimal("0.01")),
    "p": ("GBP", Decimal("0.01")),
    "c": (None, Decimal("0.01")),
}
NEEDS_SCALE = frozenset({"won", "real", "rand", "crown", "pound"})
"""Names that are also other words ("three won", "200 pounds of flour"): money only with a scale or many digits."""

_ADJECTIVES = sorted({country for _, countries in _NAMES.values() for country in countries}, key=len, reverse=True)
_SIGN = "|".join(re.escape(sign) for sign in sorted({*SIGNS, *SHARED_SIGNS}, key=len, reverse=True))
SIGN_BEFORE = re.compile(rf"(?:(?<![A-Za-z$])(?P<sign>{_SIGN})|(?<![A-Za-z])(?P<code>{'|'.join(sorted(CODES))}))[\s\u00a0]?$")
NAME_AFTER = re.compile(
    rf"(?:[\s\u00a0-]|(?=[€£]))(?:(?P<country>{'|'.join(map(re.escape, _ADJECTIVES))})[\s-])?(?:"
    rf"(?P<name>{'|'.join(sorted(_NAMES, key=len, reverse=True))})(?:s|es)?(?:\s+sterling)?"
    rf"|(?P<part>cent|pence|penny)s?|(?P<iso>(?-i:{'|'.join(sorted(CODES))}))|(?P<sign>(?-i:[€£])))(?!\w)"
    r"|(?P<short>(?-i:p))(?![\w-])",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Currency:
    """A currency as the text names it; ``factor`` is below 1 for cents and pence."""

    code: str | None
    assumed: bool = False
    factor: Decimal = Decimal(1)


def read_sign(match: re.Match[str]) -> Currency:
    """Return the currency of a sign or code before a number, matched by SIGN_BEFORE."""
    if match["code"]:
        return Currency(match["code"])
    sign = match["sign"]
    return Currency(SIGNS[sign]) if sign in SIGNS else Currency(SHARED_SIGNS[sign], assumed=True)


def read_name(match: re.Match[str]) -> Currency:
    """Return the currency of a name or code after a number, matched by NAME_AFTER."""
    if match["iso"]:
        return Currency(match["iso"])
    if match["sign"]:
        return Currency(SIGNS[match["sign"]])
    part = match["part"] or match["short"]
    if part:
        code, factor = _PARTS[part.lower()]
        return Currency(code or "USD", assumed=code is None, factor=factor)
    name, country = match["name"].lower(), (match["country"] or "").lower()
    code, countries = _NAMES[name]
    if country in countries:
        return Currency(countries[country])
    return Currency(code, assumed=name in _SHARED_NAMES)
