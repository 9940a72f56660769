/** What is tracked on every project and category, this week and ever. */

import { useQuery } from "@tanstack/react-query";
import { useMemo } from "react";
import { api, body } from "../api/client";
import { keys, POLL_MS } from "../store/feed";
import { usePreferences } from "../store/preferences";
import type { Catalog } from "../store/tree";
import { addDays, startOfWeek } from "../time/dates";
import { startOfDay } from "../time/zone";
import { useToday } from "../ui/now";
import { rollUp } from "./rows";

/** Wider than any time that can be tracked. */
const EVER = { from: "1900-01-01T00:00:00Z", to: "2200-01-01T00:00:00Z" };

async function fetchOwn(range: { from: string; to: string }): Promise<Map<string, number>> {
  const query = { ...range, groupBy: "category" };
  const { rows } = await body(api.GET("/api/reports/summary", { params: { query } }));
  return new Map(rows.map(({ key, seconds, ownSeconds }) => [key, ownSeconds ?? seconds]));
}

function useRange(range: { from: string; to: string }): ReadonlyMap<string, number> | undefined {
  return useQuery({
    queryKey: [...keys.reports, "own", range.from, range.to],
    queryFn: () => fetchOwn(range),
    refetchInterval: POLL_MS,
  }).data;
}

function useThisWeek(): { from: string; to: string } {
  const { zoneName, weekStart } = usePreferences();
  const first = startOfWeek(useToday(zoneName), weekStart);
  const instant = (days: number): string =>
    new Date(startOfDay(addDays(first, days), zoneName)).toISOString();
  return { from: instant(0), to: instant(7) };
}

export interface Totals {
  /** Seconds by project or category, rolled up; undefined until they are known. */
  week: ReadonlyMap<string, number> | undefined;
  ever: ReadonlyMap<string, number> | undefined;
}

/** Rolled up here, so that what is moved takes its time along at once. */
export function useTotals({ projects, categories }: Catalog): Totals {
  const week = useRange(useThisWeek());
  const ever = useRange(EVER);
  return useMemo(() => {
    const catalog = { projects, categories };
    return { week: week && rollUp(catalog, week), ever: ever && rollUp(catalog, ever) };
  }, [projects, categories, week, ever]);
}
