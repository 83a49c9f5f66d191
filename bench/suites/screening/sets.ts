import { createReadStream, existsSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { importUn, type NamedEntity } from '@commonweal/designations';
import Papa from 'papaparse';
import {
  wholeEdition,
  type MadeUpEntry,
} from '../../../server/src/designations/made-up-list.test-data.ts';
import { mangled } from './mangle.ts';

/** Two names and whether people judged them to be of one. `otherScore`: another program's, on the same pair. */
export interface LabelledPair {
  readonly kind: NamedEntity['kind'];
  readonly one: string;
  readonly other: string;
  readonly same: boolean;
  readonly otherScore: number | null;
}

/** A name, and the reference of who bears it. */
export interface Wanted {
  readonly name: string;
  readonly reference: string;
  readonly kind: NamedEntity['kind'];
}

/** All that screening is measured on. */
export interface ScreeningSets {
  readonly isReal: boolean;
  /** Whom strangers must not be taken for, and whose names are searched for speed. */
  readonly register: readonly NamedEntity[];
  /** Among whom the mangled and the cross-listed are looked for. */
  readonly un: readonly NamedEntity[];
  readonly pairs: readonly LabelledPair[];
  readonly strangers: readonly string[];
  /** Untouched names of persons; mangled by the rules before they are searched. */
  readonly positives: readonly Wanted[];
  readonly crosslist: readonly Wanted[];
  /** Names in their own script, by script, and the entities under their Latin names. */
  readonly scripts: ReadonlyMap<string, readonly Wanted[]>;
  readonly scriptRegister: readonly NamedEntity[];
}

const folder = resolve(import.meta.dirname, '../../../../shared/designations');

/** The labelled sets kept beside the repository; or, where they are not, invented ones of our own. */
export function loadSets(): Promise<ScreeningSets> | ScreeningSets {
  return existsSync(resolve(folder, 'eval/name_pairs_dev.csv')) ? realSets() : ownSets();
}

async function realSets(): Promise<ScreeningSets> {
  const list = createReadStream(resolve(folder, 'data/un-consolidated-2026-02-27.xml'));
  const un = (await importUn(list as AsyncIterable<Uint8Array>)).entries;
  const byName = new Map(
    un.flatMap((entity) => entity.names.map(({ text }) => [text, entity.reference] as const)),
  );
  const scores = new Map(
    rows('name_pairs_dev_logicv2_scores.csv').map((row) => [pairKey(row), Number(row['score'])]),
  );
  const scripts = rows('script_pairs_dev.csv');
  return {
    isReal: true,
    register: readFileSync(resolve(folder, 'data/terror-names.jsonl'), 'utf8')
      .trim()
      .split('\n')
      .map((line) => recordOf(JSON.parse(line) as TerrorRecord)),
    un,
    pairs: rows('name_pairs_dev.csv').map((row) => ({
      kind: row['schema'] === 'Person' ? 'person' : 'organisation',
      one: row['name1'] ?? '',
      other: row['name2'] ?? '',
      same: row['is_match'] === 'true',
      otherScore: scores.get(pairKey(row)) ?? null,
    })),
    strangers: ['negatives_global_dev.csv', 'negatives_us_dev.csv'].flatMap((file) =>
      rows(file).map((row) => row['full_name'] ?? ''),
    ),
    positives: rows('positives_un_untreated.csv').map((row) => ({
      name: row['full_name'] ?? '',
      reference: byName.get(row['full_name'] ?? '') ?? '',
      kind: 'person',
    })),
    crosslist: rows('crosslist_dev.csv').map((row) => ({
      name: row['query'] ?? '',
      reference: row['expect_un_ref'] ?? '',
      kind: row['kind'] === 'person' ? 'person' : 'organisation',
    })),
    scripts: Map.groupBy(
      scripts.map((row) => ({ ...wantedOf(row), script: row['script'] ?? '' })),
      ({ script }) => script,
    ),
    scriptRegister: [...Map.groupBy(scripts, keyOf)].map(([reference, of]) =>
      entityOf(
        reference,
        wantedOf(of[0]!).kind,
        of.map((row) => row['latin'] ?? ''),
      ),
    ),
  };
}

type Row = Readonly<Record<string, string>>;

interface TerrorRecord {
  readonly list: string;
  readonly id: string;
  readonly kind: string;
  readonly names: readonly { readonly t: string }[];
}

function rows(file: string): Row[] {
  const text = readFileSync(resolve(folder, 'eval', file), 'utf8');
  return Papa.parse<Row>(text, { header: true, skipEmptyLines: true }).data;
}

function pairKey(row: Row): string {
  return [row['schema'], row['name1'], row['name2'], row['is_match']].join('\n');
}

function recordOf({ list, id, kind, names }: TerrorRecord): NamedEntity {
  const is = kind === 'person' ? 'person' : 'organisation';
  return entityOf(
    `${list} ${id}`,
    is,
    names.map(({ t }) => t),
  );
}

function keyOf(row: Row): string {
  return `${row['list']} ${row['record']}`;
}

function wantedOf(row: Row): Wanted {
  const kind = row['kind'] === 'person' ? 'person' : 'organisation';
  return { name: row['original'] ?? '', reference: keyOf(row), kind };
}

function entityOf(
  reference: string,
  kind: NamedEntity['kind'],
  names: readonly string[],
): NamedEntity {
  const listed = names.map((text) => ({
    text,
    kind: 'alias' as const,
    strength: 'unstated' as const,
    script: 'Latn',
  }));
  return { reference, kind, names: listed };
}

/** Invented: every name of a register against itself, mangled; strangers made of other syllables. */
function ownSets(): ScreeningSets {
  const edition = wholeEdition();
  const register = edition.map(({ reference, kind, name }) => entityOf(reference, kind, [name]));
  const wanted = edition.map(({ reference, kind, name }) => ({ reference, kind, name }));
  const inScript = edition.slice(0, 160).map((entry) => ({ ...entry, name: inArabic(entry) }));
  return {
    isReal: false,
    register,
    un: register,
    pairs: wanted.flatMap(({ name, kind }, at) => [
      { kind, one: mangled(name, at), other: name, same: true, otherScore: null },
      { kind, one: strangerOf(at), other: name, same: false, otherScore: null },
    ]),
    strangers: wanted.map((_, at) => strangerOf(at)),
    positives: wanted.filter(({ kind }) => kind === 'person'),
    crosslist: wanted.map((each, at) => ({ ...each, name: mangled(each.name, at + 7) })),
    scripts: new Map([['arabic', inScript]]),
    scriptRegister: register,
  };
}

const latin = 'bcdfghjklmnpqrstvwyziou';
const arabic = 'بكدفغهجكلمنبقرستفويزيوو';

/** As an invented name might be written: consonants and long vowels. */
function inArabic({ name }: MadeUpEntry): string {
  const letters = Array.from(name.toLowerCase(), (letter) =>
    letter === 'a' ? 'ا' : (arabic[latin.indexOf(letter)] ?? ' '),
  );
  return letters.join('').trim();
}

const given = 'Tamsel Orvek Wilda Perrin Jostek Amalie Corvin Hesper Lubo Nerys'.split(' ');
const family = 'Quickstone Marlowick Fenbrook Astervale Pommery Dunhollow Ravelin'.split(' ');

function strangerOf(at: number): string {
  return `${given[at % given.length]} ${family[Math.floor(at / given.length) % family.length]}`;
}
