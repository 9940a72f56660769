/** Times of day as people type them. */

const HALF = String.raw`\s*(?:([ap])\.?\s*(?:m\.?)?)?`;
const TIME = new RegExp(String.raw`^(\d{1,2})(?:[:.h](\d{2}))?(?::(\d{2}))?${HALF}$`);
const COMPACT = new RegExp(String.raw`^(\d{1,2})(\d{2})${HALF}$`);

/**
 * Seconds since local midnight from `9`, `9:15`, `9:15:30`, `0915`, `9.15`, `9pm`, `9:15 am` or
 * `24:00` (the day's end); null when the text is no time of day.
 */
export function parseTimeOfDay(text: string): number | null {
  const typed = text.trim().toLowerCase();
  const compact = COMPACT.exec(typed);
  if (compact) return seconds(compact[1], compact[2], undefined, compact[3]);
  const match = TIME.exec(typed);
  return match ? seconds(match[1], match[2], match[3], match[4]) : null;
}

function seconds(h = "0", m = "0", s = "0", half?: string): number | null {
  const minute = Number(m);
  const second = Number(s);
  const hour = half ? twelveHour(Number(h), half) : Number(h);
  if (hour === null || minute > 59 || second > 59) return null;
  const total = (hour * 60 + minute) * 60 + second;
  return total <= 86_400 ? total : null;
}

function twelveHour(hour: number, half: string): number | null {
  if (hour < 1 || hour > 12) return null;
  return (hour % 12) + (half === "p" ? 12 : 0);
}
