/**
 * Changes on their way to the server. Each is stored before it is sent, so that neither a reload nor
 * a crash loses it; of all tabs, one sends, in the order in which they were made; one that gets no
 * answer is sent again until it does. What the server refuses stays until the person has seen to it.
 */

import { type Failure, failureOf, isSignedOut, Refused, Unreachable } from "../api/errors";
import { type Answer, type Change, madeBy, needs, type Refusal } from "./changes";
import { inOrder, type Next, type Storage } from "./storage";

export interface Ports {
  storage: Storage;
  /** Runs the work while no other tab runs its own. */
  exclusive(work: () => Promise<void>): Promise<void>;
  send(change: Change, late: boolean): Promise<Answer>;
  /** Milliseconds since 1970, by the server's clock. */
  now(): number;
  /** Calls back after so many milliseconds; gives what cancels it. */
  after(ms: number, call: () => void): () => void;
  /** The server has done it. Other tabs are to be told, too. */
  settled(change: Change, answer: Answer): void;
  refused(change: Change): void;
  /** Other tabs: read again what is stored. */
  changed(): void;
}

export interface State {
  readonly changes: readonly Change[];
  readonly unreachable: boolean;
  /** What the last answer said that was none. */
  readonly failure?: Failure | undefined;
}

const RETRY_MS = [1_000, 2_000, 5_000, 10_000, 15_000];
/** A change that waited longer than this for its first attempt is sent with its moment. */
const JUST_NOW_MS = 1_000;
const NEVER_MADE: Refusal = { status: 404, code: "never_made", message: "" };

export class Outbox {
  #state: State = { changes: [], unreachable: false };
  #listeners = new Set<() => void>();
  #wake: (() => void) | null = null;
  #sending = false;
  #open = false;
  #cancelDue: () => void = () => undefined;
  /** Not stored yet; for good in a browser that stores nothing. */
  #unstored = new Map<string, Change>();

  constructor(private readonly ports: Ports) {}

