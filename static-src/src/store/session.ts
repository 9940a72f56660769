/**
 * Who uses the page: asked of the server once, and again whenever the page is looked at. Without the
 * server it is whoever used it last, with what was known then.
 */

import { useStore } from "zustand";
import { createStore } from "zustand/vanilla";
import { api, body } from "../api/client";
import { type Failure, failureOf, isSignedOut } from "../api/errors";
import { actAs, onUnauthenticated, type Session } from "../api/session";
import { forgetAll, known, learnMe, learnRemembered } from "./state";
import { forget, memorize, recall } from "./storage";
import { closeOutbox, holdOutbox, openOutbox, sendOutbox } from "./sync";
import { EMPTY, type World } from "./world";
import { followZone } from "./zone";

interface Who {
  /** Null: signed out. Undefined: not known yet. */
  session: Session | null | undefined;
  unreachable: boolean;
  /** What the server said instead of who it is. */
  failure?: Failure | undefined;
}

export const who = createStore<Who>(() => ({ session: undefined, unreachable: false }));

export const useWho = (): Who => useStore(who);

/** Who is signed in; only below the gate, where somebody is. */
export function useSession(): Session {
  const { session } = useWho();
  if (!session) throw new Error("nobody is signed in");
  return session;
}

export const currentSession = (): Session | null => who.getState().session ?? null;

export const administers = ({ mode, person }: Session): boolean =>
  mode !== "none" && person.role === "administrator";

/** Whether there is anybody to administer or to look at. */
export const useMayAdminister = (): boolean => administers(useSession());

const SESSION = "session";
const worldOf = (person: string): string => `world ${person}`;

/** Whose things this page holds: who is signed in, or was until the server said otherwise. */
let owner: string | undefined;

/** Takes over what the server says of a person: after signing in, or a change to oneself. */
export async function adoptSession(session: Session): Promise<void> {
  if (owner !== undefined && owner !== session.person.id) return startAnew(session);
  owner = session.person.id;
  const before = who.getState().session;
  actAs(session);
  learnMe(session.person.id);
  followZone(session.person);
  await openOutbox(session.person.id);
  const same = JSON.stringify(session) === JSON.stringify(before);
  who.setState({ session: same && before ? before : session, unreachable: false });
  sendOutbox();
  void memorizeSession(session);
}

/** Never the token that shows that a change is the page's own. */
const memorizeSession = (session: Session): Promise<void> =>
  memorize(SESSION, { ...session, csrfToken: "" });

/** What another person left behind in this tab is not for this one to see: all of it goes at once. */
async function startAnew(session: Session): Promise<void> {
  await memorizeSession(session);
  location.reload();
  return new Promise(() => undefined);
}

/** What is not sent yet stays, for when the person is back; what was known goes. */
function signedOut(): void {
  const { session } = who.getState();
  if (session) void forget(worldOf(session.person.id));
  void forget(SESSION);
  actAs(null);
  holdOutbox();
  who.setState({ session: null, unreachable: false, failure: undefined });
}

const ends = new Set<() => void>();
export const onSessionEnd = (listener: () => void): void => void ends.add(listener);

/** Ends it on this page: nothing of the person is left to be seen. */
export function endSession(): void {
  for (const listener of ends) listener();
  signedOut();
  closeOutbox();
  forgetAll();
}

export async function askSession(): Promise<void> {
  try {
    await adoptSession(await body(api.GET("/api/session")));
  } catch (error) {
    if (isSignedOut(error)) signedOut();
    else who.setState({ unreachable: true, failure: failureOf(error) });
  }
}

async function remembered(): Promise<void> {
  const session = await recall<Session>(SESSION);
  if (!session || who.getState().session !== undefined) return;
  const world = await recall<World>(worldOf(session.person.id));
  // The server may have answered in between.
  if (who.getState().session !== undefined) return;
  owner = session.person.id;
  if (world) learnRemembered({ ...EMPTY, ...world, me: session.person.id });
  await openOutbox(session.person.id);
  if (who.getState().session === undefined) who.setState({ session });
}

const SAVE_MS = 1_000;
/** More than anybody tracks in the weeks that are shown first. */
const MOST = 1_000;

/** Keeps what the server said last, for opening without it. */
function rememberWorld(): void {
  let timer: ReturnType<typeof setTimeout> | undefined;
  known.subscribe(({ server, loaded }, before) => {
    if (!loaded || (before.loaded && server === before.server)) return;
    clearTimeout(timer);
    timer = setTimeout(() => {
      const { session } = who.getState();
      const world = { ...server, entries: server.entries.slice(0, MOST), others: [] };
      if (session) void memorize(worldOf(session.person.id), world);
    }, SAVE_MS);
  });
}

const AGAIN_MS = 15_000;

export function followSession(): void {
  onUnauthenticated(() => {
    if (who.getState().session) signedOut();
  });
  const ask = (): void => void askSession();
  addEventListener("focus", ask);
  addEventListener("online", ask);
  setInterval(() => who.getState().unreachable && ask(), AGAIN_MS);
  rememberWorld();
  void remembered();
  ask();
}
