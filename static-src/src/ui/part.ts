/** Parts of the page that are loaded when they are first drawn. */

import { type ComponentType, type LazyExoticComponent, lazy } from "react";

const AGAIN_MS = 3_000;

/**
 * A part that waits for the network instead of failing without it: what is drawn in its place stays.
 * It fails when the server answers and hasn't got it, which is so after an upgrade.
 */
// biome-ignore lint/suspicious/noExplicitAny: as React's own lazy has it, for props of every kind.
export function part<C extends ComponentType<any>>(
  load: () => Promise<{ default: C }>,
): LazyExoticComponent<C> {
  return lazy(() => load().catch(() => patiently(load)));
}

async function patiently<T>(load: () => Promise<T>): Promise<T> {
  while (!(await answers())) await later();
  return load().catch(async (cause) => {
    if (await answers()) throw cause;
    return patiently(load);
  });
}

const answers = (): Promise<boolean> =>
  fetch("/livez", { cache: "no-store" }).then(
    () => true,
    () => false,
  );

const later = (): Promise<void> =>
  new Promise((resolve) => {
    addEventListener("online", () => resolve(), { once: true });
    setTimeout(resolve, AGAIN_MS);
  });
