import type { NoticePage, PublicFrame } from '@commonweal/contract/pages';
import type { FastifyRequest } from 'fastify';
import { readDesk } from '../desks/index.ts';
import { receiptFor } from '../ledger/index.ts';
import type { Trx } from '../platform/database/index.ts';
import type { Platform } from '../platform/platform.ts';
import { chooseLocale } from './language.ts';
import { noticePath } from './notice-token.ts';
import type { OpenNotice } from './open-notice.ts';
import { presentNotice } from './present-notice.ts';
import { frameOf } from './public-page.ts';

type Asking = Pick<FastifyRequest, 'query' | 'headers'>;

/** The page of a notice as it stands now, in the reader's language. */
export async function showNotice(
  platform: Platform,
  trx: Trx,
  request: Asking,
  notice: OpenNotice,
): Promise<NoticePage> {
  const path = noticePath(platform.secrets, notice.key);
  const frame = await noticeFrame(trx, request, notice, path);
  const receipt = await receiptOf(platform, trx, notice);
  return presentNotice({ notice, frame, path, receipt, now: platform.clock.now() });
}

/**
 * The frame of a page that belongs to a notice. The language: asked for, the browser's, the
 * person's own, the desk's.
 */
export async function noticeFrame(
  trx: Trx,
  request: Asking,
  { key, row }: OpenNotice,
  path: string,
): Promise<PublicFrame> {
  const desk = await readDesk(trx, key.deskId);
  return frameOf({ desk, locale: chooseLocale(request, [row.language, desk.language]), path });
}

/**
 * The proof that the decision of a notice was recorded, for whoever holds the notice.
 * @returns null while there is no decision to tell
 */
export async function receiptOf(platform: Platform, trx: Trx, { key, decision }: OpenNotice) {
  if (decision === null) return null;
  return receiptFor(platform, trx, key.deskId, decision.ledger_entry_id);
}
