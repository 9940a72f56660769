/** What was done since the page was opened, to be undone and done again. */

import { apply, type Change, type Doing, type Origin } from "./changes";
import { type CHANGED, FINAL, inverseOf } from "./inverse";
import { onSessionEnd } from "./session";
import { known } from "./state";
import { onRefused, takeBack } from "./sync";
import type { World } from "./world";

interface Done {
  change: Change;
  /** The world in which it was made. */
  before: World;
}

/** What the person did in one go, such as a project, a category and a timer by one line. */
export interface Step {
  done: Done[];
}

const MOST = 100;
let past: Step[] = [];
let future: Step[] = [];
let open: Step | null = null;
/** While something is undone or done again it is not recorded. */
let replaying = false;

const recorded = new Set<(step: Step) => void>();
export const onRecorded = (listener: (step: Step) => void): void => void recorded.add(listener);

function keep(step: Step): void {
  past = [...past, step].slice(-MOST);
  future = [];
  for (const listener of recorded) listener(step);
}

export function record(change: Change, before: World): void {
  if (replaying) return;
  const done = { change, before };
  if (open) open.done.push(done);
  else keep({ done: [done] });
}

/** What is done in it is undone at once. */
export function together(work: () => void): void {
  open = { done: [] };
  try {
    work();
  } finally {
    const step = open;
    open = null;
    if (step.done.length > 0) keep(step);
  }
}

export const canUndo = (): boolean => past.length > 0;
export const canRedo = (): boolean => future.length > 0;
export const isLatest = (step: Step): boolean => past.at(-1) === step;

type Perform = (doing: Doing, options?: { origin?: Origin }) => Change;

type Obstacle = typeof CHANGED | typeof FINAL;

export type Outcome = { step: Step; obstacle?: Obstacle } | null;

/** A deletion that was not sent yet is simply not done. */
const waits = ({ kind, key }: Change): boolean =>
  kind === "remove" && known.getState().changes.some((one) => one.key === key && one.tried === 0);

function undoOne({ change, before }: Done, perform: Perform): boolean {
  if (waits(change)) {
    void takeBack(change.key);
    return true;
  }
  const inverse = inverseOf(change, before, known.getState().shown);
  if (!Array.isArray(inverse)) return false;
  for (const doing of inverse) perform(doing);
  return true;
}

/** Whether all of it can be undone is known before anything is. */
function obstacleTo({ done }: Step): Obstacle | undefined {
  let world = known.getState().shown;
  for (const { change, before } of done.toReversed()) {
    if (waits(change)) continue;
    const inverse = inverseOf(change, before, world);
    if (!Array.isArray(inverse)) return inverse;
    world = inverse.reduce<World>(apply, world);
  }
  return undefined;
}

/** Known as soon as it is done: then undoing isn't offered. */
export const isFinal = ({ done }: Step): boolean =>
  done.some(({ change, before }) => inverseOf(change, before, before) === FINAL);

function replay(work: () => void): void {
  replaying = true;
  try {
    work();
  } finally {
    replaying = false;
  }
}

export function undo(perform: Perform): Outcome {
  const step = past.at(-1);
  if (!step) return null;
  past = past.slice(0, -1);
  const obstacle = obstacleTo(step);
  if (obstacle) return { step, obstacle };
  future = [...future, step];
  replay(() => {
    for (const done of step.done.toReversed()) undoOne(done, perform);
  });
  return { step };
}

/** Again as it was, at the time at which it was. */
const again = ({ change }: Done): Doing =>
  change.kind === "start" ? { ...change, since: true } : change;

export function redo(perform: Perform): Outcome {
  const step = future.at(-1);
  if (!step) return null;
  future = future.slice(0, -1);
  const next: Step = { done: [] };
  replay(() => {
    for (const done of step.done) {
      const before = known.getState().shown;
      next.done.push({ before, change: perform(bare(again(done))) });
    }
  });
  past = [...past, next];
  return { step: next };
}

/** Without what belonged to the change that it was once. */
function bare(doing: Doing): Doing {
  const { key, at, order, due, tried, origin, refusal, ...rest } = doing as Change;
  return rest as Doing;
}

function clear(): void {
  past = [];
  future = [];
}

function neverDone(key: string): void {
  past = past
    .map(({ done }) => ({ done: done.filter(({ change }) => change.key !== key) }))
    .filter(({ done }) => done.length > 0);
}

/** Gives up a change that never left; false when it is too late for that. */
export async function withdraw(key: string): Promise<boolean> {
  const taken = await takeBack(key);
  if (taken) neverDone(key);
  return taken;
}

export function followHistory(): void {
  onRefused(({ key }) => neverDone(key));
  onSessionEnd(clear);
}
