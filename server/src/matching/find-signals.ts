import type { Signal } from '@commonweal/contract';
import { findUrls } from '@commonweal/fingerprint';
import type { EntryIndex, KnownEntry } from './entry-index.ts';
import { explain } from './explain.ts';
import type { VideosFound } from './find-videos.ts';
import type { MatchableItem, SignalDraft } from './matchable-item.ts';
import type { ListedNames, NameFound } from './listed-names.ts';
import type { NameLike } from './screen-names.ts';
import {
  andFurther,
  becauseOfEntry,
  becauseOfName,
  becauseOfNameLike,
  type Evidence,
  type Place,
} from './reasons.ts';

/** Most signals stored of one item; what is beyond is counted in the last one's explanation. */
export const MOST_SIGNALS = 50;
/** Characters kept of a text that as a whole is like a known one. */
const longestExcerpt = 300;

/** What an item is compared with: one desk's entries and listed names at one moment. */
export interface Known {
  readonly entries: EntryIndex;
  readonly names: ListedNames;
  /** Names of banks of which nothing is found. */
  readonly silent: ReadonlySet<string>;
}

interface Found {
  readonly entry: KnownEntry;
  readonly place: Place;
  readonly evidence: Evidence;
  count: number;
}

/**
 * All that is known about an item, strongest evidence first: digests, pictures and videos, links,
 * phrases, texts, then listed names. One signal for each entry or designation, at its first place. Reads nothing but its input;
 * what is known of its videos was looked for before.
 */
export function findSignals(
  known: Known,
  item: MatchableItem,
  videos: VideosFound = new Map(),
): SignalDraft[] {
  const entries = new Map<string, Found>();
  const note: Note = (entry, place, evidence) => {
    if (known.silent.has(entry.bank)) return;
    const found = entries.get(entry.id);
    if (found === undefined) entries.set(entry.id, { entry, place, evidence, count: 1 });
    else found.count++;
  };
  const { hashes, urls, phrases, likenesses, texts } = known.entries.counts;
  if (hashes > 0) noteHashes(known.entries, item, note);
  if (likenesses > 0) noteLikenesses(known.entries, item, videos, note);
  if (urls > 0) noteUrls(known.entries, item, note);
  if (phrases > 0) notePhrases(known.entries, item, note);
  if (texts > 0) noteTexts(known.entries, item, note);
  const signals = [...entries.values()].map(ofEntry);
  if (!known.names.isEmpty) for (const name of known.names.find(item)) signals.push(ofName(name));
  return signals.length > MOST_SIGNALS ? cut(signals) : signals;
}

type Note = (entry: KnownEntry, place: Place, evidence: Evidence) => void;

function noteHashes(index: EntryIndex, item: MatchableItem, note: Note): void {
  for (const [at, file] of item.files.entries()) {
    for (const algorithm of ['sha256', 'sha1', 'md5'] as const) {
      const digest = file[algorithm];
      if (!digest) continue;
      for (const entry of index.hash(digest))
        note(entry, { ...inFile(at), matched: digest }, { kind: 'digest', algorithm });
    }
  }
}

function noteLikenesses(
  index: EntryIndex,
  item: MatchableItem,
  videos: VideosFound,
  note: Note,
): void {
  for (const [at, { likeness }] of item.files.entries()) {
    const all = likeness?.kind === 'picture' ? index.picture(likeness) : videos.get(at);
    for (const found of all ?? []) {
      const { id, facts } = found;
      const evidence: Evidence =
        'match' in found ? { kind: 'video', found } : { kind: 'picture', found };
      note({ id, ...facts }, inFile(at), evidence);
    }
  }
}

function inFile(at: number): Place {
  return { field: `files/${at}`, matched: '', start: null, end: null };
}

function noteUrls(index: EntryIndex, item: MatchableItem, note: Note): void {
  const look = (address: string, place: Place): void => {
    for (const entry of index.url(address))
      note(entry, place, { kind: 'link', knownAs: entry.value });
  };
  if (item.url !== null)
    look(item.url, { field: 'url', matched: item.url, start: null, end: null });
  for (const [at, link] of item.links.entries())
    look(link, { field: `links/${at}`, matched: link, start: null, end: null });
  for (const { field, text } of writtenFields(item)) {
    for (const { url, start, end, matched } of findUrls(text))
      look(url, { field, matched, start, end });
  }
}

