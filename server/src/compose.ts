import { operations } from '@commonweal/contract';
import type { FastifyInstance } from 'fastify';
import { registerAppeals } from './appeals/index.ts';
import { casesOfItems, registerCases } from './cases/index.ts';
import { decisionsOfCase, registerDecisions } from './decisions/index.ts';
import { designationJobs, registerDesignations } from './designations/index.ts';
import { createIdentify, registerDesks } from './desks/index.ts';
import { registerIntake } from './intake/index.ts';
import { createJudge } from './judge-items.ts';
import { registerLedger } from './ledger/index.ts';
import { matchingJobs, refreshMatcher, registerMatching } from './matching/index.ts';
import { registerLaw } from './law/index.ts';
import { measuresOf, registerMeasures } from './measures/index.ts';
import { noticeUrl, noticeUrls, openReporterNotice, registerNotices } from './notices/index.ts';
import { createApp, serveDocs } from './platform/http/index.ts';
import type { Platform } from './platform/platform.ts';
import { registerOperations } from './platform/telemetry/operations.ts';
import { loadPages, serveConsole, servePageStyle } from './platform/web/index.ts';
import { registerPolicy } from './policy/index.ts';
import { registerTransparency } from './transparency/index.ts';
import { registerTriage } from './triage/index.ts';

/**
 * Wires the house: every room in the order of the flow, and the few things that flow back handed in
 * as functions. Jobs are defined here and started by the caller.
 */
export async function compose(platform: Platform): Promise<FastifyInstance> {
  const pages = await loadPages();
  const app = await createApp(platform, { identify: createIdentify(platform) });
  registerOperations(app, platform);
  registerLedger(app, platform);
  registerDesks(app, platform);
  registerLaw(app, platform);
  registerPolicy(app, platform);
  const afterImport = (deskId: string) => refreshMatcher(platform, deskId);
  registerDesignations(app, platform, afterImport);
  designationJobs(platform, afterImport);
  await registerIntake(app, platform, createJudge(platform), (trx, deskId, report) =>
    openReporterNotice(platform, trx, deskId, report),
  );
  registerMatching(app, platform, casesOfItems);
  matchingJobs(platform);
  registerTriage(app, platform);
  registerCases(app, platform, decisionsOfCase);
  registerDecisions(app, platform, {
    links: async (trx, deskId, decisionIds) => ({
      measureIds: await measuresOf(trx, deskId, decisionIds),
      noticeUrls: await noticeUrls(platform, trx, deskId, decisionIds),
    }),
  });
  registerMeasures(app, platform, {
    noticeUrl: (trx, deskId, decisionId) => noticeUrl(platform, trx, deskId, decisionId),
  });
  registerNotices(app, platform, pages);
  registerAppeals(app, platform, pages);
  registerTransparency(app, platform, pages);
  servePageStyle(app);
  await serveConsole(app);
  serveDocs(app);
  app.get('/api/openapi.json', { schema: { hide: true } }, () => app.swagger());
  await app.ready();
  requireAllOperations(app);
  return app;
}

/** An operation of the contract that no room serves is a mistake found at start, not by a caller. */
function requireAllOperations(app: FastifyInstance): void {
  const missing = Object.entries(operations).filter(
    ([, { method, path }]) => !app.hasRoute({ method, url: path }),
  );
  if (missing.length > 0)
    throw new Error(`No room serves ${missing.map(([name]) => name).join(', ')}.`);
}
