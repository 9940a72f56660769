/** The list of time zones, by part of the world. Pure. */

export interface ZoneGroup {
  area: string;
  zones: { value: string; label: string }[];
}

const OTHER = "UTC";

/** Browsers list some places under the name they had; the server knows both. */
const PRESENT: Record<string, string> = {
  "America/Buenos_Aires": "America/Argentina/Buenos_Aires",
  "America/Godthab": "America/Nuuk",
  "Asia/Calcutta": "Asia/Kolkata",
  "Asia/Katmandu": "Asia/Kathmandu",
  "Asia/Rangoon": "Asia/Yangon",
  "Asia/Saigon": "Asia/Ho_Chi_Minh",
  "Europe/Kiev": "Europe/Kyiv",
};

/** Groups IANA names by their first part; `chosen` is there even if the browser doesn't list it. */
export function zoneGroups(names: readonly string[], chosen: string): ZoneGroup[] {
  const all = new Set([
    ...names.map((name) => PRESENT[name] ?? name),
    "UTC",
    ...(chosen === "system" ? [] : [chosen]),
  ]);
  const groups = new Map<string, ZoneGroup>();
  for (const value of [...all].sort()) {
    const slash = value.indexOf("/");
    const area = slash < 0 ? OTHER : value.slice(0, slash);
    const group = groups.get(area) ?? { area, zones: [] };
    group.zones.push({ value, label: labelOf(value, slash) });
    groups.set(area, group);
  }
  return [...groups.values()];
}

/** `America/Argentina/San_Juan` reads `Argentina: San Juan` in its group. */
const labelOf = (value: string, slash: number): string =>
  value
    .slice(slash + 1)
    .replaceAll("/", ": ")
    .replaceAll("_", " ");
