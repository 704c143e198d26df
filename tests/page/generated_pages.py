"""Pages made of pieces in any order: what no template would write and browsers read all the same."""

from hypothesis import strategies as st

PIECES = (
    "<p>", "</p>", "<div class='a b'>", "</div>", "<br>", "<b>", "</b>", "<a href=x>", "</a>", "<!-- c <p> -->",
    "<script>var a = '<p>no</p>'</script>", "<table>", "<tr>", "<td>", "</td>", "</table>", "<li>", "<ul>", "</ul>",
    "<h2>", "</h2>", "<svg>", "</svg>", "<noscript>", "</noscript>", "<select><option>", "</select>", "<img alt='x'>",
    "&amp;", "&nbsp;", "&lt;p&gt;", "\0", "نص ", "خبر", " ", "\n", "<", "<p", "</", "<!-", "<a title=\"", "<textarea>",
    "<title>", "</title>", "<body>", "</body>", "<span class='author'>", "</span>",
)  # fmt: skip
PAGES = st.lists(st.sampled_from(PIECES), max_size=40).map("".join)
