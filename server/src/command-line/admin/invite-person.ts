import { roles as allRoles, type Role } from '@commonweal/contract';
import type { Command } from 'commander';
import { WrongCall } from '../failure.ts';
import { chooseDesk, withInstallation, type PlaceOptions } from '../installation.ts';
import { action } from '../run.ts';
import type { Voice } from '../voice.ts';

interface InviteOptions extends PlaceOptions {
  readonly desk?: string;
  readonly email: string;
  readonly roles: string;
}

/** Adds `commonweal admin invite`. */
export function addAdminInvite(admin: Command, voice: Voice): void {
  admin
    .command('invite')
    .description('invite a person when nobody can sign in to do it; prints a one-time link')
    .requiredOption('--email <address>', 'who is invited')
    .requiredOption('--roles <a,b>', `what they will hold: ${allRoles.join(', ')}`)
    .option('--desk <slug>', 'the desk, where there are several')
    .option('--data <folder>', 'data folder (./data)')
    .addHelpText(
      'after',
      `
Example:
  $ commonweal admin invite --desk reef --email ada@reef.example --roles administrator,senior

For the operator of the machine: it needs the data folder, not a password. The invitation is
written into the desk's public ledger as made on the command line.`,
    )
    .action(
      action(voice, 'Nobody was invited.', (options: InviteOptions) => invite(voice, options)),
    );
}

async function invite(voice: Voice, options: InviteOptions): Promise<void> {
  const { inviteFromMachine } = await import('../../desks/index.ts');
  const roles = readRoles(options.roles);
  if (!/^[^\s@]+@[^\s@]+$/.test(options.email) || options.email.length > 254)
    throw new WrongCall(
      'Nobody was invited.',
      `"${options.email}" is not an email address.`,
      'Give the address the person will sign in with, for instance ada@reef.example.',
    );
  await withInstallation(options, voice.say, async (platform) => {
    const desk = await chooseDesk(platform.database, options.desk);
    const link = await inviteFromMachine(platform, desk.deskId, { email: options.email, roles });
    voice.done(`${options.email} is invited to ${desk.name} as ${roles.join(', ')}.`);
    voice.say(
      `\nThe link works once, within seven days. Hand it to nobody else:\n\n  ${link}\n\nIf the desk is reached at another address, put that before /join.`,
    );
  });
}

function readRoles(text: string): Role[] {
  const words = [...new Set(text.split(',').map((word) => word.trim()))].filter(
    (word) => word !== '',
  );
  const found = words.map((word) => allRoles.find((role) => role === word));
  const unknown = words.filter((_word, at) => found[at] === undefined);
  if (words.length > 0 && unknown.length === 0) return found.filter((role) => role !== undefined);
  throw new WrongCall(
    'Nobody was invited.',
    unknown.length > 0 ? `There is no role ${unknown.join(', ')}.` : 'No role was named.',
    `Use some of: ${allRoles.join(', ')}.`,
  );
}
