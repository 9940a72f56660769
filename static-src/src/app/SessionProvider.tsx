/** Who uses the page: asked of the server once, and again whenever the page is looked at. */

import { useQuery, useQueryClient } from "@tanstack/react-query";
import {
  createContext,
  lazy,
  type ReactNode,
  Suspense,
  useCallback,
  useContext,
  useEffect,
  useMemo,
  useRef,
} from "react";
import { api, body } from "../api/client";
import { isSignedOut } from "../api/errors";
import { actAs, onUnauthenticated, type Session } from "../api/session";
import { queue } from "../data/store";

const Gate = lazy(() => import("../accounts/Gate"));

const KEY = ["session"];

interface Known extends Session {
  /** Takes over what the server says of a person: after signing in, or a change to oneself. */
  adopt(session: Session): void;
}

const Context = createContext<Known | null>(null);

export function useSession(): Known {
  const known = useContext(Context);
  if (!known) throw new Error("useSession outside of SessionProvider");
  return known;
}

/** Whether there is anybody to administer or to look at. */
export function useMayAdminister(): boolean {
  const { mode, person } = useSession();
  return mode !== "none" && person.role === "administrator";
}

async function fetchSession(): Promise<Session | null> {
  try {
    const session = await body(api.GET("/api/session"));
    actAs(session);
    return session;
  } catch (error) {
    if (isSignedOut(error)) return null;
    throw error;
  }
}

export function SessionProvider({ children }: { children: ReactNode }) {
  const client = useQueryClient();
  const { data, isError, refetch } = useQuery({
    queryKey: KEY,
    queryFn: fetchSession,
    // Changes to entries say nothing about it.
    staleTime: "static",
  });
  const before = useRef<string | null>(null);

  const adopt = useCallback(
    (session: Session): void => {
      // What another person left behind in this tab is neither theirs to see nor to send.
      if (before.current && before.current !== session.person.id) {
        queue.discard();
        location.reload();
      }
      actAs(session);
      client.setQueryData(KEY, session);
      queue.retry();
    },
    [client],
  );

  useEffect(() => onUnauthenticated(() => client.setQueryData(KEY, null)), [client]);
  useEffect(() => {
    const ask = (): void => void refetch();
    addEventListener("focus", ask);
    return () => removeEventListener("focus", ask);
  }, [refetch]);
  useEffect(() => {
    if (data && before.current && before.current !== data.person.id) adopt(data);
    if (data) before.current = data.person.id;
  }, [data, adopt]);

  const known = useMemo(() => data && { ...data, adopt }, [data, adopt]);
  if (known) return <Context value={known}>{children}</Context>;
  if (data === undefined && !isError) return null;
  return (
    <Suspense>
      <Gate unreachable={data === undefined} onRetry={refetch} onSignedIn={adopt} />
    </Suspense>
  );
}
