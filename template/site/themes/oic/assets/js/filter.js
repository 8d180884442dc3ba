/* Lists with several filters (methods, partners). Without this script the chips are links to the
   headings of an index below the list; with it they narrow the list in place, and the address keeps
   the choice, so that it can be shared. Markup: [data-facets] > a[data-facet][data-value],
   [data-item][data-FACET="words"], [data-register], [data-said]. */

const narrow = (root) => {
  const chips = [...root.querySelectorAll("a[data-facet]")];
  const items = [...root.querySelectorAll("[data-item]")];
  const said = root.querySelector("[data-said]");
  const chosen = new URLSearchParams(location.search);

  const fits = (item) => [...chosen].every(([facet, value]) =>
    !(facet in item.dataset) || item.dataset[facet].split(" ").includes(value));

  const show = () => {
    for (const item of items) item.hidden = !fits(item);
    for (const chip of chips) {
      if (chosen.get(chip.dataset.facet) === chip.dataset.value) chip.setAttribute("aria-current", "true");
      else chip.removeAttribute("aria-current");
    }
    const seen = new Set(items.filter((item) => !item.hidden).map((item) => item.dataset.item)).size;
    said.textContent = said.dataset.said.replace("#", seen);
    for (const group of root.querySelectorAll("[data-items]")) {
      group.hidden = ![...group.querySelectorAll("[data-item]")].some((item) => !item.hidden);
    }
  };

  const choose = (event) => {
    const { facet, value } = event.currentTarget.dataset;
    event.preventDefault();
    if (chosen.get(facet) === value) chosen.delete(facet);
    else chosen.set(facet, value);
    history.replaceState(null, "", chosen.size ? `?${chosen}` : location.pathname);
    show();
  };

  for (const chip of chips) chip.addEventListener("click", choose);
  for (const register of root.querySelectorAll("[data-register]")) register.hidden = true;
  show();
};

document.querySelectorAll("[data-facets]").forEach(narrow);
