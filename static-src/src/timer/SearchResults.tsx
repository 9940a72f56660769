/** Searching notes across all of the past. */

import { useInfiniteQuery } from "@tanstack/react-query";
import { useDeferredValue, useMemo } from "react";
import { api, body } from "../api/client";
import type { TimeEntry } from "../api/types";
import { usePreferences } from "../data/preferences";
import { keys } from "../data/store";
import { useMinutes, useToday } from "../ui/now";
import { Skeleton } from "../ui/Skeleton";
import { words } from "../words";
import { DayList } from "./DayList";
import { daysOf } from "./days";

interface Page {
  items: TimeEntry[];
  nextCursor: string | null;
}

export default function SearchResults({ query }: { query: string }) {
  const text = useDeferredValue(query);
  const { zoneName } = usePreferences();
  const today = useToday(zoneName);
  const minute = useMinutes();
  const found = useInfiniteQuery({
    queryKey: keys.search(text),
    queryFn: ({ pageParam }): Promise<Page> => {
      const cursor = pageParam === null ? {} : { cursor: pageParam };
      return body(
        api.GET("/api/entries", { params: { query: { q: text, limit: 100, ...cursor } } }),
      );
    },
    initialPageParam: null as string | null,
    getNextPageParam: ({ nextCursor }) => nextCursor,
    placeholderData: (before) => before,
  });
  const days = useMemo(() => {
    const entries = found.data?.pages.flatMap(({ items }) => items) ?? [];
    return daysOf(entries, "0000-01-01", minute, zoneName);
  }, [found.data, minute, zoneName]);

  if (found.isPending) return <Skeleton rows={4} />;
  return (
    <>
      <p className="muted" role="status">
        {days.length > 0 ? words.timer.searchResults(text) : words.timer.nothingFound(text)}
      </p>
      <DayList days={days} today={today} />
      {found.hasNextPage && (
        <button type="button" className="button earlier" onClick={() => void found.fetchNextPage()}>
          {words.timer.earlier}
        </button>
      )}
    </>
  );
}
