/// <reference types="node" />
import { expect, test } from "vitest";
import type { TimeEntry } from "../api/types";
import { type Change, type Doing, orderAfter } from "./changes";
import { Clock, randomFrom, Server, Shared, Tab, type Weather } from "./model";
import { Outbox } from "./outbox";
import { entryOf, runningOf, type World } from "./world";

const RUNS = Number(process.env.RUNS ?? 1_500);
const SEED = Number(process.env.SEED ?? Date.now() % 1_000_000);
const STEPS = 24;

const iso = (ms: number): string => new Date(ms).toISOString();

function entry(id: string, startedAt: number, stoppedAt: number | null, note = ""): TimeEntry {
  const seconds = stoppedAt === null ? null : Math.floor((stoppedAt - startedAt) / 1000);
  return {
    id,
    personId: "",
    projectId: "p",
    categoryId: "c",
    tags: [],
    startedAt: iso(startedAt),
    stoppedAt: stoppedAt === null ? null : iso(stoppedAt),
    durationSeconds: seconds,
    createdAt: iso(startedAt),
    updatedAt: iso(startedAt),
    ...(note ? { note } : {}),
  };
}

/** One run: some tabs, a bad network, a person who does things in any of them. */
class Run {
  readonly clock = new Clock();
  readonly server = new Server();
  readonly tabs: Tab[] = [];
  /** What the person was told is done, or is on its way. */
  readonly made: Change[] = [];
  readonly taken = new Set<string>();
  readonly refused = new Set<string>();
  /** Done at the very moment of a crash: stored or not, both are right. */
  readonly perhaps = new Set<string>();
  readonly weather: Weather;
  readonly shared: Shared;
  /** A tab that dies with an answer takes it along: the others learn of it when they ask again. */
  crashed = false;
  #count = 0;

  constructor(private readonly random: () => number) {
    const bad = random();
    this.weather = {
      lostRequest: bad * 0.6,
      lostAnswer: bad * 0.4,
      latency: () => Math.floor(random() * 900),
    };
    // Of storage too it is not known how long it takes.
    this.shared = new Shared(() =>
      random() < 0.5 ? Promise.resolve() : this.clock.sleep(random() * 20),
    );
  }

  open(): Tab {
    const { tabs, server, shared, clock, weather, random } = this;
    const tab = new Tab(tabs, server, shared, clock, weather, random);
    void tab.outbox.reload().then(() => tab.alive && tab.outbox.open());
    return tab;
  }

  pick<T>(from: readonly T[]): T | undefined {
    return from[Math.floor(this.random() * from.length)];
  }

  do(tab: Tab, doing: Doing, wait = 0): void {
    this.#count += 1;
    const order = orderAfter(tab.outbox.getState().changes, this.clock.now);
    const at = this.clock.now;
    const due = wait > 0 ? at + wait : 0;
    const change: Change = { ...doing, key: `k${this.#count}`, at, order, due, tried: 0 };
    this.made.push(change);
    void tab.outbox.add(change);
  }

  async step(): Promise<void> {
    const chance = this.random();
    const tab = this.pick(this.tabs) ?? this.open();
    if (chance < 0.07 && this.tabs.length > 0) this.crash(tab);
    else if (chance < 0.14 && this.tabs.length < 3) this.open();
    else if (chance < 0.2) tab.outbox.retry();
    else this.act(tab);
    // Two things may be done at the very same moment.
    if (this.random() < 0.8) await this.clock.run(Math.floor(this.random() ** 3 * 30_000));
  }

  crash(tab: Tab): void {
    for (const { key } of tab.outbox.getState().changes) {
      if (!this.shared.kept.has(key)) this.perhaps.add(key);
    }
    tab.kill();
    this.crashed = true;
    for (const change of tab.refused) this.refused.add(change.key);
  }

  act(tab: Tab): void {
    const { shown } = tab;
    this.#count += 1;
    const id = `e${this.#count}`;
    const one = this.pick(shown.entries);
    const running = runningOf(shown);
    const acts: (() => void)[] = [
      () => this.do(tab, { kind: "start", entry: entry(id, this.clock.now, null), since: false }),
      () => running && this.do(tab, { kind: "stop", id: running.id, stop: iso(this.clock.now) }),
      () => one && this.note(tab, shown, one.id),
      () => one && this.do(tab, { kind: "remove", entry: one }, 10_000),
      () => one && this.split(tab, one),
      () => void this.undo(tab),
      () => this.past(tab, id),
    ];
    this.pick(acts)?.();
  }

