/** The newest entries by local day: of years of them, only what a change has reached is laid out. */

import { useMemo, useRef } from "react";
import type { TimeEntry } from "../api/types";
import type { DateKey } from "../time/dates";
import { type Day, daysAfter, daysOf, type Laid } from "./days";

export function useDays(
  entries: readonly TimeEntry[],
  since: DateKey,
  minute: number,
  zone: string,
): Day[] {
  const known = useRef<(Laid & { under: string }) | null>(null);
  return useMemo(() => {
    const under = `${since} ${minute} ${zone}`;
    const before = known.current?.under === under ? known.current : null;
    const days = before
      ? daysAfter(before, entries, since, minute, zone)
      : daysOf(entries, since, minute, zone);
    known.current = { entries, days, under };
    return days;
  }, [entries, since, minute, zone]);
}
