/**
 * The one zone that days and times are shown in: the person's own, as the server keeps it, or else
 * that of this browser's clock. The preference only remembers which, for all that is drawn.
 */

import type { Person } from "../api/session";
import { isZone } from "../time/zone";
import { getPreferences, setPreferences } from "./preferences";

/** What an account has until somebody chooses; who wants that zone gets it as `Etc/UTC`. */
export const UNCHOSEN = "UTC";

/** Takes over what a person has chosen, on whatever device. */
export function followZone({ zone: chosen }: Person): void {
  const zone = chosen !== UNCHOSEN && isZone(chosen) ? chosen : "system";
  if (getPreferences().zone !== zone) setPreferences({ zone });
}
