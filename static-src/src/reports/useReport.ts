import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { api, body } from "../api/client";
import type { Report } from "../api/types";
import { keys } from "../store/feed";
import { startOfDay } from "../time/zone";
import { type Before, bothOf, type Numbers, numbersOf } from "./numbers";
import type { Question } from "./question";

const AGAIN_MS = 60_000;

export interface Answer {
  /** What was asked: while another answer is on its way, not what is asked now. */
  question: Question;
  report: Report;
}

const fetchReport = (query: Question["query"]): Promise<Report> =>
  body(api.GET("/api/reports/summary", { params: { query } }));

export function useReport(question: Question, ready: boolean) {
  return useQuery<Answer>({
    queryKey: [...keys.reports, question],
    queryFn: async () => ({ question, report: await fetchReport(question.query) }),
    enabled: ready,
    placeholderData: keepPreviousData,
    // What runs counts up to now.
    refetchInterval: AGAIN_MS,
  });
}

/**
 * The days of the range and of the one before, in one more request: the report itself may be by week or
 * not by date at all, and says nothing of the time before.
 */
export function useNumbers(question: Question, before: Before): Numbers | undefined {
  const { tz } = question.query;
  const query = bothOf(question, (date) => new Date(startOfDay(date, tz)).toISOString());
  const { data } = useQuery({
    queryKey: [...keys.reports, "numbers", query],
    queryFn: () => fetchReport(query),
    placeholderData: keepPreviousData,
    refetchInterval: AGAIN_MS,
  });
  return data && numbersOf(data.rows, question.dates, before.dates);
}

/** The tags that were used in the range, to offer them as filters. */
export function useTags({ query: { from, to, tz } }: Question, wanted: boolean): string[] {
  const { data } = useQuery({
    queryKey: [...keys.reports, "tags", from, to],
    queryFn: () =>
      body(
        api.GET("/api/reports/summary", { params: { query: { from, to, tz, groupBy: "tag" } } }),
      ),
    enabled: wanted,
  });
  return (data?.rows ?? []).map(({ key }) => key).filter((key) => key !== "");
}
