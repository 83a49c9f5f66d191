import { MINUTE, type Clock } from '../platform/clock.ts';

const most = 200;

/**
 * Remembers answers for a minute, so that a page many look at is counted once; who asks while it is
 * being counted waits for the same count. A failed count is not remembered.
 */
export function remember<T>(clock: Clock): (name: string, count: () => Promise<T>) => Promise<T> {
  const known = new Map<string, { until: number; answer: Promise<T> }>();
  return (name, count) => {
    const now = clock.now().getTime();
    const before = known.get(name);
    if (before && before.until > now) return before.answer;
    const answer = count();
    known.delete(name);
    known.set(name, { until: now + MINUTE, answer });
    const [oldest] = known.keys();
    if (known.size > most && oldest !== undefined) known.delete(oldest);
    answer.catch(() => {
      if (known.get(name)?.answer === answer) known.delete(name);
    });
    return answer;
  };
}
