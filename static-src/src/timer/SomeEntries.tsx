/** Entries that another screen asked for, by day, as they are listed and edited everywhere. */

import { useLayoutEffect, useMemo } from "react";
import { navigate } from "wouter/use-browser-location";
import type { TimeEntry } from "../api/types";
import { usePreferences } from "../store/preferences";
import { useShown } from "../store/state";
import type { DateRange } from "../time/ranges";
import { useMinutes, useToday } from "../ui/now";
import { words } from "../words";
import { DayList } from "./DayList";
import { daysOf } from "./days";
import { leaveScreen } from "./opening";

interface Props {
  ids: ReadonlySet<string>;
  dates: DateRange;
  /** Whether an entry, as it is now, still is one of them. */
  keeps(entry: TimeEntry): boolean;
}

export default function SomeEntries({ ids, dates, keeps }: Props) {
  const { zoneName } = usePreferences();
  const today = useToday(zoneName);
  const minute = useMinutes();
  const { entries, others } = useShown();
  const days = useMemo(() => {
    const shown = [...entries, ...others].filter((entry) => ids.has(entry.id) && keeps(entry));
    const all = daysOf(shown, dates.from, minute, zoneName);
    return all.filter(({ date }) => date < dates.to);
  }, [entries, others, ids, keeps, dates, minute, zoneName]);

  useLayoutEffect(() => {
    const here = location.pathname + location.search;
    return () => leaveScreen(() => navigate(here));
  }, []);

  if (days.length === 0) return <p className="muted">{words.timer.noEntries}</p>;
  return <DayList days={days} today={today} complete={false} />;
}
