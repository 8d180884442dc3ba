/* Challenges open and close on the day, even when the site was not built since. Markup:
   challenges/state-tag.html with data-opens, data-closes (UTC) and the words for both. */

const now = Date.now();

for (const tag of document.querySelectorAll("[data-closes]")) {
  const { opens, closes, open, over } = tag.dataset;
  if (closes && Date.parse(closes) < now) {
    tag.textContent = over;
    tag.classList.remove("tag--open");
    for (const link of document.querySelectorAll(".answer .button")) link.hidden = true;
  } else if (opens && Date.parse(opens) < now) {
    tag.textContent = open;
    tag.classList.add("tag--open");
  }
}
