/** What actions do with the report that is shown: most of it is another address. */

import { useLayoutEffect } from "react";
import { navigate } from "wouter/use-browser-location";
import { getPreferences, zoneOf } from "../store/preferences";
import { now } from "../time/now";
import { shiftRange } from "../time/ranges";
import { dateOf } from "../time/zone";
import { inform } from "../ui/notices";
import { words } from "../words";
import { learnCommands } from "./actions";
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

type Provided = "save" | "csv" | "export";

const provided: Partial<Record<Provided, () => void>> = {};

/** What only a part of the screen can do, while it is there and able to. */
export function useProvided(name: Provided, run: (() => void) | undefined): void {
  useLayoutEffect(() => {
    if (run) provided[name] = run;
    return () => {
      delete provided[name];
    };
  });
}

/** Until the report is there, it is said that it is on its way. */
function run(name: Provided): void {
  if (!provided[name]) inform(words.loading);
  provided[name]?.();
}

const COMMANDS = {
  back: () => shift(-1),
  forward: () => shift(1),
  time: () => change({ view: "time" }),
  share: () => change({ view: "share" }),
  year: () => change({ view: "year" }),
  save: () => run("save"),
  csv: () => run("csv"),
  export: () => run("export"),
  print: () => print(),
};

export type Command = keyof typeof COMMANDS;

learnCommands(COMMANDS);
