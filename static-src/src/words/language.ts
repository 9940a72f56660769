/** Which language the page speaks: the one that was chosen, or else what the browser asks for. Pure. */

/** Each by its own name, which is the same in all of them. */
export const LANGUAGES = { en: "English", de: "Deutsch" } as const;

export type Language = keyof typeof LANGUAGES;
export type LanguageChoice = "system" | Language;

export const LANGUAGE_CHOICES = ["system", "en", "de"] as const satisfies LanguageChoice[];

/** Where `store/preferences.ts` keeps what was chosen; words come before everything else. */
export const PREFERENCES = "clockwork.preferences";

const isLanguage = (value: unknown): value is Language =>
  typeof value === "string" && Object.hasOwn(LANGUAGES, value);

const languageOf = (tag: string): string => tag.split("-")[0]?.toLowerCase() ?? "";

function chosen(preferences: string | null): unknown {
  try {
    return JSON.parse(preferences ?? "{}")?.language;
  } catch {
    return undefined;
  }
}

/** `preferences` as they are stored, `wishes` in the order of the browser's `languages`. */
export function languageFor(preferences: string | null, wishes: readonly string[]): Language {
  const choice = chosen(preferences);
  if (isLanguage(choice)) return choice;
  return wishes.map(languageOf).find(isLanguage) ?? "en";
}

/**
 * The tag that dates and numbers are written by: the language with the region of a wish for it, or
 * else of the first wish, so that English in Germany has 24 hours.
 */
export function localeFor(language: string, wishes: readonly string[]): string {
  const wish = wishes.find((tag) => languageOf(tag) === language);
  if (wish) return wish;
  const region = wishes[0] && new Intl.Locale(wishes[0]).region;
  return region ? `${language}-${region}` : language;
}
