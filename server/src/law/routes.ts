import { operations } from '@commonweal/contract';
import type { FastifyInstance } from 'fastify';
import { route } from '../platform/http/index.ts';
import type { Platform } from '../platform/platform.ts';
import { presentDefinition, presentGaps, presentInShort, presentJurisdiction } from './present.ts';
import { jurisdictionOf, registry } from './registry.ts';

/** Serves the law registry to whoever works on a desk. */
export function registerLaw(app: FastifyInstance, { clock }: Pick<Platform, 'clock'>): void {
  const today = () => clock.now().toISOString().slice(0, 10);

  route(app, operations.listJurisdictions, ({ query: { on = today() } }) =>
    Promise.resolve({
      on,
      data: [...registry().values()].map((each) => presentInShort(each, on)),
    }),
  );

  route(app, operations.readJurisdiction, ({ params, query: { on = today() } }) =>
    Promise.resolve(presentJurisdiction(jurisdictionOf(params.jurisdiction), on)),
  );

  route(app, operations.readGapReport, ({ params, query: { on = today() } }) =>
    Promise.resolve(presentGaps(registry(), jurisdictionOf(params.jurisdiction), on)),
  );

  route(app, operations.listDefinitions, () =>
    Promise.resolve({ data: [...registry().values()].map(presentDefinition) }),
  );
}
