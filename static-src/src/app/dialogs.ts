/** Which of the page's own dialogs is open. */

import { create } from "zustand";
import { keepFocus } from "../ui/actions";

export type DialogName = "palette" | "help" | "waiting" | "conflict";

export const useDialog = create<{ open: DialogName | null; about: string }>(() => ({
  open: null,
  about: "",
}));

/** `about`: the key of the change that it is about. */
export function openDialog(open: DialogName, about = ""): void {
  keepFocus(document.activeElement);
  useDialog.setState({ open, about });
}

export function closeDialog(): void {
  useDialog.setState({ open: null });
}
