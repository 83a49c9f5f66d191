import type { Trx } from './database/index.ts';

/**
 * What rooms tell one another. A room that tells declares its events here by module augmentation;
 * rooms later in the flow listen. Listeners run inside the teller's transaction: all of it happens or none.
 */
export interface DeskEvents {}

export type EventName = keyof DeskEvents;
export type Listener<N extends EventName> = (trx: Trx, event: DeskEvents[N]) => Promise<void>;

export interface Events {
  on<N extends EventName>(name: N, listener: Listener<N>): void;
  tell<N extends EventName>(trx: Trx, name: N, event: DeskEvents[N]): Promise<void>;
}

/** An empty set of listeners. */
export function createEvents(): Events {
  type AnyListener = (trx: Trx, event: unknown) => Promise<void>;
  const listeners = new Map<PropertyKey, AnyListener[]>();
  return {
    on(name, listener) {
      listeners.set(name, [...(listeners.get(name) ?? []), listener as AnyListener]);
    },
    async tell(trx, name, event) {
      for (const listener of listeners.get(name) ?? []) await listener(trx, event);
    },
  };
}