  note(tab: Tab, shown: World, id: string): void {
    const was = { note: entryOf(shown, id)?.note };
    const fields = { note: `n${this.#count}` };
    this.do(tab, { kind: "update", id, fields, was });
  }

  split(tab: Tab, { id, startedAt, stoppedAt }: TimeEntry): void {
    const from = Date.parse(startedAt);
    const to = stoppedAt === null ? this.clock.now : Date.parse(stoppedAt);
    if (to - from < 2) return;
    const point = iso(Math.floor((from + to) / 2));
    this.do(tab, { kind: "split", id, point, half: `h${this.#count}` });
  }

  past(tab: Tab, id: string): void {
    const from = this.clock.now - Math.floor(this.random() * 100) * 3_600_000;
    this.do(tab, { kind: "create", entry: entry(id, from, from + 600_000) });
  }

  async undo(tab: Tab): Promise<void> {
    const waiting = tab.outbox.getState().changes.filter(({ refusal }) => !refusal);
    const change = this.pick(waiting);
    if (change && (await tab.outbox.takeBack(change.key))) this.taken.add(change.key);
  }

  /** The network is well again, and there is time: everything has to come to rest. */
  async rest(): Promise<void> {
    Object.assign(this.weather, { lostRequest: 0, lostAnswer: 0 });
    if (this.tabs.length === 0) this.open();
    // Somebody looks at it, as at what a tab left behind that died before it could tell.
    for (const tab of this.tabs) tab.outbox.retry();
    await this.clock.run(120_000);
    if (this.crashed) for (const tab of this.tabs) tab.server = this.server.world;
    for (const tab of this.tabs) for (const { key } of tab.refused) this.refused.add(key);
    for (const { key, refusal } of this.shared.kept.values()) if (refusal) this.refused.add(key);
  }
}

const plain = ({ entries }: World) =>
  entries.map(({ id, startedAt, stoppedAt, note }) => ({ id, startedAt, stoppedAt, note }));

const left = (run: Run): string[] =>
  [...run.shared.kept.values()].filter(({ refusal }) => !refusal).map(({ key }) => key);

async function runOnce(seed: number): Promise<Run> {
  const run = new Run(randomFrom(seed));
  for (let step = 0; step < STEPS; step += 1) await run.step();
  await run.rest();
  return run;
}

test(`whatever happens, nothing is lost, and all show what the server has (seed ${SEED})`, async () => {
  for (let index = 0; index < RUNS; index += 1) {
    const seed = SEED + index;
    const run = await runOnce(seed);
    const say = `SEED=${seed} RUNS=1`;
    expect(left(run), `${say}: all is sent`).toEqual([]);
    const done = new Set(run.server.done);
    for (const { key } of run.made) {
      const fates = [done.has(key), run.taken.has(key), run.refused.has(key)];
      const count = fates.filter(Boolean).length;
      const fits = count === 1 || (count === 0 && run.perhaps.has(key));
      expect(fits, `${say}: ${key} has one fate, not ${fates}`).toBe(true);
    }
    for (const tab of run.tabs) {
      expect(plain(tab.shown), `${say}: a tab shows what is so`).toEqual(plain(run.server.world));
    }
    expect(run.server.world.entries.filter(({ stoppedAt }) => !stoppedAt).length).toBeLessThan(2);
  }
}, 120_000);

test("what was made before something else is sent with its moment, or it would come to lie after it", async () => {
  const late: [string, boolean][] = [];
  const ignore = () => undefined;
  const outbox = new Outbox({
    storage: new Shared(() => Promise.resolve()),
    exclusive: (work) => work(),
    send: async ({ key }, isLate) => {
      late.push([key, isLate]);
      return null;
    },
    now: () => 1_300,
    after: () => ignore,
    settled: ignore,
    refused: ignore,
    changed: ignore,
  });
  for (const [index, key] of ["one", "two", "three"].entries()) {
    const at = 1_000 + index * 100;
    const start: Doing = { kind: "start", entry: entry(key, at, null), since: false };
    await outbox.add({ ...start, key, at, order: at, due: 0, tried: 0 });
  }
  outbox.open();
  await expect
    .poll(() => late)
    .toEqual([
      ["one", true],
      ["two", true],
      ["three", false],
    ]);
});
