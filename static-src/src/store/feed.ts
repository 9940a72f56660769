/** Asks for news: the catalog, what is shown of the past, and again when it may be old. */

import {
  focusManager,
  type InvalidateQueryFilters,
  type Query,
  QueryClient,
  useQueries,
  useQuery,
} from "@tanstack/react-query";
import { useEffect } from "react";
import { api, body } from "../api/client";
import { failureOf, Unreachable } from "../api/errors";
import type { TimeEntry } from "../api/types";
import { addDays, type DateKey, daysBetween, startOfWeek } from "../time/dates";
import { dateOf, startOfDay } from "../time/zone";
import { useToday } from "../ui/now";
import { touchedBy } from "./changes";
import { usePreferences } from "./preferences";
import {
  getEpoch,
  known,
  learnCatalog,
  learnState,
  learnStretch,
  type Stretch,
  useKnown,
} from "./state";
import { onRefused, onSettled, retry } from "./sync";

export const POLL_MS = 15_000;

export const queryClient = new QueryClient({
  defaultOptions: {
    queries: {
      staleTime: 5_000,
      retry: (count, error) => error instanceof Unreachable && count < 3,
    },
  },
});

export const keys = {
  catalog: ["catalog"] as const,
  entries: ["entries"] as const,
  stretch: ({ from, to }: Stretch) => ["entries", from, to] as const,
  search: (text: string) => ["search", text] as const,
  reports: ["report"] as const,
};

/** An answer that was asked for before a change was is old: it is asked for again. */
export async function upToDate<T>(
  ask: () => Promise<T>,
  learn: (answer: T) => void,
): Promise<number> {
  for (;;) {
    const before = getEpoch();
    const answer = await ask();
    if (before !== getEpoch()) continue;
    learn(answer);
    return before;
  }
}

const fetchCatalog = () => upToDate(() => body(api.GET("/api/catalog")), learnCatalog);

export const fetchStretch = (stretch: Stretch) =>
  upToDate(
    () => entriesOf(stretch),
    (entries) => learnStretch(stretch, entries),
  );

async function entriesOf({ from, to }: Stretch): Promise<TimeEntry[]> {
  const bounds = {
    from: new Date(from).toISOString(),
    ...(to === null ? {} : { to: new Date(to).toISOString() }),
  };
  const found: TimeEntry[] = [];
  let cursor: string | null = null;
  do {
    const query = { ...bounds, limit: 1000, ...(cursor === null ? {} : { cursor }) };
    const page: { items: TimeEntry[]; nextCursor: string | null } = await body(
      api.GET("/api/entries", { params: { query } }),
    );
    found.push(...page.items);
    cursor = page.nextCursor;
  } while (cursor !== null);
  return found;
}

/** The first local date of what is shown when so many weeks more were asked for. */
const firstOf = (week: DateKey, weeks: number): DateKey => addDays(week, -7 - 7 * weeks);

/** The newest is this week and the one before; each step back is one more. */
function stretchesFrom(week: DateKey, earlier: readonly number[], zone: string): Stretch[] {
  let weeks = 0;
  let to: number | null = null;
  return [0, ...earlier].map((more) => {
    weeks += more;
    const stretch: Stretch = { from: startOfDay(firstOf(week, weeks), zone), to };
    to = stretch.from;
    return stretch;
  });
}

const sum = (numbers: readonly number[]): number => numbers.reduce((a, b) => a + b, 0);

function useWeek(): { week: DateKey; zone: string } {
  const { zoneName, weekStart } = usePreferences();
  return { week: startOfWeek(useToday(zoneName), weekStart), zone: zoneName };
}

/** The first local date from which on every entry is known. */
export function useSince(): DateKey {
  const earlier = useKnown((now) => now.earlier);
  return firstOf(useWeek().week, sum(earlier));
}

const WEEKS_A_STEP = 2;

/** The day of the newest entry from before a day; null when there is none. */
export async function olderThan(date: DateKey, zone: string): Promise<DateKey | null> {
  const query = { to: new Date(startOfDay(date, zone)).toISOString(), limit: 1 };
  const { items } = await body(api.GET("/api/entries", { params: { query } }));
  return items[0] ? dateOf(Date.parse(items[0].startedAt), zone) : null;
}

