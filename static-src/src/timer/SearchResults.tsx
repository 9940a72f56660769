/** Searching notes across all of the past. */

import { useInfiniteQuery } from "@tanstack/react-query";
import { useDeferredValue, useMemo } from "react";
import { api, body } from "../api/client";
import { keys } from "../store/feed";
import { usePreferences } from "../store/preferences";
import { learnFound, useShown } from "../store/state";
import { reasonOf } from "../ui/explain";
import { useMinutes, useToday } from "../ui/now";
import { Skeleton } from "../ui/Skeleton";
import { words } from "../words";
import { DayList } from "./DayList";
import { daysOf } from "./days";

interface Page {
  /** Identifiers of what was found; the entries themselves are known like all others. */
  ids: string[];
  nextCursor: string | null;
}

async function find(q: string, cursor: string | null): Promise<Page> {
  const query = { q, limit: 100, ...(cursor === null ? {} : { cursor }) };
  const { items, nextCursor } = await body(api.GET("/api/entries", { params: { query } }));
  learnFound(items);
  return { ids: items.map(({ id }) => id), nextCursor };
}

export default function SearchResults({ query }: { query: string }) {
  const text = useDeferredValue(query);
  const { zoneName } = usePreferences();
  const today = useToday(zoneName);
  const minute = useMinutes();
  const found = useInfiniteQuery({
    queryKey: keys.search(text),
    queryFn: ({ pageParam }) => find(text, pageParam),
    initialPageParam: null as string | null,
    getNextPageParam: ({ nextCursor }) => nextCursor,
    placeholderData: (before) => before,
  });
  const { entries } = useShown();
  const days = useMemo(() => {
    const ids = new Set(found.data?.pages.flatMap((page) => page.ids));
    const shown = entries.filter(({ id }) => ids.has(id));
    return daysOf(shown, "0000-01-01", minute, zoneName);
  }, [found.data, entries, minute, zoneName]);

  if (found.isError) {
    return (
      <section className="empty" role="alert">
        <h2>{words.timer.notSearched}</h2>
        <p className="muted">{reasonOf(found.error)}</p>
        <button type="button" className="button" onClick={() => void found.refetch()}>
          {words.notice.retry}
        </button>
      </section>
    );
  }
  if (found.isPending) return <Skeleton rows={4} />;
  return (
    <>
      <p className="muted" role="status">
        {days.length > 0 ? words.timer.searchResults(text) : words.timer.nothingFound(text)}
      </p>
      <DayList days={days} today={today} complete={false} />
      {found.hasNextPage && (
        <button type="button" className="button earlier" onClick={() => void found.fetchNextPage()}>
          {words.timer.earlier}
        </button>
      )}
    </>
  );
}