function notePhrases(index: EntryIndex, item: MatchableItem, note: Note): void {
  for (const { field, text } of writtenFields(item)) {
    for (const { entry, hit } of index.phrases(text))
      note(
        entry,
        { field, matched: hit.matched, start: hit.start, end: hit.end },
        { kind: 'phrase', undone: hit.undone },
      );
  }
}

function noteTexts(index: EntryIndex, item: MatchableItem, note: Note): void {
  for (const { field, text } of writtenFields(item)) {
    for (const { id, facts, distance } of index.text(text))
      note(
        { id, ...facts },
        { field, matched: text.slice(0, longestExcerpt), start: null, end: null },
        { kind: 'near_text', distance },
      );
  }
  const { textDigest } = item;
  if (textDigest === undefined) return;
  for (const { id, facts, distance } of index.textDigest(textDigest))
    note(
      { id, ...facts },
      { field: 'text', matched: textDigest, start: null, end: null },
      { kind: 'near_text', distance },
    );
}

/** What the author wrote, as far as there is any. */
function writtenFields(item: MatchableItem): { field: string; text: string }[] {
  const fields: { field: string; text: string }[] = [];
  if (item.text) fields.push({ field: 'text', text: item.text });
  if (item.title) fields.push({ field: 'title', text: item.title });
  if (item.actor?.bio) fields.push({ field: 'bio', text: item.actor.bio });
  return fields;
}

/** What is found by its digest is the very thing; what only reads like it may say the opposite. */
const kinds = {
  digest: ['hash', 'match'],
  picture: ['picture', 'match'],
  video: ['video', 'match'],
  near_text: ['near_text', 'similar'],
  link: ['url', 'match'],
  phrase: ['phrase', 'match'],
} as const satisfies Record<Evidence['kind'], readonly [Signal['kind'], Signal['strength']]>;

/** What reads like a phrase only once look-alikes and the like are undone may be something else. */
function strengthOf(evidence: Evidence): Signal['strength'] {
  const readInto =
    evidence.kind === 'phrase' && evidence.undone.some((what) => what !== 'invisible');
  return readInto ? 'similar' : kinds[evidence.kind][1];
}

function ofEntry({ entry, place, count, evidence }: Found): SignalDraft {
  const because = becauseOfEntry(entry, place, count, evidence);
  const [kind] = kinds[evidence.kind];
  return {
    ...place,
    matched: place.matched === '' ? null : place.matched,
    kind,
    strength: strengthOf(evidence),
    disputed: entry.disputed,
    confirmed: entry.confirmed,
    explanation: explain(because),
    because,
    source: entry.source,
    label: entry.label,
    severity: entry.severity,
    reference_id: entry.id,
  };
}

function ofName(found: NameFound): SignalDraft {
  const because = becauseOfName(found);
  return {
    ...found.place,
    kind: 'listed_name',
    strength: 'name_only',
    disputed: false,
    confirmed: true,
    explanation: explain(because),
    because,
    source: found.designation.list,
    label: found.designation.name,
    severity: null,
    reference_id: found.designation.designationId,
  };
}

/** A signal of a name that is like a listed one. */
export function ofNameLike(found: NameLike): SignalDraft {
  const because = becauseOfNameLike(found);
  const { field, name, designation } = found;
  return {
    field,
    matched: name,
    start: null,
    end: null,
    kind: 'listed_name',
    strength: 'name_only',
    disputed: false,
    confirmed: true,
    explanation: explain(because),
    because,
    source: designation.list,
    label: designation.name,
    severity: null,
    reference_id: designation.designationId,
  };
}

function cut(signals: readonly SignalDraft[]): SignalDraft[] {
  const kept = signals.slice(0, MOST_SIGNALS);
  const last = kept.pop()!;
  if (last.because === null) return [...kept, last];
  const because = andFurther(last.because, signals.length - MOST_SIGNALS);
  return [...kept, { ...last, because, explanation: explain(because) }];
}
