import { later, type Clock } from '../platform/clock.ts';

/** A clock that tests turn forward; it runs with the real one in between. */
export interface TestClock extends Clock {
  advance(milliseconds: number): void;
}

export function createTestClock(): TestClock {
  let offset = 0;
  return {
    now: () => later(new Date(), offset),
    advance: (milliseconds) => {
      offset += milliseconds;
    },
  };
}
