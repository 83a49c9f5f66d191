import type { Command } from 'commander';
import { WrongCall } from '../failure.ts';
import { withInstallation, type PlaceOptions } from '../installation.ts';
import { action } from '../run.ts';
import type { Voice } from '../voice.ts';

interface LinkOptions extends PlaceOptions {
  readonly hours: string;
}

/** Adds `commonweal admin setup-link`. */
export function addAdminSetupLink(admin: Command, voice: Voice): void {
  admin
    .command('setup-link')
    .description('make a one-time link that sets up another desk and its administrator')
    .option('--hours <number>', 'how long it works', '24')
    .option('--data <folder>', 'data folder (./data)')
    .addHelpText('after', '\nExample:\n  $ commonweal admin setup-link --hours 2')
    .action(
      action(voice, 'No link was made.', async (options: LinkOptions) => {
        const hours = Number(options.hours);
        if (!Number.isInteger(hours) || hours < 1 || hours > 720)
          throw new WrongCall(
            'No link was made.',
            `--hours must be a whole number from 1 to 720, not "${options.hours}".`,
            'Leave it out for 24 hours.',
          );
        const { makeSetupLink } = await import('../../desks/index.ts');
        const link = await withInstallation(options, voice.say, (platform) =>
          makeSetupLink(platform, { hours }),
        );
        voice.done(`This link makes one desk, once, within ${hours} hours:`);
        voice.say(
          `\n  ${link}\n\nIf the server is reached at another address, put that before /setup.`,
        );
      }),
    );
}
