/** Reports kept by name: each a name and an address. Pure. */

export interface Saved {
  name: string;
  /** What follows `/reports?`. */
  address: string;
}

const isSaved = (one: unknown): one is Saved => {
  const { name, address } = (one ?? {}) as Partial<Record<keyof Saved, unknown>>;
  return typeof name === "string" && name !== "" && typeof address === "string";
};

/** What was stored may be another version's, or edited by hand. */
export function parseSaved(text: string | null): Saved[] {
  try {
    const stored: unknown = JSON.parse(text ?? "[]");
    return Array.isArray(stored) ? stored.filter(isSaved) : [];
  } catch {
    return [];
  }
}

/** By name, each name once: one that is kept again replaces the one before. */
export const withSaved = (list: readonly Saved[], { name, address }: Saved): Saved[] =>
  [...withoutSaved(list, name), { name, address }].sort((a, b) =>
    a.name.localeCompare(b.name, undefined, { numeric: true }),
  );

export const withoutSaved = (list: readonly Saved[], name: string): Saved[] =>
  list.filter((one) => one.name !== name);

export const renamed = (list: readonly Saved[], one: Saved, name: string): Saved[] =>
  withSaved(withoutSaved(list, one.name), { ...one, name });
