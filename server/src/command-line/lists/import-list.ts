import { createReadStream } from 'node:fs';
import { readFile, stat } from 'node:fs/promises';
import { basename } from 'node:path';
import { Readable } from 'node:stream';
import { packEdition } from '@commonweal/designations';
import type { Command } from 'commander';
import type { ListImported } from '../../designations/index.ts';
import { WrongCall, reasonOf } from '../failure.ts';
import { chooseDesk, withInstallation, type PlaceOptions } from '../installation.ts';
import { action } from '../run.ts';
import type { Voice } from '../voice.ts';

interface ImportOptions extends PlaceOptions {
  readonly desk?: string;
  readonly force?: boolean;
}

/** Adds `commonweal lists import`. */
export function addListsImport(lists: Command, voice: Voice): void {
  lists
    .command('import')
    .description('take in an official list of designations; all of it or nothing')
    .argument('<list>', 'its key, such as un; `commonweal lists known` names them all')
    .argument('<files...>', 'the file as its publisher gives it; some come in several')
    .option('--desk <slug>', 'the desk, where there are several')
    .option('--force', 'take it although it shrank, or is older than the edition here')
    .option('--data <folder>', 'data folder (./data)')
    .addHelpText(
      'after',
      `
Examples:
  $ commonweal lists import un consolidated.xml
  $ commonweal lists import un consolidated.xml --desk reef --force
  $ commonweal lists import ca-listed SOR-2002-284.xml DORS-2002-284.xml
  $ commonweal lists import us-sdn SDN.CSV ALT.CSV

Works beside a running server, which looks for the new names within seconds. Names are kept,
and nothing else about those listed.`,
    )
    .action(
      action(
        voice,
        'The list was not imported; nothing was changed.',
        (key: string, files: string[], options: ImportOptions) =>
          importFromFiles(voice, readKey(key), files, options),
      ),
    );
}

async function importFromFiles(
  voice: Voice,
  key: string,
  files: readonly string[],
  options: ImportOptions,
): Promise<void> {
  const opened = await open(files);
  await withInstallation(options, voice.say, async (platform) => {
    const { importList } = await import('../../designations/index.ts');
    const desk = await chooseDesk(platform.database, options.desk);
    const bar = voice.bar(`Importing ${files.join(', ')} into ${desk.name}`, opened.bytes);
    try {
      const imported = await importList(platform, desk.deskId, 'command line', key, opened.chunks, {
        force: options.force,
        onProgress: (bytes) => bar.at(bytes),
      });
      bar.end('Read, compared and stored.');
      voice.done(describe(imported));
    } catch (error) {
      bar.stop();
      throw error;
    }
  });
}

function describe({ list, done }: ListImported): string {
  return [
    `${list.authority}, ${list.name}, edition of ${(done.generated_at ?? done.imported_at).toISOString().slice(0, 10)}:`,
    `  ${done.organisations} organisations and ${done.persons} persons under ${done.names} names,`,
    `  of which ${done.names_alone} may raise a signal by themselves.`,
    `  ${done.added} added, ${done.changed} changed, ${done.ended} ended, ${done.unchanged} as before.`,
  ].join('\n');
}

function readKey(text: string): string {
  if (/^[a-z0-9]([a-z0-9-]{0,58}[a-z0-9])?$/.test(text)) return text;
  throw new WrongCall(
    'The list was not imported; nothing was changed.',
    `"${text}" is not the key of a list.`,
    'Run `commonweal lists known` to see those that are read here.',
  );
}

/** The file, or several as one. */
async function open(
  files: readonly string[],
): Promise<{ bytes: number; chunks: AsyncIterable<Uint8Array> }> {
  const sizes = await Promise.all(files.map(sizeOf));
  const [only] = files;
  if (files.length === 1 && only !== undefined)
    return { bytes: sizes[0]!, chunks: createReadStream(only) as AsyncIterable<Uint8Array> };
  const parts = await Promise.all(
    files.map(async (file) => ({ name: basename(file), bytes: await readFile(file) })),
  );
  const packed = packEdition(parts);
  return { bytes: packed.byteLength, chunks: Readable.from([packed]) };
}

async function sizeOf(file: string): Promise<number> {
  try {
    const found = await stat(file);
    if (found.isFile()) return found.size;
    throw new Error(`${file} is not a file.`);
  } catch (error) {
    throw new WrongCall(
      'The list was not imported; nothing was changed.',
      reasonOf(error),
      'Give the path of the list, as downloaded from its publisher.',
      { cause: error },
    );
  }
}
