// Search in the index of Pagefind, which lies on this site's own server and is loaded at the first use.
// The form stands in the page but hidden: without scripts the list of all pages below is the search.

const box = document.querySelector("[data-search]");
const [form, said, list] = ["form", "[role=status]", "ol"].map((what) => box.querySelector(what));
const more = box.querySelector("[data-more]");
const field = form.querySelector("input");
const STEP = 10;
let engine;
let found = [];
let latest = 0;

function say(kind, values = {}) {
  said.textContent = (said.dataset[kind] ?? "").replace(/\{(\w+)\}/g, (_all, key) => values[key] ?? "");
}

async function load() {
  const pagefind = await import(box.dataset.bundle);
  await pagefind.options({ baseUrl: box.dataset.base, excerptLength: 28 });
  await pagefind.init();
  return pagefind;
}

/** The excerpt of Pagefind is escaped text with <mark> around the hits; take it apart instead of trusting it. */
function excerpt(html) {
  const text = document.createElement("p");
  text.className = "post-row__text";
  const parsed = new DOMParser().parseFromString(html, "text/html").body;
  for (const node of parsed.childNodes) {
    const part = document.createElement(node.nodeName === "MARK" ? "mark" : "span");
    part.textContent = node.textContent;
    text.append(part);
  }
  return text;
}

function row(hit) {
  const item = document.createElement("li");
  const body = document.createElement("div");
  const title = document.createElement("h2");
  const link = document.createElement("a");
  const kind = document.createElement("p");
  item.className = "post-row";
  title.className = "post-row__title";
  kind.className = "post-row__meta";
  link.href = hit.url;
  link.textContent = hit.meta.title;
  kind.textContent = hit.meta.kind ?? "";
  title.append(link);
  body.append(title, excerpt(hit.excerpt));
  item.append(kind, body);
  return item;
}

async function show() {
  const begin = list.children.length;
  const hits = await Promise.all(found.slice(begin, begin + STEP).map((hit) => hit.data()));
  list.append(...hits.map(row));
  list.hidden = false;
  more.hidden = list.children.length >= found.length;
  if (begin) list.children[begin].querySelector("a").focus();
}

async function search(term) {
  const turn = ++latest;
  list.replaceChildren();
  list.hidden = more.hidden = true;
  if (!term) return say("");
  say("wait");
  try {
    engine ??= await load();
    const { results } = await engine.search(term);
    if (turn !== latest) return;
    found = results;
    say(["none", "one"][found.length] ?? "many", { term, count: found.length });
    if (found.length) await show();
  } catch {
    say("failed");
  }
}

form.hidden = false;
form.addEventListener("submit", (event) => {
  event.preventDefault();
  history.replaceState(null, "", `?${new URLSearchParams({ q: field.value })}`);
  search(field.value.trim());
});
more.addEventListener("click", show);
field.value = new URLSearchParams(location.search).get("q") ?? "";
search(field.value.trim());
