/** An invented story for tests: a post, a report, a decision, and what its people then read. */
import assert from 'node:assert/strict';
import type { Appeal, Assessment, Decision, NewItem, ReportReply } from '@commonweal/contract';
import { lighterRungs, rejectRungs } from '@commonweal/law';
import type { InjectOptions } from 'fastify';
import { newId } from '../platform/ids.ts';
import { startTestHouse, type TestDesk, type TestHouse } from '../testing/start-test-desk.ts';

/** The longest answer of a public page, in bytes. */
const pageLimit = 30 * 1024;

export interface Page {
  readonly status: number;
  readonly html: string;
  readonly headers: Readonly<Record<string, unknown>>;
}

export interface Story extends AsyncDisposable {
  readonly house: TestHouse;
  readonly desk: TestDesk;
  /** Reads a path of ours or a whole address. */
  read(address: string, headers?: Record<string, string>): Promise<Page>;
  /** Sends a form. */
  send(path: string, fields: Record<string, string>, from?: string): Promise<Page>;
  /** Somebody reports a post, which comes with the report. */
  report(
    item?: Partial<NewItem>,
    reporter?: { name?: string; language?: string },
  ): Promise<ReportReply>;
  /** A moderator takes the case and restricts what it is about. */
  restrict(caseId: string, change?: Partial<Assessment>): Promise<Decision>;
  /** A moderator takes the case and finds nothing to do. */
  close(caseId: string, reason?: string): Promise<Decision>;
  /** Somebody, each from an address of their own, appeals through a notice's page. */
  appeal(path: string, fields?: Record<string, string>): Promise<Page>;
  /** The appeal against a decision, as who hears appeals finds it in the list. */
  appealOf(decision: Decision): Promise<Appeal>;
  /** Who took no part decides an appeal. */
  hear(appeal: Appeal, outcome: 'upheld' | 'overturned', reasons: string): Promise<Appeal>;
}

export const appealWords = 'It is the refrain of an old song.\nMy grandmother sang it.';

/** Begins the story on a fresh house; `desk` continues it on another desk of a running one. */
export async function beginStory(running?: { house: TestHouse; slug: string }): Promise<Story> {
  const house = running?.house ?? (await startTestHouse());
  const desk = await house.openDesk(running?.slug ?? 'harbour-lane');
  const reports = await desk.keyed(['reports:write']);
  const { client } = desk.people.moderator;
  const hearer = desk.people.appeals.client;
  let posts = 0;
  let senders = 0;
  const take = async (caseId: string): Promise<number> => {
    const { case: found } = await client.readCase({ params: { case_id: caseId } });
    const taken = await client.claimCase({
      params: { case_id: caseId },
      body: { version: found.version },
    });
    return taken.version;
  };
  const inject = async (options: InjectOptions): Promise<Page> => {
    const reply = await house.app.inject(options);
    return { status: reply.statusCode, html: reply.body, headers: reply.headers };
  };
  const send: Story['send'] = (path, fields, from = '203.0.113.7') =>
    inject({
      method: 'POST',
      url: path,
      remoteAddress: from,
      headers: { 'content-type': 'application/x-www-form-urlencoded' },
      payload: new URLSearchParams(fields).toString(),
    });
  return {
    house,
    desk,
    read: (address, headers = {}) =>
      inject({ method: 'GET', url: address.replace('http://localhost:8080', ''), headers }),
    send,
    report: (item, reporter = {}) => {
      posts += 1;
      return reports.createReport({
        body: {
          item: {
            external_id: `post-${posts}`,
            kind: 'post',
            surface: 'open',
            posted_at: house.clock.now().toISOString(),
            url: `https://forum.example/t/${posts}`,
            text: 'Come and join the Grey Tide. Write to me.',
            language: 'en',
            actor: { external_id: 'member-20417', display_name: 'Otis Marlowe', handle: '@otism' },
            ...item,
          },
          reporter: { kind: 'user', external_id: 'reporter-77', ...reporter },
          reason: 'recruitment',
          said: 'This asks people to join.',
          good_faith: true,
        },
      });
    },
    restrict: async (caseId, change) =>
      client.decideCase({
        params: { case_id: caseId },
        body: {
          version: await take(caseId),
          assessment: { ...assessmentOf(desk, house.clock.now()), ...change },
        },
      }),
    close: async (caseId, reason = 'It reports on the group and does not call for anything.') =>
      client.closeCase({
        params: { case_id: caseId },
        body: { version: await take(caseId), reason },
      }),
    appeal: (path, fields) => {
      senders += 1;
      const sent = { text: appealWords, contact: '', language: 'en', idempotency_key: newId() };
      return send(`${path}/appeal`, { ...sent, ...fields }, `203.0.113.${senders % 250}`);
    },
    appealOf: async ({ decision_id }) => {
      const { data } = await hearer.listAppeals({ query: { limit: 200 } });
      const found = data.find((one) => one.decision_id === decision_id);
      if (found === undefined) throw new Error('Nobody appealed against this decision.');
      return found;
    },
    hear: ({ appeal_id, version }, outcome, reasons) =>
      hearer.decideAppeal({ params: { appeal_id }, body: { version, outcome, reasons } }),
    [Symbol.asyncDispose]: () => (running ? Promise.resolve() : house[Symbol.asyncDispose]()),
  };
}

/** A removal that passes every gate. */
function assessmentOf(desk: TestDesk, now: Date): Assessment {
  return {
    measure: 'remove',
    scope: { target: 'item', territories: 'global', until: null },
    ground: {
      type: 'policy_clause',
      policy_version_id: desk.policy.policy_version_id,
      clause_keys: ['recruitment'],
    },
    harm: { categories: ['recruitment'], severity: 3 },
    context: { purpose: 'none', note: '' },
    aim: { aim: 'public_order', threat: 'It gives readers a way to join the Grey Tide.' },
    alternatives: rejectRungs(
      lighterRungs('remove', 'item'),
      'The address to write to would still be there to use.',
    ).map(({ measure, rejectedBecause }) => ({ measure, rejected_because: rejectedBecause })),
    necessity: 'The post is an appeal to join and nothing else; only its absence stops that.',
    rabat: {},
    posted_at: now.toISOString(),
    facts: 'You posted an appeal to join the Grey Tide, with an address to write to.',
    notice: { when: 'now' },
    override: null,
  };
}

/** The path of an address of ours. */
export function pathOf(url: string | null): string {
  return new URL(url ?? '').pathname;
}

/** Holds that a page is small, runs nothing, sets nothing and lets nothing in. */
export function assertIsPlain({ html, headers }: Page): void {
  assert.ok(Buffer.byteLength(html) < pageLimit);
  assert.doesNotMatch(html, /<script|<style|\sstyle=|\son[a-z]+=|javascript:|<img|<iframe/i);
  assert.equal(headers['set-cookie'], undefined);
  assert.match(String(headers['content-security-policy']), /^default-src 'none'/);
}
