// Keeps lists of events right on the day, even if the site was built long ago: what has ended moves to the
// past, today and tomorrow are called so, and the start page shows the first event that is still to come.

/** Compare calendar days in the visitor's own time; a start is written as 2027-01-14. */
function daysUntil(start, now) {
  const [year, month, day] = start.split("-").map(Number);
  const midnight = new Date(now.getFullYear(), now.getMonth(), now.getDate());
  return Math.round((new Date(year, month - 1, day) - midnight) / 86400000);
}

const over = (element, now) => new Date(element.dataset.end) <= now;

/** Call a row "today" or "tomorrow", or say that it is over. */
function label(row, words, now) {
  const days = daysUntil(row.dataset.start, now);
  const word = over(row, now) ? words.over : days === 0 ? words.today : days === 1 ? words.tomorrow : "";
  const place = row.querySelector("[data-soon]");
  if (place && word) place.textContent = word;
  if (over(row, now)) row.classList.add("event-row--over");
}

/** Put a row that is over on top of the list of its year; a month without rows disappears. */
function retire(row) {
  const year = document.querySelector(`[data-year="${row.dataset.start.slice(0, 4)}"]`);
  if (!year) return;
  const month = row.closest("[data-next]");
  year.prepend(row);
  if (month && !month.querySelector("[data-end]")) month.hidden = true;
}

/** On the start page three events stand ready in the circle: show the first that is not over. */
function candidates(now) {
  const ready = [...document.querySelectorAll("[data-candidate]")];
  const next = ready.find((one) => !over(one, now)) ?? ready.at(-1);
  for (const one of ready) one.hidden = one !== next;
}

export function eventsOfToday(now) {
  for (const list of document.querySelectorAll("[data-events]")) {
    for (const row of list.querySelectorAll("[data-start]")) {
      label(row, list.dataset, now);
      if (over(row, now)) retire(row);
    }
  }
  candidates(now);
  for (const event of document.querySelectorAll("[data-event]")) {
    if (over(event, now)) for (const part of event.querySelectorAll("[data-actions], [data-join]")) part.remove();
  }
}
