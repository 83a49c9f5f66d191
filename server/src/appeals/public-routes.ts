import type { AppealFormPage, AppealProblem, AppealReceivedPage } from '@commonweal/contract/pages';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import {
  appealForm,
  canAppeal,
  chooseLocale,
  keyOf,
  noticeFrame,
  noticePath,
  openNotice,
  publicPage,
  referenceOf,
  showNotice,
  withLanguage,
  type Answer,
  type NoticeKey,
  type OpenNotice,
} from '../notices/index.ts';
import { MINUTE } from '../platform/clock.ts';
import type { Trx } from '../platform/database/index.ts';
import { ProblemError } from '../platform/http/index.ts';
import type { Platform } from '../platform/platform.ts';
import type { Pages } from '../platform/web/index.ts';
import { readForm, type SentAppeal } from './read-form.ts';
import { appealsOfNotice } from './store.ts';
import { submitAppeal } from './submit-appeal.ts';

const url = '/n/:token/appeal';
/** The longest text in the longest encoding is well below it, so that too much is given back, not lost. */
const bodyLimit = 512 * 1024;
const window = 10 * MINUTE;

/** The appeal of whoever holds a notice: no account, no script, no cookie. */
export function publicAppealRoutes(app: FastifyInstance, platform: Platform, pages: Pages): void {
  const { database } = platform;
  // Asked in the handler, and not before the body is read: what was written is given back.
  const perAddress = app.createRateLimit({ max: 20, timeWindow: window });
  const perNotice = app.createRateLimit({
    max: 10,
    timeWindow: window,
    keyGenerator: (request) => `notice ${tokenOf(request)}`,
  });

  publicPage(
    app,
    platform,
    pages,
    { method: 'GET', url, personal: true, perMinute: 240 },
    (request) => {
      const key = keyOf(platform, tokenOf(request));
      return database.inDesk(
        key.deskId,
        async (trx): Promise<Answer> => {
          const notice = await openNotice(platform, trx, key);
          const state = canAppeal(notice, platform.clock.now());
          if (state === 'possible') return formPage(trx, request, notice, null, []);
          if (notice.appeal?.state === 'open') return receivedPage(trx, request, notice);
          return { redirect: `${noticePath(platform.secrets, key)}#appeal` };
        },
        { readOnly: true },
      );
    },
  );

  publicPage(
    app,
    platform,
    pages,
    { method: 'POST', url, personal: true, perMinute: 240, bodyLimit },
    async (request) => {
      const key = keyOf(platform, tokenOf(request));
      const sent = readForm(request.body);
      const limits = [await perAddress(request), await perNotice(request)];
      if (limits.some((limit) => 'isExceeded' in limit && limit.isExceeded))
        return giveBack(request, key, sent, [{ field: 'form', code: 'too_many' }], 429);
      try {
        return await receive(request, key, sent);
      } catch (error) {
        if (error instanceof ProblemError && error.status < 500) throw error;
        platform.log.error({ err: error, requestId: request.id }, 'an appeal could not be stored');
        return giveBack(request, key, sent, [{ field: 'form', code: 'not_saved' }], 500);
      }
    },
  );

  /** Stores the appeal and sends its sender to the notice, or says on the page why not. */
  function receive(request: FastifyRequest, key: NoticeKey, sent: SentAppeal): Promise<Answer> {
    return database.inDesk(key.deskId, async (trx): Promise<Answer> => {
      const notice = await openNotice(platform, trx, key, { lock: true });
      const possible = canAppeal(notice, platform.clock.now()) === 'possible';
      if (possible && sent.problems.length > 0)
        return { ...(await formPage(trx, request, notice, sent, sent.problems)), status: 422 };
      const taken = await submitAppeal(platform, trx, notice, sent);
      if (typeof taken === 'string')
        return {
          page: await showNotice(platform, trx, request, notice),
          status: taken === 'too_late' ? 410 : 409,
        };
      const path = `${noticePath(platform.secrets, key)}?sent=1`;
      return { redirect: `${path}&lang=${taken.language}#appeal` };
    });
  }

  function giveBack(
    request: FastifyRequest,
    key: NoticeKey,
    sent: SentAppeal,
    problems: readonly AppealProblem[],
    status: number,
  ): Promise<Answer> {
    return database.inDesk(
      key.deskId,
      async (trx) => {
        const notice = await openNotice(platform, trx, key);
        return { ...(await formPage(trx, request, notice, sent, problems)), status };
      },
      { readOnly: true },
    );
  }

  async function formPage(
    trx: Trx,
    request: FastifyRequest,
    notice: OpenNotice,
    sent: SentAppeal | null,
    problems: readonly AppealProblem[],
  ): Promise<{ page: AppealFormPage }> {
    const path = noticePath(platform.secrets, notice.key);
    const form = appealForm(notice, path);
    // The language of the form that was sent is the language of the answer.
    const asking = sent ? { headers: request.headers, query: { lang: sent.language } } : request;
    return {
      page: {
        ...(await noticeFrame(trx, asking, notice, `${path}/appeal`)),
        page: 'appeal_form',
        reference: referenceOf(notice.row.notice_id),
        notice_href: withLanguage(path, chooseLocale(asking, [])),
        // The same key as before: however often it is sent again, it is one appeal.
        form: { ...form, idempotency_key: sent?.submissionKey || form.idempotency_key },
        values: { text: sent?.text ?? '', contact: sent?.contact ?? '' },
        problems,
      },
    };
  }

  async function receivedPage(
    trx: Trx,
    request: FastifyRequest,
    notice: OpenNotice,
  ): Promise<{ page: AppealReceivedPage }> {
    const path = noticePath(platform.secrets, notice.key);
    const appeals = await appealsOfNotice(trx, notice.key.deskId, notice.key.noticeId);
    const open = appeals.find((appeal) => appeal.state === 'open');
    return {
      page: {
        ...(await noticeFrame(trx, request, notice, `${path}/appeal`)),
        page: 'appeal_received',
        reference: referenceOf(notice.row.notice_id),
        notice_href: withLanguage(path, chooseLocale(request, [])),
        received_at: notice.appeal?.received_at ?? platform.clock.now().toISOString(),
        text: { text: open?.body ?? '', lang: null },
      },
    };
  }
}

function tokenOf(request: FastifyRequest): string | undefined {
  return (request.params as { token?: string }).token;
}
