/* Something of another site (a film, a map, tickets): nothing of it is loaded before the click. The
   layout says what will be sent and to whom, and offers a plain link; this script adds the button. */

const LETTERS = "abcdefghijklmnopqrstuvwxyz";

/* Ticket shops keep the baskets of visitors apart by a name that nobody can guess. */
const namespace = () =>
  [...crypto.getRandomValues(new Uint8Array(16))].map((byte) => LETTERS[byte % 26]).join("");

const load = (box) => {
  const frame = document.createElement("iframe");
  frame.className = "embed__frame";
  frame.src = box.dataset.frame.replace("{namespace}", namespace());
  frame.title = box.dataset.title;
  frame.allowFullscreen = true;
  frame.referrerPolicy = "strict-origin-when-cross-origin";
  box.querySelector("[data-place]").replaceWith(frame);
  frame.tabIndex = 0;
  frame.focus();
};

for (const box of document.querySelectorAll("[data-embed]")) {
  const button = document.createElement("button");
  button.type = "button";
  button.className = "button";
  button.textContent = box.dataset.load;
  button.addEventListener("click", () => load(box));
  box.querySelector("[data-actions]").prepend(button);
}
