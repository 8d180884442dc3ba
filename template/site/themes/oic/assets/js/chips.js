// Chips are links that lead to a part of a list. Here they narrow the list in place instead, and say so.
// The choice stands in the address, so that it can be shared and the back button works.

function narrow(list, group) {
  let shown = "";
  for (const item of list.querySelectorAll("[data-group]")) {
    item.hidden = Boolean(group) && item.dataset.group !== group;
  }
  for (const chip of list.querySelectorAll("[data-show]")) {
    const on = chip.dataset.show === group;
    if (on) shown = chip.firstChild.textContent.trim();
    chip.toggleAttribute("aria-current", on);
    if (on) chip.setAttribute("aria-current", "true");
  }
  list.querySelector(".tiles")?.classList.toggle("tiles--narrowed", Boolean(group));
  return shown;
}

export function chips() {
  for (const list of document.querySelectorAll("[data-filter]")) {
    const said = list.querySelector("[data-said]");
    const all = list.querySelector('[data-show=""]');
    const of = () => [...list.querySelectorAll("[data-show]")].find((chip) => chip.hash === location.hash);
    all.closest("[hidden]").hidden = false;
    narrow(list, of()?.dataset.show ?? "");
    list.addEventListener("click", (event) => {
      const chip = event.target.closest("[data-show]");
      if (!chip) return;
      event.preventDefault();
      history.pushState(null, "", chip.dataset.show ? chip.hash : location.pathname);
      said.textContent = said.dataset.said.replace("{phase}", narrow(list, chip.dataset.show));
    });
    addEventListener("popstate", () => narrow(list, of()?.dataset.show ?? ""));
  }
}
