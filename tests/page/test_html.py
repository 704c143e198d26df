"""Pages of HTML: what is promised for any page, and how each kind of evidence is weighed."""

import time

import pytest
from generated_pages import PAGES
from hypothesis import given, settings
from hypothesis import strategies as st

from tawthiq.capture.encoding import decode
from tawthiq.errors import SourceError
from tawthiq.page import read_page
from tawthiq.page.markup import fold_markup
from tawthiq.records import Block, Capture, Report

SENTENCE = "وقال رئيس البلدية إن أعمال الصيانة ستنتهي قبل نهاية الشهر، وإن الطريق سيفتح أمام الشاحنات."
OTHER = "وأضاف أن البلدية خصصت لذلك مبلغا من ميزانيتها السنوية، من دون أن يحدد قيمته أو مصدره."
TITLE = "بلدية الوادي تصلح الطريق الجبلي"


def page(body: str, head: str = "", **more: str) -> Capture:
    original = f"<html><head><title>{TITLE} | الوادي نيوز</title>{head}</head><body>{body}</body></html>"
    return Capture("0" * 64, original.encode(), "html", "page.html", **more)


def checked(capture: Capture) -> tuple[Report, list[Block]]:
    report, blocks = read_page(capture)
    source = decode(capture.original, capture.encoding).text
    for block in blocks:
        assert fold_markup(source[block.source_start : block.source_end], "html") == block.text
        assert block.start is None or report.text[block.start : block.end] == block.text
    return report, blocks


def body(capture: Capture) -> list[str]:
    return [block.text for block in checked(capture)[1] if block.role in ("body", "subheading", "quote")]


@settings(max_examples=200)
@given(PAGES, PAGES)
def test_any_page_gives_blocks_that_point_into_it(first: str, second: str) -> None:
    capture = page(f"{first}<h1>{TITLE}</h1>{second}<p>{SENTENCE}</p>{first}<div>{OTHER}{second}")
    try:
        assert checked(capture) == read_page(capture)
    except SourceError as error:
        assert "no text" in str(error)


PIECES = ["قال", "الوزير", "<b>إن</b>", "&quot;الميناء&quot;", "<!-- x -->", "مفتوح،", "<i></i>"]
WORDS = st.lists(st.sampled_from(PIECES), min_size=14, max_size=30)
SHAPES = st.sampled_from(["<p>{}</p>", "{}<br><br>", "<div>{}</div>", "<p>{}"])


@settings(max_examples=60)
@given(st.lists(WORDS.map(" ".join), min_size=2, max_size=6), SHAPES)
def test_paragraphs_come_back_whatever_parts_them(paragraphs: list[str], shape: str) -> None:
    inside = "".join(shape.format(text + " انتهى.") for text in paragraphs)
    capture = page(f"<nav><a href=/>الرئيسية</a></nav><h1>{TITLE}</h1><div class=article-body>{inside}</div>")
    assert body(capture) == [fold_markup(text + " انتهى.", "html") for text in paragraphs]


def ld(json: str) -> str:
    return f'<script type="application/ld+json">{json}</script>'


def meta(name: str, value: str) -> str:
    return f'<meta property="{name}" content="{value}">'


def link(url: str) -> str:
    return f'<link rel="canonical" href="{url}">'


DAY = "2020-05-03"
GRAPH = '{"@graph": [{"@type": "WebSite"}, {"@type": ["Article"], "datePublished": "2020-05-03"}]}'


@pytest.mark.parametrize(
    ("head", "shown", "published", "evidence"),
    [
        (meta("article:published_time", f"{DAY}T10:00:00Z"), "", f"{DAY}T10:00:00Z", "article:published_time"),
        (f'<meta itemprop="datePublished" content="{DAY}">', "", DAY, "datepublished"),
        (ld('{"@type": "NewsArticle", "datePublished": "2020-05-03"}'), "", DAY, "ld:datepublished"),
        (ld(GRAPH), "", DAY, "ld:datepublished"),
        ("", "<span>الأحد 3 أيار 2020</span>", DAY, "visible"),
        (link("https://x.example/2020/05/03/road"), "", DAY, "url"),
        (link("https://x.example/n/20200503-road"), "", DAY, "url"),
        (link("https://x.example/n/2020050312345"), "", None, None),
        (ld('{"datePublished": nonsense'), "", None, None),
        ("", "<span>منذ ساعتين</span>", None, None),
    ],
)
def test_dates_of_publication(head: str, shown: str, published: str | None, evidence: str | None) -> None:
    report, _ = checked(page(f"<h1>{TITLE}</h1>{shown}<p>{SENTENCE}</p><p>{OTHER}</p>", head))
    assert (report.published, report.published_from) == (published, evidence)


