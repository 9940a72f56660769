/** A person's zone is kept by the server; each browser shows days by its own setting. */

import type { Person } from "../api/session";
import { getPreferences, setPreferences } from "../store/preferences";
import { isZone } from "../time/zone";

export const browserZone = (): string => Intl.DateTimeFormat().resolvedOptions().timeZone || "UTC";

/** What an account has until somebody chooses. */
const UNCHOSEN = "UTC";

/** At signing in: a browser without a choice of its own takes over the account's. */
export function followZone({ zone }: Person): void {
  const chosen = zone !== UNCHOSEN && zone !== browserZone() && isZone(zone);
  if (chosen && getPreferences().zone === "system") setPreferences({ zone });
}
