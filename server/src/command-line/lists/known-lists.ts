import type { Command } from 'commander';
import { action } from '../run.ts';
import type { Voice } from '../voice.ts';

/** Adds `commonweal lists known`. */
export function addListsKnown(lists: Command, voice: Voice): void {
  lists
    .command('known')
    .description('name the official lists that are read here, and where they are published')
    .addHelpText(
      'after',
      `
Example:
  $ commonweal lists known`,
    )
    .action(
      action(voice, 'The lists were not named.', async () => {
        const { OFFICIAL_LISTS } = await import('@commonweal/designations');
        const longest = Math.max(...OFFICIAL_LISTS.map(({ key }) => key.length));
        for (const { key, authority, name, file, url, page } of OFFICIAL_LISTS)
          voice.say(
            `${key.padEnd(longest)}  ${authority}  ${name}\n${' '.repeat(longest + 6)}${file}, ${url ?? `by hand from ${page}`}`,
          );
      }),
    );
}
