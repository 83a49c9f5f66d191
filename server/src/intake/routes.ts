import multipart from '@fastify/multipart';
import { operations } from '@commonweal/contract';
import type { FastifyInstance } from 'fastify';
import { readDesk } from '../desks/index.ts';
import { hookEnd, notFound, problem, readCursor, route, toPage } from '../platform/http/index.ts';
import type { Platform } from '../platform/platform.ts';
import { acceptClear, acceptItems } from './accept-items.ts';
import { findFiles } from './file-store.ts';
import { gatherItems } from './gather-items.ts';
import { readIdempotencyKey } from './idempotency.ts';
import type { Judge } from './judge.ts';
import { judgedItem, prepareItem } from './prepare-item.ts';
import { readLines } from './read-lines.ts';
import { presentAll, readItem } from './read-items.ts';
import { discardFiles, keepFiles, receiveFiles } from './receive-files.ts';
import { reportItem, type TellReporter } from './report-item.ts';
import { retentionOf } from './retention.ts';
import { listItems } from './store.ts';

/** The doors of intake. Each reads: who may, what is read, one verb. */
export async function intakeRoutes<Draft>(
  app: FastifyInstance,
  platform: Platform,
  judge: Judge<Draft>,
  tellReporter: TellReporter,
): Promise<void> {
  const acceptOne = gatherItems(platform, judge);
  const retentionDays = retentionOf(platform, readDesk);
  await app.register(multipart);
  app.addHook('onSend', (request, _reply, _payload, done) => {
    if (request.incomingBlobs === undefined) done();
    else void hookEnd(discardFiles(request), done);
  });
  app.addContentTypeParser('application/x-ndjson', { parseAs: 'buffer' }, (_request, body, done) =>
    done(null, body),
  );

  route(
    app,
    operations.createItem,
    async ({ body, deskId, known, request }) => {
      const idempotent =
        known.kind === 'key'
          ? readIdempotencyKey(
              request.headers['idempotency-key'],
              known.apiKeyId,
              () =>
                JSON.stringify(body) +
                (request.receivedFiles ?? []).map((file) => file.sha256).join(),
            )
          : null;
      const item = prepareItem(
        body,
        request.receivedFiles ?? [],
        platform.clock.now(),
        await retentionDays(deskId),
      );
      await keepFiles(request, deskId);
      const answer = await acceptOne(deskId, item, idempotent);
      platform.metrics.itemsAccepted.inc({ verdict: answer.verdict });
      return answer;
    },
    { readBody: (request) => receiveFiles(platform, request) },
  );

  route(app, operations.createItems, async ({ deskId, request }) => {
    if (!Buffer.isBuffer(request.body))
      throw problem('media-type', 'Send a batch as application/x-ndjson, one JSON object a line.');
    const lines = readLines(request.body);
    const now = platform.clock.now();
    const days = await retentionDays(deskId);
    const prepared = lines.map((line) => {
      if (line.item === null) return { ...line, prepared: null };
      try {
        return { ...line, prepared: prepareItem(line.item, [], now, days) };
      } catch (error) {
        return { ...line, prepared: null, problem: problemOf(error) };
      }
    });
    const whole = prepared.flatMap((line) => (line.prepared ? [line.prepared] : []));
    const drafts = await judge.look(deskId, whole.map(judgedItem));
    const answers =
      whole.length === 0
        ? []
        : ((await acceptClear(platform, deskId, whole, drafts)) ??
          (await platform.database.inDesk(deskId, (trx) =>
            acceptItems(platform, trx, deskId, judge, whole, drafts),
          )));
    const answerOf = new Map(whole.map((item, index) => [item.itemId, answers[index] ?? null]));
    const data = prepared.map(({ line, prepared: item, problem: refusal }) => ({
      line,
      item: item ? (answerOf.get(item.itemId) ?? null) : null,
      problem: refusal,
    }));
    for (const answer of answers) platform.metrics.itemsAccepted.inc({ verdict: answer.verdict });
    return { accepted: whole.length, refused: data.length - whole.length, data };
  });

  route(app, operations.createReport, async ({ body, deskId, known, request }) => {
    const key = request.headers['idempotency-key'];
    const idempotent =
      known.kind === 'key'
        ? readIdempotencyKey(key, known.apiKeyId, () => `report ${JSON.stringify(body)}`)
        : null;
    const reply = await reportItem(platform, deskId, judge, tellReporter, body, {
      retentionDays: await retentionDays(deskId),
      idempotent,
    });
    platform.metrics.reportsAccepted.inc();
    return reply;
  });

  route(app, operations.readItem, ({ params, deskId }) =>
    platform.database.inDesk(deskId, (trx) => readItem(trx, deskId, judge, params.item_id)),
  );

  route(app, operations.listItems, ({ query, deskId }) =>
    platform.database.inDesk(deskId, async (trx) => {
      const limit = query.limit ?? 50;
      const [before = null] = readCursor(query.cursor, 1) ?? [];
      const rows = await listItems(trx, deskId, {
        verdict: query.verdict,
        externalId: query.external_id,
        actor: query.actor,
        before: before === null ? null : String(before),
        limit,
      });
      const items = await presentAll(trx, deskId, judge, rows);
      return toPage(
        items,
        limit,
        (item) => [item.item_id],
        (item) => item,
      );
    }),
  );

  route(app, operations.readItemFile, async ({ params, deskId, reply }) => {
    const files = await platform.database.inDesk(deskId, (trx) =>
      findFiles(trx, deskId, [params.item_id]),
    );
    const file = files.find((one) => one.file_id === params.file_id && one.held);
    if (
      file?.sha256 === undefined ||
      file.sha256 === null ||
      !(await platform.blobs.has(deskId, file.sha256))
    )
      throw notFound('file');
    // Whatever the file is, the browser must not run it: pictures, film and sound are shown, all else is saved.
    const shown =
      /^(image\/(png|jpeg|gif|webp|avif)|video\/(mp4|webm)|audio\/(mpeg|ogg|mp4))$/.test(
        file.media_type,
      );
    await reply
      .header('content-type', shown ? file.media_type : 'application/octet-stream')
      .header('content-disposition', shown ? 'inline' : 'attachment; filename="file.bin"')
      .header('content-security-policy', "default-src 'none'; sandbox")
      .header('cache-control', 'private, no-store')
      .send(platform.blobs.read(deskId, file.sha256));
    return undefined;
  });
}

function problemOf(error: unknown) {
  if (error instanceof Error && 'toProblem' in error && typeof error.toProblem === 'function')
    return (error as ReturnType<typeof problem>).toProblem();
  throw error;
}
