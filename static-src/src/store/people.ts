/** Everybody who can sign in; asked by administrators only. */

import { useQuery } from "@tanstack/react-query";
import { api, body } from "../api/client";
import type { Person } from "../api/session";
import { useMayAdminister } from "../store/session";

export const PEOPLE = ["people"] as const;

export function usePeople(): Person[] {
  const enabled = useMayAdminister();
  const queryFn = () => body(api.GET("/api/people"));
  return useQuery({ queryKey: PEOPLE, queryFn, enabled, staleTime: 60_000 }).data ?? [];
}
