import type { ReportState } from "./address";

export interface PersonSlotProps {
  state: ReportState;
  change(part: Partial<ReportState>): void;
}

/** The place in the filters for choosing whose time is shown; one person has nobody to choose. */
export function PersonSlot(_: PersonSlotProps) {
  return null;
}
