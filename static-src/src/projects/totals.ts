/** What is tracked on every project and category: in each of twelve weeks, this one the last, and ever. */

import { useQuery } from "@tanstack/react-query";
import { useMemo } from "react";
import { api, body } from "../api/client";
import type { Report } from "../api/types";
import { keys } from "../store/feed";
import { usePreferences } from "../store/preferences";
import type { Catalog } from "../store/tree";
import { addDays, startOfWeek } from "../time/dates";
import { startOfDay } from "../time/zone";
import { useToday } from "../ui/now";
import { sumsIn, type Totals, totalsOf, WEEKS, weeksIn } from "./sums";

/** Before any time that can be tracked. */
const EVER = "1900-01-01T00:00:00Z";

/**
 * Two requests, whatever there is: the weeks, and the sum of all time before them. Both together are
 * all time: one that was asked for whole would differ from the weeks by what runs in between. It
 * stays as it is while time runs, so it is seldom asked for, and then mostly answered without a body.
 * The numbers are in whole minutes: the weeks are asked for no more often. What the person does here
 * asks for both at once (`store/feed.ts`).
 */
const WEEKS_AGAIN_MS = 60_000;
const BEFORE_AGAIN_MS = 600_000;

interface Range {
  from: string;
  to: string;
  tz: string;
  weekStart: number;
}

function useReport(groupBy: string, range: Range, again: number): Report | undefined {
  const query = { ...range, groupBy };
  return useQuery({
    queryKey: [...keys.reports, "projects", query],
    queryFn: () => body(api.GET("/api/reports/summary", { params: { query } })),
    refetchInterval: again,
  }).data;
}

/** The instants between which the twelve weeks are. */
function useWeeks(): Range {
  const { zoneName, weekStart } = usePreferences();
  const next = addDays(startOfWeek(useToday(zoneName), weekStart), 7);
  const instant = (date: string): string => new Date(startOfDay(date, zoneName)).toISOString();
  const from = instant(addDays(next, -7 * WEEKS));
  return { from, to: instant(next), tz: zoneName, weekStart };
}

export function useTotals({ projects, categories }: Catalog): Totals {
  const range = useWeeks();
  const weeks = useReport("category,week", range, WEEKS_AGAIN_MS);
  const before = useReport("category", { ...range, from: EVER, to: range.from }, BEFORE_AGAIN_MS);
  return useMemo(
    () => totalsOf({ projects, categories }, weeks && weeksIn(weeks), before && sumsIn(before)),
    [projects, categories, weeks, before],
  );
}
