/**
 * The catalogue in use, there before any module that takes words from it runs: the `await` holds the
 * page's first file at this place. English is part of that file; another language is one of its own.
 */

import { en, type Words } from "./en";
import { languageFor, PREFERENCES } from "./language";

const language = languageFor(
  globalThis.localStorage?.getItem(PREFERENCES) ?? null,
  globalThis.navigator?.languages ?? [],
);

/** In English when the other can't be loaded: better than nothing. */
async function load(): Promise<Words> {
  if (language === "en") return en;
  return import("./de").then(
    ({ de }) => de,
    () => en,
  );
}

export type { Words };
export const words: Words = await load();
