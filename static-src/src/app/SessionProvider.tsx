/**
 * Who uses the page. Today always the one local person; with accounts this asks the server, shows
 * the sign-in page after a 401 and gives the person's name to those who ask.
 */

import { createContext, type ReactNode, useContext, useEffect, useState } from "react";
import { onUnauthenticated } from "../api/session";

export interface Session {
  signedIn: boolean;
}

const Context = createContext<Session>({ signedIn: true });

export const useSession = (): Session => useContext(Context);

export function SessionProvider({ children }: { children: ReactNode }) {
  const [session, setSession] = useState<Session>({ signedIn: true });
  useEffect(() => onUnauthenticated(() => setSession({ signedIn: false })), []);
  return <Context value={session}>{children}</Context>;
}
