/**
 * Notices: what is told to the person affected, and to whoever reported. Owns notice. Promises: no
 * measure takes effect without its notice, in one transaction; a notice goes on saying what was true
 * when it was written, and what happened since; it opens for nobody without its link, names nobody who
 * reported, runs no script, and is gone on its date.
 */
import type { FastifyInstance } from 'fastify';
import type { Platform } from '../platform/platform.ts';
import type { Pages } from '../platform/web/index.ts';
import { handOverDelayed } from './hand-over-delayed.ts';
import { openNotices } from './open-notices.ts';
import { noticeRoutes } from './routes.ts';
import './tables.ts';

export { countNotices, type NoticeCounts } from './count-notices.ts';
export { eraseNotices, noticesDue } from './erase-notices.ts';
export { chooseLocale, type ChosenLocale } from './language.ts';
export { noticePath, referenceOf, type NoticeKey } from './notice-token.ts';
export { noticeUrl, noticeUrls } from './notice-urls.ts';
export { canAppeal, keyOf, openNotice, type OpenNotice } from './open-notice.ts';
export { openReporterNotice } from './open-reporter-notice.ts';
export { appealForm } from './present-notice.ts';
export { frameOf, publicPage, withLanguage, type Answer } from './public-page.ts';
export { noticeFrame, showNotice } from './show-notice.ts';
export { decisionInForce } from './store.ts';
export type { AppealStanding } from './tables.ts';
export { tellAppeal } from './tell-appeal.ts';

/** Hears of decisions and serves the notices' pages. */
export function registerNotices(app: FastifyInstance, platform: Platform, pages: Pages): void {
  platform.events.on('decision.effective', (trx, event) => openNotices(platform, trx, event));
  noticeRoutes(app, platform, pages);
  platform.jobs.every('hand over delayed notices', 30, () => handOverDelayed(platform));
}
