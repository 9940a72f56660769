/** What can be done with a report: its address says it all, so each is another address. */

import { navigate } from "wouter/use-browser-location";
import { getPreferences, zoneOf } from "../store/preferences";
import { now } from "../time/now";
import { shiftRange } from "../time/ranges";
import { dateOf } from "../time/zone";
import { type Action, isOn, register } from "../ui/actions";
import { words } from "../words";
import { datesOf, formatAddress, nameRange, parseAddress, type ReportState } from "./address";

const present = (): ReportState => parseAddress(new URLSearchParams(location.search));

function change(part: Partial<ReportState>): void {
  navigate(`/reports?${formatAddress({ ...present(), part: null, ...part })}`);
}

function shift(by: -1 | 1): void {
  const preferences = getPreferences();
  const { weekStart } = preferences;
  const today = dateOf(now(), zoneOf(preferences));
  const dates = shiftRange(datesOf(present(), today, weekStart), by);
  change({ range: nameRange(dates, today, weekStart) });
}

type Name = "reportBack" | "reportForward" | "reportTime" | "reportShare" | "reportYear" | "print";

const onReport = (name: Name, keys: string[], run: () => void): Action => ({
  name,
  label: words.actions[name],
  group: "reports",
  place: "reports",
  keys,
  available: () => isOn("/reports"),
  run,
});

register([
  onReport("reportBack", ["["], () => shift(-1)),
  onReport("reportForward", ["]"], () => shift(1)),
  onReport("reportTime", ["1"], () => change({ view: "time" })),
  onReport("reportShare", ["2"], () => change({ view: "share" })),
  onReport("reportYear", ["3"], () => change({ view: "year" })),
  onReport("print", [], () => print()),
]);
