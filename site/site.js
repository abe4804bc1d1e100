// Names that the theme leaves out, for readers who use the keyboard or a screen reader.
const named = (selector, name) =>
  document.querySelectorAll(selector).forEach((nav, i) => {
    nav.removeAttribute("aria-labelledby");
    nav.setAttribute("aria-label", `${name} ${i + 1}`);
  });
const complete = () => {
  document.querySelector(".md-search")?.setAttribute("aria-label", "Search");
  named(".md-nav .md-nav", "Pages, list");
  named(".md-code__nav", "Block of code");
  document
    .querySelectorAll("pre > code, .md-typeset__table, .md-typeset__scrollwrap")
    .forEach((wide) => wide.setAttribute("tabindex", "0"));
};
complete();
new MutationObserver(complete).observe(document.body, { childList: true, subtree: true });