  readonly getState = (): State => this.#state;

  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };

  /** Sends from now on: the person is known to the server. */
  open(): void {
    this.#open = true;
    this.retry();
  }

  close(): void {
    this.#open = false;
    this.#wake?.();
  }

  /** Shown at once; resolves when it is stored. */
  async add(change: Change): Promise<void> {
    this.#unstored.set(change.key, change);
    this.#show([...this.#state.changes, change]);
    await this.#store(change);
    this.ports.changed();
    this.retry();
  }

  async #store(change: Change): Promise<void> {
    try {
      await this.ports.storage.put(change);
      this.#unstored.delete(change.key);
    } catch {
      // A browser that can't store it still sends it.
    }
  }

  /** Gives up a change that never left; false when it is too late for that. */
  async takeBack(key: string): Promise<boolean> {
    const taken = await this.#exchange(key, ({ tried, stayed = 0 }) =>
      tried === stayed ? null : undefined,
    );
    if (taken) await this.#forget(key);
    this.ports.changed();
    return taken !== undefined;
  }

  /** Forgets a refused change: the person has seen to it, or gives it up. */
  async dismiss(key: string): Promise<void> {
    await this.#forget(key);
    this.ports.changed();
  }

  /** Sends these as soon as can be, though they may be due later. */
  async hasten(keys: readonly string[]): Promise<void> {
    for (const key of keys) {
      const now = await this.#exchange(key, (change) => ({ ...change, due: 0 }));
      if (now) this.#show([...this.#without(key), now]);
    }
    this.ports.changed();
    this.retry();
  }

  /** Reads what is stored: at the beginning, and when another tab says that it changed. */
  async reload(): Promise<void> {
    const stored = await this.ports.storage.all().catch(() => null);
    if (!stored) return;
    const keys = new Set(stored.map(({ key }) => key));
    this.#show([...stored, ...[...this.#unstored.values()].filter(({ key }) => !keys.has(key))]);
  }

  /** Another tab has had it sent. */
  drop(key: string): void {
    this.#unstored.delete(key);
    this.#show(this.#without(key));
  }

  #without(key: string): Change[] {
    return this.#state.changes.filter((change) => change.key !== key);
  }

  /** Tries now instead of at the next interval. */
  readonly retry = (): void => {
    this.#wake?.();
    void this.#drain();
  };

  async #drain(): Promise<void> {
    if (this.#sending || !this.#open) return;
    this.#sending = true;
    try {
      await this.ports.exclusive(() => this.#sendAll());
    } finally {
      this.#sending = false;
    }
    // What came in between the last look and the end of the turn.
    if (this.#open && this.#next()) await this.#drain();
  }

  #next(): Change | undefined {
    const now = this.ports.now();
    const sendable = this.#state.changes.filter(({ due, refusal }) => !refusal && due <= now);
    // One that the server may have done already stays ahead of what another tab made before it.
    return sendable.find(({ tried }) => tried > 0) ?? sendable[0];
  }

  async #sendAll(): Promise<void> {
    await this.reload();
    for (let failures = 0; this.#open; await this.reload()) {
      const next = this.#next();
      if (!next) return;
      failures = (await this.#deliver(next)) ? 0 : failures + 1;
      if (failures > 0) await this.#pause(RETRY_MS[Math.min(failures, RETRY_MS.length) - 1] ?? 0);
    }
  }

  /** Whether there was an answer, be it a refusal. */
  async #deliver({ key }: Change): Promise<boolean> {
    const count: Next = (one) => (one.refusal ? undefined : { ...one, tried: one.tried + 1 });
    const change = await this.#exchange(key, count);
    // Taken back, or seen to in another tab.
    if (!change) return true;
    try {
      const answer = await this.ports.send(change, this.#isLate(change));
      await this.#forget(key, () => this.ports.settled(change, answer));
    } catch (error) {
      if (!isFinal(error)) {
        if (error instanceof Unreachable && error.stayed) await this.#countStayed(key);
        this.#set({ unreachable: true, failure: failureOf(error) });
        return false;
      }
      await this.#refuse(change, refusalOf(error));
    }
    this.#set({ unreachable: false, failure: undefined });
    return true;
  }

  /** Made before now: what was made after it must not come to lie before it. */
  #isLate({ key, tried, at }: Change): boolean {
    const followed = this.#state.changes.some((other) => other.key !== key && other.at >= at);
    return tried > 1 || followed || this.ports.now() - at > JUST_NOW_MS;
  }

  /** It can still be taken back. */
  async #countStayed(key: string): Promise<void> {
    const count: Next = (one) => ({ ...one, stayed: (one.stayed ?? 0) + 1 });
    const change = await this.#exchange(key, count);
    if (change) this.#show([...this.#without(key), change]);
  }

  /** In a browser that stores nothing, what is in memory counts. */
  async #exchange(key: string, next: Next): Promise<Change | undefined> {
    const stored = await this.ports.storage.exchange(key, next).catch(() => undefined);
    const here = this.#unstored.get(key);
    if (stored || !here) return stored;
    const made = next(here);
    if (made) this.#unstored.set(key, made);
    return made ?? (made === null ? here : undefined);
  }

  /** With it go those that can't be done without what it was to make. */
  async #refuse(change: Change, refusal: Refusal): Promise<void> {
    const missing = new Set([madeBy(change)]);
    await this.#keep(change.key, refusal);
    for (const later of this.#state.changes) {
      if (later.refusal || !needs(later).some((id) => missing.has(id))) continue;
      missing.add(madeBy(later));
      await this.#keep(later.key, NEVER_MADE);
    }
    this.ports.changed();
  }

  async #keep(key: string, refusal: Refusal): Promise<void> {
    const refused = await this.#exchange(key, (change) => ({ ...change, refusal }));
    // Taken back meanwhile.
    if (!refused) return;
    this.#show([...this.#without(key), refused]);
    this.ports.refused(refused);
  }

  async #forget(key: string, then: () => void = () => undefined): Promise<void> {
    await this.ports.storage.remove(key).catch(() => undefined);
    then();
    this.drop(key);
  }

  #pause(ms: number): Promise<void> {
    return new Promise((resolve) => {
      const wake = (): void => {
        cancel();
        this.#wake = null;
        resolve();
      };
      const cancel = this.ports.after(ms, wake);
      this.#wake = wake;
    });
  }

  #waitForDue(): void {
    this.#cancelDue();
    const now = this.ports.now();
    const times = this.#state.changes.filter(({ refusal }) => !refusal).map(({ due }) => due);
    const soonest = Math.min(...times.filter((due) => due > now));
    if (soonest < Number.POSITIVE_INFINITY) {
      this.#cancelDue = this.ports.after(soonest - now, this.retry);
    }
  }

  #show(changes: Change[]): void {
    this.#set({ changes: inOrder(changes) });
    this.#waitForDue();
  }

  #set(part: Partial<State>): void {
    this.#state = { ...this.#state, ...part };
    for (const listener of this.#listeners) listener();
  }
}

/** Whether it is not worth sending again: there was an answer, and not one that says “later”. */
function isFinal(error: unknown): boolean {
  const later = error instanceof Refused && (error.status === 429 || isSignedOut(error));
  return !(error instanceof Unreachable || isAborted(error) || later);
}

/** A request that hung for too long. */
const isAborted = (error: unknown): boolean =>
  error instanceof DOMException && ["TimeoutError", "AbortError"].includes(error.name);

/** What is no answer of the server's is our own mistake: it must not hold up what comes after. */
function refusalOf(error: unknown): Refusal {
  if (!(error instanceof Refused)) return { status: 0, code: "failed", message: String(error) };
  const { status, code, message, details, requestId } = error;
  return { status, code, message, details, requestId };
}
