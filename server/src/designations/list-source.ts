import {
  FTM_FLOOR,
  GAZETTE_FLOOR,
  importFtmFiles,
  importFtmSimple,
  importGazetteCsv,
  officialList,
  type LegalEffect,
  type Bytes,
  type ListCounts,
  type ListImport,
  type OfficialList,
} from '@commonweal/designations';
import { refusal } from '../platform/http/index.ts';
import type { ListRow, OwnForm } from './tables.ts';

/** All that is needed to take a list in and to speak of it, whoever made it. */
export type ListSource = Pick<
  OfficialList,
  | 'key'
  | 'authority'
  | 'name'
  | 'power'
  | 'effects'
  | 'url'
  | 'also'
  | 'floor'
  | 'staleAfterDays'
  | 'read'
> & {
  readonly format: string;
};

/** A list of a desk's own, such as a gazette typed in. */
export interface OwnList {
  readonly key: string;
  readonly format: OwnForm;
  readonly authority: string;
  readonly name: string;
  readonly power: string;
  readonly effects: readonly LegalEffect[];
  readonly url: string | null;
}

const ownStaleAfterDays = 90;

const ownReaders: Readonly<
  Record<
    OwnForm,
    {
      readonly floor: ListCounts;
      readonly read: (
        chunks: Bytes,
        source: { authority: string; listName: string },
      ) => Promise<ListImport>;
    }
  >
> = {
  gazette: { floor: GAZETTE_FLOOR, read: importGazetteCsv },
  ftm: { floor: FTM_FLOOR, read: importFtmFiles },
  'ftm-simple': { floor: FTM_FLOOR, read: importFtmSimple },
};

/** The source of a list of a desk's own. */
export function ownSource(own: OwnList): ListSource {
  const { floor, read } = ownReaders[own.format];
  const said = { authority: own.authority, listName: own.name };
  return {
    ...own,
    floor,
    staleAfterDays: ownStaleAfterDays,
    read: (chunks) => read(chunks, said),
  };
}

/** The source of a list that is here. */
export function sourceOf(list: ListRow): ListSource {
  const official = officialList(list.key);
  if (official !== undefined) return { ...official, format: official.key };
  return ownSource({
    key: list.key,
    format: list.format as OwnForm,
    authority: list.authority,
    name: list.name,
    power: list.power ?? '',
    effects: list.effects ?? [],
    url: list.url,
  });
}

/**
 * The source a key stands for: an official list, or one of the desk's own that is here.
 * @throws ProblemError when it is neither
 */
export function sourceFor(key: string, here: ListRow | undefined): ListSource {
  const official = officialList(key);
  if (official !== undefined) return { ...official, format: official.key };
  if (here === undefined) throw refusal('no-such-list', { key });
  return sourceOf(here);
}