def test_evidence_that_disagrees_or_cannot_be_is_noted() -> None:
    head = '<meta property="article:published_time" content="2031-01-01"><meta name="pubdate" content="1970-01-01">'
    shown = f"<h1>{TITLE}</h1><time>3 أيار 2020</time><p>{SENTENCE}</p><p>{OTHER}</p>"
    url = "https://x.example/2020/05/04/road"
    report, _ = checked(page(shown, head, retrieved="2020-06-01T00:00:00Z", url=url))
    assert (report.published, report.published_from) == ("2020-05-03", "visible")
    assert report.notes == [
        "published: 2031-01-01 (article:published_time) refused: after the page was got",
        "published: 1970-01-01 (pubdate) refused: before 1995",
        "published: url says 2020-05-04",
    ]


def test_what_the_caller_gives_wins() -> None:
    given_ = {"published": "2020-05-05", "outlet": "الوادي"}
    head = '<meta property="article:published_time" content="2020-05-03"><meta property="og:site_name" content="x">'
    capture = page(f"<h1>{TITLE}</h1><p>{SENTENCE}</p><p>{OTHER}</p>", head)
    report, _ = checked(Capture(capture.id, capture.original, "html", "k", given=given_))
    assert (report.published, report.published_from, report.outlet) == ("2020-05-05", "given", "الوادي")


@pytest.mark.parametrize(
    ("given_", "published", "evidence", "notes"),
    [
        ("2020-05-05", "2020-05-05", "given", []),
        ("2020-05", "2020-05", "given", []),
        ("5/5/2020 10:00", "2020-05-05", "given", []),
        ("soon", "2020-05-03", "visible", ["published: soon (given) is no date"]),
    ],
)
def test_dates_that_the_caller_gives(given_: str, published: str, evidence: str, notes: list[str]) -> None:
    shown = page(f"<h1>{TITLE}</h1><i>3 أيار 2020</i><p>{SENTENCE}</p><p>{OTHER}</p>")
    report, _ = checked(Capture(shown.id, shown.original, "html", "k", given={"published": given_}))
    assert (report.published, report.published_from, report.notes) == (published, evidence, notes)


@pytest.mark.parametrize(
    ("start", "dateline"),
    [
        ("عمورية (رويترز) - ", "عمورية (رويترز)"),
        ("عمورية - وكالات: ", "عمورية - وكالات"),
        ("عمورية-سانا: ", "عمورية-سانا"),
        ("عمورية، الوادي (نسيم) -- ", "عمورية، الوادي (نسيم)"),
        ("قال الوزير - وهو من الوادي - ", None),
        ("", None),
    ],
)
def test_datelines(start: str, dateline: str | None) -> None:
    assert checked(page(f"<h1>{TITLE}</h1><p>{start}{SENTENCE}</p><p>{OTHER}</p>"))[0].dateline == dateline


@pytest.mark.parametrize(
    "markup",
    [
        f"<h1>{TITLE}</h1>",
        f"<h1> <span>{TITLE.split()[0]}</span> <b>{' '.join(TITLE.split()[1:])}</b></h1>",
        f"<h1>الوادي نيوز</h1><h2>{TITLE}</h2>",
        f"<h1><img alt=x></h1><div class=t>{TITLE}</div>",
        f"<h3>أخبار عاجلة عن الطقس في الشمال</h3><h1>{TITLE}</h1>",
        "",
    ],
)
def test_titles(markup: str) -> None:
    report, blocks = checked(page(f"{markup}<p>{SENTENCE}</p><p>{OTHER}</p>"))
    assert report.title == TITLE
    assert report.text == f"{TITLE}\n{SENTENCE}\n{OTHER}"
    assert sum(block.role == "title" for block in blocks) == 1


