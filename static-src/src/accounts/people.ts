/** Everybody who can sign in; asked by administrators only. */

import { useQuery } from "@tanstack/react-query";
import { api, body } from "../api/client";
import type { Person } from "../api/session";
import { useSession } from "../app/SessionProvider";

export const PEOPLE = ["people"] as const;

/** Whether there is anybody to administer or to look at. */
export function useMayAdminister(): boolean {
  const { mode, person } = useSession();
  return mode !== "none" && person.role === "administrator";
}

export function usePeople(): Person[] {
  const enabled = useMayAdminister();
  const queryFn = () => body(api.GET("/api/people"));
  return useQuery({ queryKey: PEOPLE, queryFn, enabled, staleTime: 60_000 }).data ?? [];
}
