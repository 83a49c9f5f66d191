/** A platform that listens, for tests: a real HTTP server on the loopback. */
import { createServer, type IncomingHttpHeaders } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Client } from '@commonweal/client';
import type { Decision, Endpoint } from '@commonweal/contract';
import { assessmentFor, decide, openCase } from '../decisions/testing.ts';
import type { TestDesk, TestHouse } from '../testing/start-test-desk.ts';
import { deliverDue } from './jobs.ts';

export interface Received {
  readonly headers: IncomingHttpHeaders;
  readonly body: string;
  readonly message: {
    readonly type: string;
    readonly timestamp: string;
    readonly data: Readonly<Record<string, unknown>>;
  };
}

interface Answer {
  readonly status: number;
  readonly headers?: Readonly<Record<string, string>>;
}

export interface Receiver extends AsyncDisposable {
  readonly url: string;
  readonly received: Received[];
  /** What it answers from now on. */
  answer: Answer;
}

/** Starts a receiver that takes everything, until told to answer otherwise. */
export async function startReceiver(): Promise<Receiver> {
  const receiver = { url: '', received: [] as Received[], answer: { status: 204 } as Answer };
  const server = createServer((request, response) => {
    let body = '';
    request.setEncoding('utf8');
    request.on('data', (chunk: string) => (body += chunk));
    request.on('end', () => {
      const message = JSON.parse(body) as Received['message'];
      receiver.received.push({ headers: request.headers, body, message });
      response.writeHead(receiver.answer.status, receiver.answer.headers).end();
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  receiver.url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/hook`;
  return Object.assign(receiver, {
    [Symbol.asyncDispose]: () =>
      new Promise<void>((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  });
}

/** A desk whose platform listens, with the calls that tests of this room make again and again. */
export interface ListeningDesk extends AsyncDisposable {
  readonly desk: TestDesk;
  readonly receiver: Receiver;
  addEndpoint(url?: string): Promise<{ readonly endpoint: Endpoint; readonly secret: string }>;
  /** Decides to remove a post. */
  removal(): Promise<Removal>;
  reverse(decisionId: string): Promise<void>;
  read(measureId: string): ReturnType<Client['readMeasure']>;
  /** Sends what is due. */
  send(): Promise<void>;
}

export interface Removal {
  readonly decision: Decision;
  readonly externalId: string;
  readonly measureId: string;
}

let serial = 0;

/** Opens a desk that may call the loopback, beside a receiver. */
export async function openListeningDesk(house: TestHouse): Promise<ListeningDesk> {
  const receiver = await startReceiver();
  const desk = await house.openDesk(`reef-${(serial += 1)}`);
  await desk.administrator.client.updateDesk({ body: { allow_private_endpoints: true } });
  return {
    desk,
    receiver,
    addEndpoint: (url = receiver.url) =>
      desk.administrator.client.createEndpoint({ body: { name: 'The platform', url } }),
    async removal() {
      const { caseId, externalId } = await openCase(house, desk);
      const decision = await decide(desk.people.moderator, caseId, assessmentFor(house, desk));
      return { decision, externalId, measureId: decision.measure_id ?? '' };
    },
    async reverse(decisionId) {
      const { client } = desk.people.legal;
      const params = { decision_id: decisionId };
      const { version } = await client.readDecision({ params });
      await client.reverseDecision({ params, body: { version, reason: 'It should not stand.' } });
    },
    read: (measureId) =>
      desk.people.auditor.client.readMeasure({ params: { measure_id: measureId } }),
    send: () => deliverDue(house.platform),
    [Symbol.asyncDispose]: () => receiver[Symbol.asyncDispose](),
  };
}

/** What was received, by type. */
export function typesOf(received: readonly Received[]): string[] {
  return received.map(({ message }) => message.type);
}
