/// <reference types="node" />
/**
 * A world to try the outbox in: a clock that only moves when nothing else can, a network that loses
 * requests and answers, a server with the tracker's rules, and tabs that share one storage. For tests.
 */

import { Refused, Unreachable } from "../api/errors";
import type { TimeEntry } from "../api/types";
import { type Answer, apply, type Change, type Doing, settle } from "./changes";
import { Outbox } from "./outbox";
import { inOrder, type Next, type Storage } from "./storage";
import { EMPTY, endOf, entryOf, runningOf, startOf, type World } from "./world";

/** A small generator of numbers in [0, 1), the same for the same seed. */
export function randomFrom(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

const settled = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));

export class Clock {
  now = Date.parse("2026-11-26T09:00:00Z");
  #timers: { at: number; call: () => void }[] = [];

  after(ms: number, call: () => void): () => void {
    const timer = { at: this.now + ms, call };
    this.#timers.push(timer);
    return () => {
      this.#timers = this.#timers.filter((other) => other !== timer);
    };
  }

  sleep = (ms: number): Promise<void> => new Promise((resolve) => this.after(ms, resolve));

  /** Lets everything happen that is due within so many milliseconds. */
  async run(ms: number): Promise<void> {
    const until = this.now + ms;
    for (;;) {
      await settled();
      const next = this.#timers.sort((a, b) => a.at - b.at)[0];
      if (!next || next.at > until) break;
      this.#timers.shift();
      this.now = Math.max(this.now, next.at);
      next.call();
    }
    this.now = until;
  }
}

/** The tracker's rules, as far as the outbox meets them. */
export class Server {
  world: World = EMPTY;
  /** Keys of what was done, in that order. */
  readonly done: string[] = [];
  readonly #answers = new Map<string, Answer>();

  do(change: Change): Answer {
    const before = this.#answers.get(change.key);
    if (before !== undefined && change.kind !== "update") return before;
    const answer = this.#decide(change);
    this.world = settle(this.world, change, answer);
    if (!this.#answers.has(change.key)) this.done.push(change.key);
    this.#answers.set(change.key, answer);
    return answer;
  }

  #decide(change: Change): Answer {
    if (change.kind === "remove") return null;
    if (change.kind === "stop" && runningOf(this.world)?.id !== change.id) {
      throw new Refused(412, "changed", "");
    }
    if (change.kind === "update") this.#checkUpdate(change);
    if (change.kind === "split") this.#checkSplit(change);
    const next = apply(this.world, change);
    this.#checkOverlap(next);
    return answerOf(next, change);
  }

  #checkUpdate({ id, fields, was }: Change & { kind: "update" }): void {
    const present = entryOf(this.world, id);
    if (!present) throw new Refused(404, "not_found", "");
    const differs = (seen: object) =>
      Object.entries(seen).some(([name, value]) => (present as never)[name] !== value);
    if (differs(fields) && differs(was)) throw new Refused(412, "changed", "");
  }

  #checkSplit({ id, point }: Change & { kind: "split" }): void {
    const entry = entryOf(this.world, id);
    if (!entry) throw new Refused(404, "not_found", "");
    const at = Date.parse(point);
    if (at <= startOf(entry) || at >= endOf(entry, Number.POSITIVE_INFINITY)) {
      throw new Refused(400, "invalid_time", "");
    }
  }

  #checkOverlap({ entries }: World): void {
    const sorted = entries.toReversed();
    const overlap = sorted.some((entry, index) => {
      const next = sorted[index + 1];
      return next && endOf(entry, Number.POSITIVE_INFINITY) > startOf(next);
    });
    if (overlap) throw new Refused(409, "entry_overlap", "");
  }
}

function answerOf(world: World, change: Doing): Answer {
  const entry = (id: string): TimeEntry => entryOf(world, id) as TimeEntry;
  switch (change.kind) {
    case "start":
    case "create":
      return entry(change.entry.id);
    case "stop":
    case "update":
      return entry(change.id);
    case "split":
      return [entry(change.id), entry(change.half)];
    default:
      return null;
  }
}

