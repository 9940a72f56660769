import { formatDuration } from "../time/duration";
import { words } from "../words";

const minutes = (seconds: number): number => Math.round(seconds / 60);

/** How a day stands against its target, by the minute, as the sum beside it reads. */
export function against(seconds: number, target: number): string {
  const left = 60 * (minutes(target) - minutes(seconds));
  const say = left < 0 ? words.timer.over : words.timer.left;
  return say(formatDuration(Math.abs(left)), formatDuration(target));
}
