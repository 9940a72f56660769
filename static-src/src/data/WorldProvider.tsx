import { useQueries, useQuery } from "@tanstack/react-query";
import {
  createContext,
  type ReactNode,
  useContext,
  useMemo,
  useState,
  useSyncExternalStore,
} from "react";
import type { TimeEntry } from "../api/types";
import { addDays, type DateKey, startOfWeek } from "../time/dates";
import { now } from "../time/now";
import { dateOf, startOfDay } from "../time/zone";
import { useToday } from "../ui/now";
import { realId } from "./ids";
import { usePreferences } from "./preferences";
import type { Change } from "./queue";
import { fetchCatalog, fetchStretch, keys, POLL_MS, queue, type Stretch } from "./store";
import { hiddenIds, subscribeTrash } from "./trash";
import { type Place, placesOf } from "./tree";
import { EMPTY, runningOf, type World } from "./world";

interface Known extends World {
  places: Map<string, Place>;
  running: TimeEntry | undefined;
  /** The first local date from which on every entry is known. */
  since: DateKey;
  loading: boolean;
  failed: boolean;
  /** Asks for two more weeks of the past. */
  showEarlier(): void;
  loadingEarlier: boolean;
}

const Context = createContext<Known | null>(null);

export function useWorld(): Known {
  const known = useContext(Context);
  if (!known) throw new Error("useWorld outside of WorldProvider");
  return known;
}

const WEEKS_A_PAGE = 2;

/** The newest stretch is this week and the one before; each earlier one is two weeks more. */
function stretchesFrom(week: DateKey, pages: number, zone: string): Stretch[] {
  const first = addDays(week, -7);
  return Array.from({ length: pages }, (_, page) => {
    const from = startOfDay(addDays(first, -7 * WEEKS_A_PAGE * page), zone);
    const to = page === 0 ? null : startOfDay(addDays(first, -7 * WEEKS_A_PAGE * (page - 1)), zone);
    return { from, to };
  });
}

/** The newest stretch has everything that runs; an older one may still think it runs. */
function merged(pages: (TimeEntry[] | undefined)[]): TimeEntry[] {
  const byId = new Map<string, TimeEntry>();
  pages.forEach((entries, page) => {
    for (const entry of entries ?? []) {
      if (byId.has(entry.id) || (page > 0 && entry.stoppedAt === null)) continue;
      byId.set(entry.id, entry);
    }
  });
  return [...byId.values()];
}

function withRealIds(world: World): World {
  return {
    projects: world.projects,
    categories: world.categories.map((category) => ({
      ...category,
      projectId: realId(category.projectId),
      parentCategoryId:
        category.parentCategoryId === null ? null : realId(category.parentCategoryId),
    })),
    entries: world.entries.map((entry) => ({
      ...entry,
      categoryId: realId(entry.categoryId),
      projectId: realId(entry.projectId),
    })),
  };
}

export function applied(world: World, pending: readonly Change[]): World {
  if (pending.length === 0) return world;
  return withRealIds(pending.reduce((sofar, change) => change.apply(sofar), world));
}

export function WorldProvider({ children }: { children: ReactNode }) {
  const { zoneName, weekStart } = usePreferences();
  const today = useToday(zoneName);
  const [pages, setPages] = useState(1);
  const { pending } = useSyncExternalStore(queue.subscribe, queue.getState);
  const hidden = useSyncExternalStore(subscribeTrash, hiddenIds);
  const stretches = stretchesFrom(startOfWeek(today, weekStart), pages, zoneName);

  const catalog = useQuery({
    queryKey: keys.catalog,
    queryFn: fetchCatalog,
    refetchInterval: 4 * POLL_MS,
  });
  const entries = useQueries({
    queries: stretches.map((stretch, page) => ({
      queryKey: keys.stretch(stretch),
      queryFn: () => fetchStretch(stretch),
      refetchInterval: page === 0 ? POLL_MS : (false as const),
    })),
    combine: (results) => ({
      data: results.map(({ data }) => data),
      loading: results.some(({ isPending }) => isPending),
      failed: results.some(({ isError }) => isError),
    }),
  });

  const world = useMemo(() => {
    const server: World = { ...(catalog.data ?? EMPTY), entries: merged(entries.data) };
    const shown = applied(server, pending);
    return { ...shown, entries: shown.entries.filter(({ id }) => !hidden.has(id)) };
  }, [catalog.data, entries.data, pending, hidden]);

  const known = useMemo<Known>(
    () => ({
      ...world,
      places: placesOf(world),
      running: runningOf(world),
      since: dateOf(stretches.at(-1)?.from ?? now(), zoneName),
      loading: catalog.isPending || entries.data[0] === undefined,
      failed: catalog.isError || entries.failed,
      showEarlier: () => setPages((count) => count + 1),
      loadingEarlier: pages > 1 && entries.loading,
    }),
    [world, stretches, zoneName, catalog.isPending, catalog.isError, entries, pages],
  );
  return <Context value={known}>{children}</Context>;
}