/** What all tabs of a browser share: slow, but in the order in which it was asked, as IndexedDB is. */
export class Shared implements Storage {
  readonly kept = new Map<string, Change>();
  #turn: Promise<void> = Promise.resolve();
  #before: Promise<void> = Promise.resolve();

  constructor(private readonly pause: () => Promise<void>) {}

  #inTurn<T>(work: () => T): Promise<T> {
    const done = this.#before.then(this.pause).then(work);
    this.#before = done.then(() => undefined);
    return done;
  }

  all = () => this.#inTurn(() => inOrder([...this.kept.values()]));

  put = (change: Change) => this.#inTurn(() => void this.kept.set(change.key, change));

  remove = (key: string) => this.#inTurn(() => void this.kept.delete(key));

  exchange = (key: string, next: Next) =>
    this.#inTurn(() => {
      const found = this.kept.get(key);
      const made = found && next(found);
      if (made === null) this.kept.delete(key);
      else if (made) this.kept.set(key, made);
      return made === undefined ? undefined : (made ?? found);
    });

  /** One at a time; a tab that dies lets go of it. */
  exclusive(work: () => Promise<void>, died: Promise<void>): Promise<void> {
    const mine = this.#turn.then(() => Promise.race([work(), died]));
    this.#turn = mine.catch(() => undefined);
    return mine;
  }
}

export interface Weather {
  /** Chances that a request, or its answer, is lost. */
  lostRequest: number;
  lostAnswer: number;
  latency(): number;
}

export class Tab {
  server: World;
  readonly outbox: Outbox;
  readonly refused: Change[] = [];
  alive = true;
  #die: () => void = () => undefined;

  constructor(
    private readonly all: Tab[],
    private readonly at: Server,
    shared: Shared,
    private readonly clock: Clock,
    private readonly weather: Weather,
    private readonly random: () => number,
  ) {
    this.server = at.world;
    const died = new Promise<void>((resolve) => {
      this.#die = resolve;
    });
    this.outbox = new Outbox({
      storage: shared,
      exclusive: (work) => shared.exclusive(work, died),
      send: (change) => this.#send(change),
      now: () => clock.now,
      after: (ms, call) => clock.after(ms, () => this.alive && call()),
      settled: (change, answer) => this.#learn(change, answer),
      refused: (change) => this.refused.push(change),
      changed: () => this.#tell((tab) => void tab.outbox.reload().then(tab.outbox.retry)),
    });
    all.push(this);
  }

  get shown(): World {
    const waiting = this.outbox.getState().changes.filter(({ refusal }) => !refusal);
    return waiting.reduce<World>(apply, this.server);
  }

  /** As when the browser is killed: nothing more happens here, whatever was under way. */
  kill(): void {
    this.alive = false;
    this.outbox.close();
    this.all.splice(this.all.indexOf(this), 1);
    this.#die();
  }

  #tell(hear: (tab: Tab) => void): void {
    if (!this.alive) return;
    for (const tab of this.all) if (tab !== this) hear(tab);
  }

  #learn(change: Change, answer: Answer): void {
    if (!this.alive) return;
    this.server = settle(this.server, change, answer);
    this.#tell((tab) => {
      tab.server = settle(tab.server, change, answer);
      tab.outbox.drop(change.key);
    });
  }

  async #send(change: Change): Promise<Answer> {
    await this.clock.sleep(this.weather.latency());
    const never = new Promise<Answer>(() => undefined);
    if (!this.alive) return never;
    if (this.random() < this.weather.lostRequest) {
      throw new Unreachable("lost", { stayed: this.random() < 0.5 });
    }
    let answer: Answer;
    try {
      answer = this.at.do(change);
    } finally {
      await this.clock.sleep(this.weather.latency());
    }
    if (!this.alive) return never;
    if (this.random() < this.weather.lostAnswer) throw new Unreachable("lost");
    return answer;
  }
}
