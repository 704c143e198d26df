// Nicer, not needed: the room works without it.
"use strict";
const wide = window.matchMedia("(min-width: 60rem)").matches;
const lit = document.querySelector("article.page .m-picked");
if (lit && wide) lit.scrollIntoView({ block: "center" });
document.addEventListener("keydown", (event) => {
  const picking = /[?&](pick|at)=/.test(location.search);
  if (event.key === "Escape" && picking) location.assign(location.pathname);
});
