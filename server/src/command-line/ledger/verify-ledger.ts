import { existsSync } from 'node:fs';
import { readFile, writeFile } from 'node:fs/promises';
import { verifyLog, type FetchBytes, type LogReport } from '@commonweal/ledger';
import type { Command } from 'commander';
import { CommandFailure, exitCodes, reasonOf } from '../failure.ts';
import { action } from '../run.ts';
import type { Bar, Voice } from '../voice.ts';
import { ledgerOver, readLedgerAddress } from './fetch-ledger.ts';

interface VerifyOptions {
  readonly key?: string;
  readonly previous?: string;
  readonly save?: string;
}

/** Adds `commonweal ledger verify`. */
export function addLedgerVerify(ledger: Command, voice: Voice): void {
  ledger
    .command('verify')
    .description("check a desk's public ledger from outside, over HTTP")
    .argument('<url>', 'address of the ledger, for instance https://desk.example/d/reef/ledger')
    .option('--key <vkey>', 'the public key, or a file with it, from somewhere other than the desk')
    .option('--previous <file>', 'a signed checkpoint kept from an earlier visit')
    .option('--save <file>', 'keep the checkpoint that was checked, for the next visit')
    .addHelpText(
      'after',
      `
Examples:
  $ commonweal ledger verify https://desk.example/d/reef/ledger
  $ commonweal ledger verify https://desk.example/d/reef/ledger --key reef.vkey \\
      --previous reef.checkpoint --save reef.checkpoint

Reads the whole ledger and recomputes it. Exit code 0: whole, signed, and grown from the
checkpoint given. 1: something is wrong, or could not be read. Nothing is sent to the desk.`,
    )
    .action(
      action(voice, 'The ledger was not checked.', (url: string, options: VerifyOptions) =>
        verify(voice, url, options),
      ),
    );
}

async function verify(voice: Voice, url: string, options: VerifyOptions): Promise<number> {
  const address = readLedgerAddress(url);
  const fetchBytes = ledgerOver(address);
  const previous = options.previous === undefined ? undefined : await readText(options.previous);
  const vkey =
    options.key === undefined
      ? await keyOfServer(voice, address, fetchBytes)
      : await readKey(options.key);
  const report = await walk(voice, vkey, fetchBytes, previous);
  for (const { kind, where, message } of report.findings)
    voice.fail(`${kind} at ${where}: ${message}`);
  if (report.omitted > 0) voice.fail(`… and ${report.omitted} more.`);
  if (!report.ok) {
    voice.fail(
      `\nThe ledger at ${address} is BROKEN, or could not be read whole.\n  What to do: run this again; if the findings stay, keep them and ask the desk in public.`,
    );
    return exitCodes.failed;
  }
  voice.done(describe(address, report));
  if (options.save !== undefined && report.checkpoint !== null) {
    await writeFile(options.save, report.checkpoint);
    voice.say(`The checkpoint is kept in ${options.save}: give it as --previous next time.`);
  } else if (previous === undefined) {
    voice.say(
      'Keep the checkpoint with --save and give it as --previous next time: only that shows that nothing was rewritten in between.',
    );
  }
  return exitCodes.fine;
}

async function walk(
  voice: Voice,
  vkey: string,
  fetchBytes: FetchBytes,
  previousCheckpoint: string | undefined,
): Promise<LogReport> {
  let bar: Bar | undefined;
  const report = await verifyLog({
    vkey,
    fetchBytes,
    previousCheckpoint,
    onProgress: ({ leaves, size }) => (bar ??= voice.bar('Reading the ledger', size)).at(leaves),
  });
  if (report.ok) bar?.end(`${report.leavesRead} leaves read.`);
  else bar?.stop();
  return report;
}

function describe(address: string, { size, root, continues }: LogReport): string {
  return [
    `The ledger at ${address} is whole.`,
    `  ${size} leaves lead to the signed root ${root}.`,
    continues === null
      ? '  It was not compared with an earlier checkpoint.'
      : `  It continues the earlier checkpoint of ${continues} leaves: nothing was rewritten.`,
  ].join('\n');
}

async function keyOfServer(voice: Voice, address: string, fetchBytes: FetchBytes): Promise<string> {
  const bytes = await fetchBytes('key').catch((error: unknown) => {
    throw new CommandFailure(
      `The ledger at ${address} was not checked.`,
      reasonOf(error),
      'Check the address, and that the desk can be reached from here.',
      { cause: error },
    );
  });
  if (bytes === null)
    throw new CommandFailure(
      `The ledger at ${address} was not checked.`,
      'There is no ledger at this address.',
      'Give the address that the desk publishes; it ends in /d/<desk>/ledger.',
    );
  const vkey = Buffer.from(bytes).toString('utf8').trim();
  voice.warn(
    `the key came from the server that is being checked, which could have made another. Compare it with one from elsewhere, and give it with --key:\n  ${vkey}`,
  );
  return vkey;
}

async function readKey(text: string): Promise<string> {
  return existsSync(text) ? (await readText(text)).trim() : text.trim();
}

function readText(file: string): Promise<string> {
  return readFile(file, 'utf8').catch((error: unknown) => {
    throw new CommandFailure(
      'The ledger was not checked.',
      `${file} cannot be read: ${reasonOf(error)}`,
      'Give the path of a file that is there; leave --previous out at the first visit.',
      { cause: error },
    );
  });
}
