import { readFileSync } from 'node:fs';
import { Command } from 'commander';
import { addAdminInvite } from './admin/invite-person.ts';
import { addAdminSetupLink } from './admin/make-setup-link.ts';
import { addBackup } from './backup/back-up.ts';
import { addRestore } from './backup/restore.ts';
import { addDemo } from './demo/play-demo.ts';
import { addDoctor } from './doctor/examine.ts';
import { addLedgerVerify } from './ledger/verify-ledger.ts';
import { addListsImport } from './lists/import-list.ts';
import { addListsKnown } from './lists/known-lists.ts';
import { addServe } from './serve.ts';
import type { Voice } from './voice.ts';

/** The whole command line: what it is called and what it can be told to do. */
export function createProgram(voice: Voice): Command {
  const program = new Command('commonweal')
    .description('A desk for preventing terrorist use of the internet, lawful by construction.')
    .version(readVersion(), '--version', 'print the version')
    .helpCommand(false)
    .showHelpAfterError('Run the command with --help to see how it is called.')
    .exitOverride();
  addServe(program, voice);
  addDemo(program, voice);
  const lists = group(program, 'lists', 'official lists of designations');
  addListsImport(lists, voice);
  addListsKnown(lists, voice);
  addLedgerVerify(group(program, 'ledger', 'the public ledger of a desk'), voice);
  const admin = group(program, 'admin', 'what the operator of the machine may do');
  addAdminInvite(admin, voice);
  addAdminSetupLink(admin, voice);
  addBackup(program, voice);
  addRestore(program, voice);
  addDoctor(program, voice);
  program.addHelpText(
    'after',
    `
Examples:
  $ commonweal serve                              run it; the first start prints a setup link
  $ commonweal demo                               see the whole thread, with invented content
  $ commonweal doctor                             what is wrong here?

Exit codes: 0 fine, 1 failed or found broken, 2 called wrongly.`,
  );
  return program;
}

function group(program: Command, name: string, description: string): Command {
  return program.command(name).description(description).helpCommand(false);
}

function readVersion(): string {
  const file = new URL('../../package.json', import.meta.url);
  return (JSON.parse(readFileSync(file, 'utf8')) as { version: string }).version;
}
