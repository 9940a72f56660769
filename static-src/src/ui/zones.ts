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
  UTC: "Etc/UTC",
};

export const presentName = (zone: string): string => PRESENT[zone] ?? zone;

/** `Asia/Ho_Chi_Minh` as one reads it. */
export const readable = (zone: string): string =>
  presentName(zone).replace("Etc/", "").replaceAll("_", " ");

/** Groups IANA names by their first part; `chosen` is there even if the browser doesn't list it. */
export function zoneGroups(names: readonly string[], chosen: string): ZoneGroup[] {
  const all = new Set([
    ...names.map(presentName),
    "Etc/UTC",
    ...(chosen === "system" ? [] : [chosen]),
  ]);
  const groups = new Map<string, ZoneGroup>();
  for (const value of [...all].sort(byArea)) {
    const area = areaOf(value);
    const group = groups.get(area) ?? { area, zones: [] };
    group.zones.push({ value, label: labelOf(value) });
    groups.set(area, group);
  }
  return [...groups.values()];
}

const areaOf = (zone: string): string => /^(?!Etc\/)(.+?)\//.exec(zone)?.[1] ?? OTHER;

const byArea = (one: string, other: string): number =>
  `${areaOf(one)} ${one}` < `${areaOf(other)} ${other}` ? -1 : 1;

/** `America/Argentina/San_Juan` reads `Argentina: San Juan` in its group. */
const labelOf = (zone: string): string =>
  zone
    .slice(zone.indexOf("/") + 1)
    .replaceAll("/", ": ")
    .replaceAll("_", " ");
