import { usePreferences } from "../store/preferences";
import { formatDuration } from "../time/duration";
import { formatDecimal } from "../time/format";

/** Writes seconds as `1:30`, or as decimal hours when the person prefers them. */
export function useHours(): (seconds: number) => string {
  const { decimal } = usePreferences();
  return decimal ? formatDecimal : formatDuration;
}
