import { ApiProblem } from '@commonweal/client';
import type { Command } from 'commander';
import { CommandFailure, WrongCall } from '../failure.ts';
import { action } from '../run.ts';
import type { Voice } from '../voice.ts';
import { startDemoServer, tokenOf, type DemoServer } from './own-server.ts';
import { startReceiver } from './receiver.ts';
import { playThread, type Step, type Thread } from './thread.ts';

interface DemoOptions {
  readonly url?: string;
  readonly setupLink?: string;
  readonly keep?: boolean;
}

/** Adds `commonweal demo`. */
export function addDemo(program: Command, voice: Voice): void {
  program
    .command('demo')
    .description('play the whole thread with invented content: post, case, gate, notice, appeal')
    .option('--keep', 'leave it running afterwards, to look around')
    .option('--url <address>', 'play it on a server that runs, instead of on one of its own')
    .option('--setup-link <link>', 'a one-time setup link of that server')
    .addHelpText(
      'after',
      `
Examples:
  $ commonweal demo
  $ commonweal demo --keep
  $ commonweal demo --url http://localhost:8080 --setup-link http://localhost:8080/setup#cwu_…

Every step is checked; the exit code is 1 if one is not as promised. Without --url nothing of it
touches your data: it runs in a temporary folder, which is cleared away.`,
    )
    .action(
      action(voice, 'The demo ended early.', (options: DemoOptions) => playDemo(voice, options)),
    );
}

async function playDemo(voice: Voice, options: DemoOptions): Promise<void> {
  const began = performance.now();
  await using server = await serverFor(voice, options);
  await using receiver = await startReceiver();
  let number = 0;
  let last = 'starting';
  const thread = await playThread({
    baseUrl: server.baseUrl,
    setupToken: server.setupToken,
    receiver,
    onStep: (step) => {
      last = step.title;
      voice.say(describe((number += 1), step));
    },
  }).catch((error: unknown) => {
    throw new CommandFailure(
      `The demo stopped after step ${number} (${last}).`,
      error instanceof ApiProblem ? JSON.stringify(error.problem, null, 2) : String(error),
      'This is a fault of Commonweal, or of this machine: run "commonweal doctor", then report it.',
      { cause: error },
    );
  });
  const seconds = ((performance.now() - began) / 1000).toFixed(1);
  voice.say('');
  voice.done(`${number} steps in ${seconds} s, each as promised.`);
  if (options.keep === true) {
    voice.say(`${waysIn(server.baseUrl, thread)}\n\nCtrl-C ends it.`);
    await server.untilStopped();
  } else if (options.url === undefined) {
    voice.say(
      '\nEverything was cleared away. "npm run demo -- --keep" leaves it running, to look around.',
    );
  } else voice.say(waysIn(server.baseUrl, thread));
}

async function serverFor(voice: Voice, options: DemoOptions): Promise<DemoServer> {
  if (options.url === undefined) {
    const working = voice.working('Starting a server of its own');
    try {
      const server = await startDemoServer(working.now);
      working.end(`It runs at ${server.baseUrl}, in a temporary folder.`);
      return server;
    } catch (error) {
      working.stop();
      throw error;
    }
  }
  if (options.setupLink === undefined)
    throw new WrongCall(
      'The demo was not played.',
      'To play it on a server that runs, it needs a setup link of that server.',
      'Give --setup-link with the link it printed, or one from "commonweal admin setup-link".',
    );
  return {
    baseUrl: options.url.replace(/\/+$/, ''),
    setupToken: tokenOf(options.setupLink),
    untilStopped: () => new Promise((resolve) => process.once('SIGINT', () => resolve())),
    [Symbol.asyncDispose]: () => Promise.resolve(),
  };
}

function describe(number: number, { title, lines, look }: Step): string {
  const indent = '    ';
  return [
    `\n${String(number).padStart(2)}  ${title}`,
    ...lines.map((line) => indent + line),
    ...(look === undefined ? [] : [`${indent}Look:  ${look}`]),
  ].join('\n');
}

function waysIn(baseUrl: string, { cast, noticeUrl, reporterNoticeUrl }: Thread): string {
  const { administrator, moderator, senior, appeals } = cast;
  const people = Object.entries({ administrator, moderator, senior, appeals }).map(
    ([role, { email }]) => `    ${email.padEnd(24)} ${role}`,
  );
  return `
Sign in at ${baseUrl}/sign-in as one of the invented people:

${people.join('\n')}

    The password of all of them:  ${administrator.password}

  The notice of the person affected:  ${noticeUrl}
  The notice of the user who reported: ${reporterNoticeUrl}
  The desk as the public sees it:     ${baseUrl}/d/${cast.desk.slug}`;
}
