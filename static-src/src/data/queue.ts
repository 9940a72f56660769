/**
 * Changes on their way to the server. The page shows the server's last word with every pending
 * change applied on top, so rolling one back is forgetting it. They are sent one at a time, in the
 * order they were made, and one that gets no answer is sent again until it does; so is one that
 * finds its person signed out.
 */

import { isSignedOut, Unreachable } from "../api/errors";
import type { World } from "./world";

export interface Change<Answer = unknown> {
  /** Also the Idempotency-Key: sending twice does it once. */
  readonly key: string;
  /** What a person did, for messages: “Your stop at 16:42”. */
  readonly label: string;
  apply(world: World): World;
  /** `late` when an earlier attempt got no answer: then the moment it was made is sent too. */
  send(late: boolean): Promise<Answer>;
  /** What the answer means for what is known. */
  settle(world: World, answer: Answer): World;
  /** Called instead of the common notice when the server refuses. */
  refused?(error: unknown): void;
}

export interface QueueState {
  readonly pending: readonly Change[];
  readonly unreachable: boolean;
}

interface Hooks {
  settled(settle: (world: World) => World): Promise<void>;
  refused(change: Change, error: unknown): void;
}

const RETRY_MS = [1_000, 2_000, 5_000, 10_000, 15_000];

export class ChangeQueue {
  #state: QueueState = { pending: [], unreachable: false };
  #listeners = new Set<() => void>();
  #wake: (() => void) | null = null;
  #sending = false;

  constructor(private readonly hooks: Hooks) {}

  readonly getState = (): QueueState => this.#state;

  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };

  add<Answer>(change: Change<Answer>): void {
    this.#set({ pending: [...this.#state.pending, change as Change] });
    void this.#drain();
  }

  /** Tries again now instead of at the next interval. */
  readonly retry = (): void => this.#wake?.();

  /** Gives up what has not been sent. */
  readonly discard = (): void => {
    this.#set({ pending: [], unreachable: false });
    this.#wake?.();
  };

  async #drain(): Promise<void> {
    if (this.#sending) return;
    this.#sending = true;
    for (let next = this.#state.pending[0]; next; next = this.#state.pending[0]) {
      await this.#deliver(next);
    }
    this.#sending = false;
  }

  async #deliver(change: Change): Promise<void> {
    for (let attempt = 0; this.#state.pending.includes(change); attempt += 1) {
      try {
        const answer = await change.send(attempt > 0);
        await this.hooks.settled((world) => change.settle(world, answer));
        return this.#forget(change);
      } catch (error) {
        if (!(error instanceof Unreachable || isSignedOut(error))) {
          this.#forget(change);
          return change.refused ? change.refused(error) : this.hooks.refused(change, error);
        }
        this.#set({ unreachable: true });
        await this.#pause(RETRY_MS[Math.min(attempt, RETRY_MS.length - 1)] ?? 0);
      }
    }
  }

  #pause(ms: number): Promise<void> {
    return new Promise((resolve) => {
      const timer = setTimeout(resolve, ms);
      this.#wake = () => {
        clearTimeout(timer);
        resolve();
      };
    });
  }

  #forget(change: Change): void {
    const pending = this.#state.pending.filter((other) => other !== change);
    this.#set({ pending, unreachable: false });
  }

  #set(part: Partial<QueueState>): void {
    this.#state = { ...this.#state, ...part };
    for (const listener of this.#listeners) listener();
  }
}
