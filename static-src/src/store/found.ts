/** Entries asked for by what they are, newest first and page by page, whenever they were. */

import { useInfiniteQuery } from "@tanstack/react-query";
import { useMemo } from "react";
import { api, body } from "../api/client";
import { Refused } from "../api/errors";
import type { paths } from "../api/schema";
import { upToDate } from "./feed";
import { learnFound } from "./state";

export type EntryQuery = NonNullable<paths["/api/entries"]["get"]["parameters"]["query"]>;

interface Page {
  /** Identifiers of what was found; the entries themselves are known like all others. */
  ids: string[];
  nextCursor: string | null;
}

async function find(asked: EntryQuery, cursor: string | null): Promise<Page> {
  const query = { ...asked, ...(cursor === null ? {} : { cursor }) };
  let page: Page = { ids: [], nextCursor: null };
  await upToDate(
    () => body(api.GET("/api/entries", { params: { query } })),
    ({ items, nextCursor }) => {
      learnFound(items);
      page = { ids: items.map(({ id }) => id), nextCursor };
    },
  );
  return page;
}

/** Whether there is such an entry, of whatever time: then it is known from now on. */
export async function isThere(entryId: string): Promise<boolean> {
  const params = { path: { entryId } };
  try {
    learnFound([await body(api.GET("/api/entries/{entryId}", { params }))]);
    return true;
  } catch (error) {
    if (error instanceof Refused && error.status === 404) return false;
    throw error;
  }
}

interface Asked {
  queryKey: readonly unknown[];
  /** With how many there are at once. */
  query: EntryQuery;
  /** While something else is asked for, what was found before stays. */
  keeps?: boolean;
}

export function useFound({ queryKey, query, keeps = false }: Asked) {
  const found = useInfiniteQuery({
    queryKey,
    queryFn: ({ pageParam }) => find(query, pageParam),
    initialPageParam: null as string | null,
    getNextPageParam: ({ nextCursor }) => nextCursor,
    placeholderData: (before) => (keeps ? before : undefined),
  });
  const ids: ReadonlySet<string> = useMemo(
    () => new Set(found.data?.pages.flatMap((page) => page.ids)),
    [found.data],
  );
  return [found, ids] as const;
}
