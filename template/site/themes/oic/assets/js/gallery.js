/* Galleries: without this script every picture is a link to its larger file; with it the file opens
   in a dialog, which keeps the focus, closes with Escape and hands the focus back. */

const button = (text, label, act) => {
  const made = document.createElement("button");
  made.type = "button";
  made.className = "gallery__button";
  made.setAttribute("aria-label", label);
  made.textContent = text;
  made.addEventListener("click", act);
  return made;
};

const open = (gallery, links, start) => {
  const words = gallery.dataset;
  const dialog = document.createElement("dialog");
  const picture = document.createElement("img");
  const caption = document.createElement("p");
  let at = start;

  const show = (step) => {
    at = (at + step + links.length) % links.length;
    const small = links[at].querySelector("img");
    picture.src = links[at].href;
    picture.alt = small.alt;
    picture.width = links[at].dataset.width;
    picture.height = links[at].dataset.height;
    const text = links[at].closest("figure").querySelector("figcaption")?.textContent ?? "";
    caption.textContent = `${at + 1} / ${links.length}  ${text}`;
  };

  const tools = document.createElement("p");
  tools.className = "gallery__tools";
  if (links.length > 1) {
    tools.append(button("←", words.before, () => show(-1)), button("→", words.after, () => show(1)));
  }
  tools.append(button("×", words.close, () => dialog.close()));

  dialog.className = "gallery__dialog";
  dialog.setAttribute("aria-label", words.name);
  caption.className = "gallery__caption";
  caption.setAttribute("aria-live", "polite");
  picture.className = "gallery__large";
  dialog.append(tools, picture, caption);
  dialog.addEventListener("keydown", (event) => {
    if (links.length < 2) return;
    if (event.key === "ArrowLeft") show(-1);
    if (event.key === "ArrowRight") show(1);
  });
  dialog.addEventListener("click", (event) => { if (event.target === dialog) dialog.close(); });
  dialog.addEventListener("close", () => { dialog.remove(); links[at].focus(); });
  document.body.append(dialog);
  show(0);
  dialog.showModal();
};

for (const gallery of document.querySelectorAll("[data-gallery]")) {
  const links = [...gallery.querySelectorAll("a[data-width]")];
  links.forEach((link, at) => link.addEventListener("click", (event) => {
    if (event.ctrlKey || event.metaKey || event.shiftKey) return;
    event.preventDefault();
    open(gallery, links, at);
  }));
}
