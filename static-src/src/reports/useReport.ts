import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { api, body } from "../api/client";
import type { Report } from "../api/types";
import { keys } from "../store/feed";
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
