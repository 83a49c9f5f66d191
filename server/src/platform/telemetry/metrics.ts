import { Counter, Gauge, Histogram, Registry, collectDefaultMetrics } from 'prom-client';

/** Prometheus metrics of this process. Labels never carry a person, an item or a desk. */
export interface Metrics {
  readonly registry: Registry;
  readonly itemsAccepted: Counter<'verdict'>;
  readonly reportsAccepted: Counter;
  readonly decisions: Counter<'measure' | 'outcome'>;
  readonly deliveries: Counter<'result'>;
  readonly requestSeconds: Histogram<'method' | 'route' | 'status'>;
  readonly ledgerSize: Gauge;
}

/** A registry of our own per process, so that tests do not share one. */
export function createMetrics(): Metrics {
  const registry = new Registry();
  collectDefaultMetrics({ register: registry });
  const registers = [registry];
  return {
    registry,
    itemsAccepted: new Counter({
      name: 'commonweal_items_accepted_total',
      help: 'Items durably accepted',
      labelNames: ['verdict'],
      registers,
    }),
    reportsAccepted: new Counter({
      name: 'commonweal_reports_accepted_total',
      help: 'Reports durably accepted',
      registers,
    }),
    decisions: new Counter({
      name: 'commonweal_decisions_total',
      help: 'Decisions recorded',
      labelNames: ['measure', 'outcome'],
      registers,
    }),
    deliveries: new Counter({
      name: 'commonweal_deliveries_total',
      help: 'Delivery attempts',
      labelNames: ['result'],
      registers,
    }),
    requestSeconds: new Histogram({
      name: 'commonweal_request_seconds',
      help: 'Time to answer',
      labelNames: ['method', 'route', 'status'],
      buckets: [0.005, 0.02, 0.1, 0.5, 2],
      registers,
    }),
    ledgerSize: new Gauge({
      name: 'commonweal_ledger_leaves',
      help: 'Leaves in the ledgers this process has grown',
      registers,
    }),
  };
}
