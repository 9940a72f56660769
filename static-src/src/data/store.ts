/** The query client, what it holds, and the queue of changes in front of it. */

import { QueryClient } from "@tanstack/react-query";
import { api, body } from "../api/client";
import { Unreachable } from "../api/errors";
import type { TimeEntry } from "../api/types";
import { now } from "../time/now";
import { type Change, ChangeQueue } from "./queue";
import { EMPTY, endOf, startOf, type World } from "./world";

export const POLL_MS = 15_000;

export const queryClient = new QueryClient({
  defaultOptions: {
    queries: {
      staleTime: 5_000,
      retry: (count, error) => error instanceof Unreachable && count < 3,
    },
  },
});

/** A stretch of the past, in milliseconds; the newest has no end. */
export interface Stretch {
  from: number;
  to: number | null;
}

export const keys = {
  catalog: ["catalog"] as const,
  entries: ["entries"] as const,
  stretch: ({ from, to }: Stretch) => ["entries", from, to] as const,
  search: (text: string) => ["search", text] as const,
  reports: ["report"] as const,
};

type Catalog = Pick<World, "projects" | "categories">;

export const fetchCatalog = (): Promise<Catalog> => body(api.GET("/api/catalog"));

export async function fetchStretch({ from, to }: Stretch): Promise<TimeEntry[]> {
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

function inStretch(entry: TimeEntry, from: number, to: number | null): boolean {
  return endOf(entry, now()) >= from && (to === null || startOf(entry) < to);
}

/** Applies to everything cached what an answer of the server means. */
async function write(settle: (world: World) => World): Promise<void> {
  // What was asked for before the change may arrive after it, and would undo it on the page.
  await queryClient.cancelQueries({ queryKey: keys.entries });
  await queryClient.cancelQueries({ queryKey: keys.catalog });
  const catalog = queryClient.getQueryData<Catalog>(keys.catalog) ?? EMPTY;
  queryClient.setQueryData<Catalog>(keys.catalog, (old) => {
    const { projects, categories } = settle({ ...EMPTY, ...catalog });
    return old && { projects, categories };
  });
  for (const [key, entries] of queryClient.getQueriesData<TimeEntry[]>({
    queryKey: keys.entries,
  })) {
    const [, from, to] = key as ReturnType<typeof keys.stretch>;
    const settled = settle({ ...EMPTY, entries: entries ?? [] }).entries;
    queryClient.setQueryData(
      key,
      settled.filter((entry) => inStretch(entry, from, to)),
    );
  }
}

type Listener = (change: Change, error: unknown) => void;
const refusals = new Set<Listener>();
const settlements = new Set<() => void>();

export const onRefused = (listener: Listener): void => void refusals.add(listener);
export const onSettled = (listener: () => void): void => void settlements.add(listener);

export const refresh = (): void => void queryClient.invalidateQueries();

export const queue = new ChangeQueue({
  async settled(settle) {
    await write(settle);
    refresh();
    for (const listener of settlements) listener();
  },
  refused(change, error) {
    refresh();
    for (const listener of refusals) listener(change, error);
  },
});
