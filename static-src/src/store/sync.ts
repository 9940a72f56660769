/** The one outbox of this page, its storage and lock in the browser, and the tabs beside it. */

import { now } from "../time/now";
import type { Answer, Change } from "./changes";
import { Outbox } from "./outbox";
import { send } from "./sending";
import { learnAnswer, setChanges } from "./state";
import { recover, storageOf } from "./storage";

type Message =
  | { person: string; type: "changed" }
  | { person: string; type: "settled"; change: Change; answer: Answer };

const refusals = new Set<(change: Change) => void>();
const settlements = new Set<(change: Change) => void>();

export const onRefused = (listener: (change: Change) => void): void => void refusals.add(listener);
export const onSettled = (listener: (change: Change) => void): void =>
  void settlements.add(listener);

const channel = new BroadcastChannel("clockwork");
let outbox: Outbox | null = null;
let owner = "";

/** Without locks, as on plain http, tabs may send the same twice; that does nothing twice. */
const exclusive = (person: string) => (work: () => Promise<void>) =>
  "locks" in navigator ? navigator.locks.request(`clockwork-${person}`, work) : work();

function settled(change: Change, answer: Answer): void {
  learnAnswer(change, answer);
  for (const listener of settlements) listener(change);
}

function outboxOf(person: string): Outbox {
  const tell = (message: Message): void => channel.postMessage(message);
  return new Outbox({
    storage: storageOf(person),
    exclusive: exclusive(person),
    send,
    now,
    after(ms, call) {
      const timer = setTimeout(call, ms);
      return () => clearTimeout(timer);
    },
    settled(change, answer) {
      settled(change, answer);
      tell({ person, type: "settled", change, answer });
    },
    refused(change) {
      for (const listener of refusals) listener(change);
    },
    changed: () => tell({ person, type: "changed" }),
  });
}

channel.onmessage = ({ data }: MessageEvent<Message>) => {
  if (data.person !== owner || !outbox) return;
  if (data.type === "changed") void outbox.reload().then(retry);
  else {
    settled(data.change, data.answer);
    outbox.drop(data.change.key);
  }
};

/** Shows what this person has left to be sent; `open` once the server knows them. */
export async function openOutbox(person: string): Promise<void> {
  if (owner === person) return;
  closeOutbox();
  owner = person;
  const opened = outboxOf(person);
  outbox = opened;
  opened.subscribe(() => {
    const { changes, unreachable, failure } = opened.getState();
    setChanges(changes, unreachable, failure);
  });
  await recover(person);
  await opened.reload();
  // What was refused in an earlier visit still waits to be seen to.
  for (const change of opened.getState().changes.filter(({ refusal }) => refusal)) {
    for (const listener of refusals) listener(change);
  }
}

/** Signed out: nothing is sent until somebody is signed in; it stays where it is. */
export function closeOutbox(): void {
  outbox?.close();
  outbox = null;
  owner = "";
}

export const sendOutbox = (): void => outbox?.open();
export const holdOutbox = (): void => outbox?.close();
export const retry = (): void => outbox?.retry();

function present(): Outbox {
  if (!outbox) throw new Error("nobody is signed in");
  return outbox;
}

export const addChange = (change: Change): Promise<void> => present().add(change);
export const takeBack = (key: string): Promise<boolean> => present().takeBack(key);
export const dismissChange = (key: string): Promise<void> => present().dismiss(key);
export const hasten = (keys: readonly string[]): Promise<void> => present().hasten(keys);
