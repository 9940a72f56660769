/** From one part of the timer to another; what is open for editing is saved first, or stays. */

import { navigate } from "wouter/use-browser-location";
import type { DateKey } from "../time/dates";
import { dayAnchor } from "./days";
import { leaveThen } from "./opening";
import { addressOf, type Target } from "./sought";

const go = (address: string): void => void leaveThen(() => navigate(address));

export const goTo = (target: Target): void => go(addressOf(target));

export const goToToday = (): void => go("/");

/** Brings a day of the list that is shown to the top, with the focus; false when it has none. */
export function showDay(date: DateKey): boolean {
  const day = document.getElementById(dayAnchor(date));
  if (!day) return false;
  day.scrollIntoView({ block: "start" });
  const first = day.querySelector<HTMLElement>(".entry-main");
  const add = day.querySelector<HTMLElement>(".day-head > button");
  // Far away neither is drawn yet.
  (first ?? add ?? day).focus({ preventScroll: true });
  return true;
}
