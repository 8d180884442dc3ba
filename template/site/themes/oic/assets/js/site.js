// What every page loads: three small helpers. Without them everything is there and in order as of the last build.
import { menus } from "./menu.js";
import { eventsOfToday } from "./events.js";
import { chips } from "./chips.js";

menus();
eventsOfToday(new Date());
chips();