def test_titles_with_a_hyphen_of_their_own_keep_it() -> None:
    title = "الوادي - الجبل: طريق جديد يختصر المسافة إلى النصف"
    original = f"{meta('og:title', title)}<title>{title} - الوادي نيوز</title><p>{SENTENCE}<p>{OTHER}"
    assert checked(Capture("0" * 64, original.encode(), "html", "k"))[0].title == title


@pytest.mark.parametrize(
    ("html", "kind"),
    [
        ("<title>404 - الصفحة غير موجودة</title><h1>الصفحة غير موجودة</h1><p>عذرا.</p>", "error"),
        (f"<title>{TITLE}</title><h1>{TITLE}</h1><p>{SENTENCE}</p><p>هذا المحتوى للمشتركين فقط</p>", "paywall"),
        (f"<title>{TITLE}</title>{meta('og:type', 'video.other')}<h1>{TITLE}</h1><p>{SENTENCE}", "video"),
        (ld('{"@type": "LiveBlogPosting"}') + f"<h1>{TITLE}</h1><p>{SENTENCE}", "live"),
        (link("https://x.example/") + "<title>الوادي نيوز</title><p>أخبار</p>", "home"),
        ("<title>محليات</title><h1>محليات</h1>" + "<li><a href=/1>خبر طويل العنوان عن مدينة بعيدة</a>" * 20, "section"),
        (f"<title>{TITLE}</title><h1>{TITLE}</h1><p>{SENTENCE}</p>", None),
        (f"<title>{TITLE}</title><h1>{TITLE}</h1>" + f"<p>{SENTENCE} {OTHER}</p>" * 4, None),
    ],
)  # fmt: skip
def test_pages_that_are_no_reports_say_so(html: str, kind: str | None) -> None:
    report, _ = checked(Capture("0" * 64, html.encode(), "html", "k"))
    assert report.notes == ([f"page kind: {kind}"] if kind else [])


@pytest.mark.parametrize("html", ["", "<p>", "<script>a</script>", "<!-- a", "<html><body></body></html>", "<<<>>>"])
def test_pages_without_text_are_errors(html: str) -> None:
    with pytest.raises(SourceError, match="k: no text in it"):
        read_page(Capture("0" * 64, html.encode(), "html", "k"))


def paragraphs(size: int) -> Capture:
    rows = size // len(f"<p>{SENTENCE}</p>".encode())
    return page(f"<h1>{TITLE}</h1><div class=entry-content>" + f"<p>{SENTENCE}</p>" * rows)


def least(capture: Capture, times: int) -> float:
    found = []
    for _ in range(times):
        started = time.process_time()
        read_page(capture)
        found.append(time.process_time() - started)
    return min(found)


def test_time_grows_linearly_from_10_kb_to_10_mb() -> None:
    read_page(paragraphs(1000))
    for size, times in ((10_000, 5), (100_000, 3), (1_000_000, 1)):
        small, large = least(paragraphs(size), times), least(paragraphs(size * 10), min(times, 3))
        assert large < small * 10 * 4 + 0.5, f"{size} bytes: {small:.4f} s, ten times as many: {large:.4f} s"


@pytest.mark.parametrize(
    "inside",
    [
        "<div>" * 10_000 + SENTENCE,
        "<div>" * 300_000,
        f"<p>{SENTENCE}" * 5_000,
        "<td>" * 100_000 + SENTENCE,
        "<a href='" + "x" * 5_000_000 + f"'>{SENTENCE}</a>",
        f"<div><p>{SENTENCE}</p>" * 5_000,
        "\0" * 1_000_000,
        "<div class='" + "a-b " * 500_000 + f"'><p>{SENTENCE}</p></div>",
        "<meta content='" + "2020-" * 100_000 + "' name=date>",
        "<script type='application/ld+json'>" + "[" * 500_000 + "</script>",
        "<h1>" * 50_000 + TITLE,
        f"<h1>{TITLE}</h1>" * 5_000,
    ],
    ids=lambda text: text[:14],
)
def test_hostile_pages_take_bounded_time(inside: str) -> None:
    started = time.perf_counter()
    read_page(page(inside + f"<p>{OTHER}</p>"))
    assert time.perf_counter() - started < 8
