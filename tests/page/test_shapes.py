"""One report in the shapes that sites give it: the same title, body and date come out of each."""

import pytest

from tawthiq.page import read_page
from tawthiq.records import Capture

TITLE = "مجلس المدينة يقر موازنة العام المقبل بعد جلسة صاخبة"
DECK = "انسحاب ثلاثة أعضاء واعتراض على بند الرواتب في الموازنة الجديدة للمدينة قبل التصويت"
BODY = [
    "أقر مجلس المدينة موازنة العام المقبل مساء أمس بعد جلسة استمرت خمس ساعات وشهدت انسحاب ثلاثة أعضاء.",
    "وقال رئيس المجلس حسان الطويل إن الموازنة تراعي أولويات الأحياء الفقيرة، وإن بند الطرق نال الحصة الأكبر.",
    "في المقابل رأت العضو المنسحبة سهى مراد أن الأرقام لا تعكس الواقع، ودعت إلى إعادة النظر في بند الرواتب.",
    "ويبدأ تنفيذ الموازنة مطلع كانون الثاني.",
]
PARAGRAPHS = "".join(f"<p>{text}</p>" for text in BODY)
DIVS = "".join(f"<div>{text}</div><div><br></div>" for text in BODY)
ROWS = "".join(f"<tr><td>{text}</td></tr>" for text in BODY)
TEASERS = "".join(
    f"<div class=item><a href=/{n}><h4>خبر آخر من أخبار اليوم رقم {n} في هذه الصحيفة</h4></a>"
    "<p>ملخص قصير للخبر الآخر يقع في سطر أو سطرين ويكمل في الصفحة التالية من الموقع.</p></div>"
    for n in range(8)
)
MORE = (
    "<div class=more-on><h2>اقرأ أيضا</h2><span class=screen-reader-text>list of 2 items</span><ul><li><a href=/1>"
    "<h3>خبر عن الموازنة السابقة</h3></a></li><li><a href=/2><h3>خبر ثان عن المجلس</h3></a></li></ul></div>"
)
COMMENT = "<div class=comment><p>هذا تعليق طويل من قارئ غاضب يشرح فيه رأيه في الموازنة وفي المجلس كله.</p></div>"
ABOUT = "<p>" + "تأسست الصحيفة قبل سنوات طويلة وهي تصدر عن شركة مساهمة وتلتزم المهنية في نقل الأخبار. " * 8

SHAPES = {
    "article of a large site": f"""<main><header class="article-header"><h1>{TITLE}</h1>
        <p class="article__subhead"><em>{DECK}</em></p></header><figure><img>
        <figcaption>من الجلسة (المدينة)</figcaption></figure>
        <div class="article-dates">5/11/2015</div><div class="wysiwyg css-1ck9">{PARAGRAPHS}{MORE}</div>
        <div>المصدر : <span class="article-source">وكالات</span></div></main><aside>{TEASERS}</aside>""",
    "links in the middle": f"""<h1>{TITLE}</h1><time>5/11/2015</time><div class="entry-content"><p>{BODY[0]}</p>{MORE}
        <p>{BODY[1]}</p><p>{BODY[2]}</p><p>{BODY[3]}</p></div>""",
    "joomla": f"""<div class="item-page category-news"><h2 itemprop="name"><a href=/x>{TITLE}</a></h2>
        <dl class="article-info">        <dt>التفاصيل</dt><dd class="createdby">كتب بواسطة: المحرر</dd>
        <dd class="published">نشر بتاريخ: 05 تشرين2/نوفمبر 2015</dd><dd class="hits">الزيارات: 120</dd></dl>
        <div itemprop="articleBody">{PARAGRAPHS}</div><ul class="pager"><li><a>السابق</a></li></ul></div>{TEASERS}""",
    "spans and breaks": f"""<div id=wrap><div class="latest-news-details"><span class="big">{TITLE}</span><br>
        <span>05/11/2015</span><br><br><span class=txt>{"<br/>".join(BODY)}</span><br>طباعة <a href=#>ارسال</a></div>
        <div>{TEASERS}</div></div>""",
    "teasers before the body": f"""<div class=hero><h1>{TITLE}</h1><span>5 نوفمبر 2015</span></div><div class=row>
        <div class=side>{TEASERS}</div><div class=main>{PARAGRAPHS}</div></div>""",
    "long words on the site itself": f"""<article><h1>{TITLE}</h1><i>5 نوفمبر 2015</i>
        {PARAGRAPHS}</article>        <footer>{ABOUT}</footer>""",
    "more comments than report": f"""<article><h1>{TITLE}</h1><div>5 نوفمبر 2015</div>
        <div class=c>{PARAGRAPHS}</div></article>        <div id=comments>{COMMENT * 20}</div>""",
    "comments without a name": f"""<div class=a><h1>{TITLE}</h1><b>2015-11-05</b><div class=txt>{PARAGRAPHS}</div></div>
        <h3>تعليقات</h3><div class=r>سامي: كلام جميل ولكن من يراقب التنفيذ في نهاية الأمر يا سادة؟</div>
        <div class=r>هند: كل عام نسمع الكلام نفسه ولا نرى طريقا واحدا معبدا في حينا.</div>""",
    "paragraphs as divs": f"""<div class=post><h1>{TITLE}</h1><div class=meta>أحمد علي | 5 نوفمبر 2015</div>{DIVS}
        <div class=sharedaddy><h3>شارك هذا الموضوع:</h3><ul><li>فيسبوك</li></ul></div></div>""",
    "rows of a table": f"<table><tr><td><h1>{TITLE}</h1>5/11/2015</td></tr>{ROWS}</table>",
    "a first paragraph of its own": f"""<article><h1>{TITLE}</h1><div>5/11/2015</div>
        <div class="article-lead"><p>{BODY[0]}</p></div><div class=pic><img><span>صورة الجلسة</span></div>
        <div class="article-text">        <p>{BODY[1]}</p><p>{BODY[2]}</p><p>{BODY[3]}</p></div></article>""",
    "preformatted": "<h1>" + TITLE + "</h1><div>5/11/2015</div><pre>" + "\n".join(BODY) + "</pre>",
    "two copies": f"""<div class=desktop><h1>{TITLE}</h1><div>5/11/2015</div><div class=body>{PARAGRAPHS}</div></div>
        <div class=print-only><div class=body>{PARAGRAPHS}</div></div>""",
}


@pytest.mark.parametrize("shape", SHAPES)
def test_one_report_in_many_shapes(shape: str) -> None:
    page = f"""<html><head><title>{TITLE} - المدينة</title></head><body>
        <nav><a href=/>الرئيسية</a><a href=/b>محليات</a></nav>
        {SHAPES[shape]}<div class=foot>جميع الحقوق محفوظة</div></body></html>"""
    report, blocks = read_page(Capture("0" * 64, page.encode(), "html", shape))
    assert [block.text for block in blocks if block.role in ("body", "subheading", "quote")] == BODY
    assert report.title == TITLE
    assert report.published == "2015-11-05"