/** Shows the next older weeks that have anything in them, or says that there are none. */
export async function showEarlier(since: DateKey, zone: string): Promise<void> {
  const older = await olderThan(since, zone);
  if (older === null) {
    learnState({ ended: true });
    return;
  }
  const days = daysBetween(older, since);
  const weeks = Math.max(WEEKS_A_STEP, Math.ceil(days / 7));
  learnState({ earlier: [...known.getState().earlier, weeks] });
}

/** Keeps what is known up to date, while it is rendered. */
export function Feed(): null {
  const { week, zone } = useWeek();
  const earlier = useKnown((now) => now.earlier);
  const catalog = useQuery({
    queryKey: keys.catalog,
    queryFn: fetchCatalog,
    refetchInterval: 4 * POLL_MS,
  });
  const entries = useQueries({
    queries: stretchesFrom(week, earlier, zone).map((stretch, page) => ({
      queryKey: keys.stretch(stretch),
      queryFn: () => fetchStretch(stretch),
      refetchInterval: page === 0 ? POLL_MS : (false as const),
    })),
    combine: (results) => ({
      newest: results[0]?.isSuccess ?? false,
      loading: results.some(({ isPending }) => isPending),
      failed: results.some(({ isError }) => isError),
      error: results.find(({ isError }) => isError)?.error,
    }),
  });

  const loaded = catalog.isSuccess && entries.newest;
  const failed = catalog.isError || entries.failed;
  const feedFailure = failureOf(catalog.error ?? entries.error);
  useEffect(() => {
    learnState({ failed, feedFailure, loadingEarlier: earlier.length > 0 && entries.loading });
    if (loaded) learnState({ loaded });
  }, [loaded, failed, feedFailure, earlier, entries.loading]);
  return null;
}

export const refresh = (): void => void queryClient.invalidateQueries();

const AGAIN: Record<ReturnType<typeof touchedBy>[number], InvalidateQueryFilters> = {
  newest: { predicate: ({ queryKey }: Query) => queryKey[0] === "entries" && queryKey[2] === null },
  entries: { queryKey: keys.entries },
  catalog: { queryKey: keys.catalog },
};

/** What a change touched is asked for again, once all that can be sent now is sent. */
function followSettlements(): void {
  const touched = new Set<keyof typeof AGAIN>();
  onSettled((change) => {
    for (const what of touchedBy(change)) touched.add(what);
    const { changes, unreachable, shown, places } = known.getState();
    // The inbox was made for it.
    if (shown.entries.some(({ categoryId }) => categoryId && !places.has(categoryId))) {
      touched.add("catalog");
    }
    if (!unreachable && changes.some(({ due, refusal }) => due === 0 && !refusal)) return;
    for (const what of touched) void queryClient.invalidateQueries(AGAIN[what]);
    touched.clear();
    void queryClient.invalidateQueries({ queryKey: keys.reports });
    void queryClient.invalidateQueries({ queryKey: ["search"] });
  });
}

/** Something is not what it was taken for, whenever that was. */
function followRefusals(): void {
  onRefused((change) => {
    for (const what of touchedBy(change)) {
      void queryClient.invalidateQueries(AGAIN[what === "newest" ? "entries" : what]);
    }
  });
}

/** A tab in the background asks only what runs, for its title, and the rest when that changed. */
async function followInBackground(): Promise<void> {
  if (!document.hidden || !known.getState().loaded) return;
  const active = await body(api.GET("/api/time/active")).catch(() => undefined);
  if (active === undefined) return;
  const here = known.getState().server.entries.find(({ stoppedAt }) => stoppedAt === null);
  if (here?.id === active?.id && here?.updatedAt === active?.updatedAt) return;
  // Invalidating alone waits for the tab to be looked at.
  void queryClient.refetchQueries({ queryKey: keys.entries });
}

export function followChanges(): void {
  followSettlements();
  followRefusals();
  setInterval(() => void followInBackground(), POLL_MS);
  focusManager.setEventListener((onFocus) => {
    const changed = (): void => onFocus(document.visibilityState === "visible");
    const focused = (): void => {
      onFocus(true);
      retry();
    };
    addEventListener("focus", focused);
    addEventListener("online", retry);
    document.addEventListener("visibilitychange", changed);
    return () => {
      removeEventListener("focus", focused);
      document.removeEventListener("visibilitychange", changed);
    };
  });
  addEventListener("pageshow", (event) => event.persisted && refresh());
}
