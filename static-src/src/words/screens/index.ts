/**
 * What the screens loaded on demand say, in the language of the rest; like `../index.ts`, held until
 * it is there. Nothing of the first load may import it.
 */

import { words } from "..";
import { en, type ScreenWords } from "./en";

const german = (): Promise<ScreenWords> =>
  import("./de").then(
    ({ de }) => de,
    () => en,
  );

export const screenWords: ScreenWords = words.language === "de" ? await german() : en;
