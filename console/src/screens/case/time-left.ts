/** How a hold stands. `over`: it has run out, whoever held it. */
export interface TimeLeft {
  minutes: number;
  seconds: number;
  state: 'calm' | 'soon' | 'over';
}

/** Milliseconds before its end at which a hold is worth mentioning. */
const soon = 2 * 60_000;

/** What is left of a hold at a moment, in whole minutes and seconds. */
export function timeLeft(until: string, now: number): TimeLeft {
  const left = Math.max(0, Math.ceil((Date.parse(until) - now) / 1000));
  return {
    minutes: Math.floor(left / 60),
    seconds: left % 60,
    state: left === 0 ? 'over' : left * 1000 <= soon ? 'soon' : 'calm',
  };
}

/**
 * Whether to extend a hold now: a third of it is gone, and the person did something on this screen
 * within the last two minutes. Somebody who went away lets it run out.
 */
export function isTimeToExtend(until: string, lastActive: number, now: number): boolean {
  const left = Date.parse(until) - now;
  return left > 0 && left < 10 * 60_000 && now - lastActive < 2 * 60_000;
}
