/** Which of the page's own dialogs is open. */

import { create } from "zustand";
import { keepFocus } from "../ui/actions";

export type DialogName = "palette" | "help" | "waiting";

export const useDialog = create<{ open: DialogName | null }>(() => ({ open: null }));

export function openDialog(open: DialogName): void {
  keepFocus(document.activeElement);
  useDialog.setState({ open });
}

export function closeDialog(): void {
  useDialog.setState({ open: null });
}
