import { buildScanner, canonicalText, type Evasion } from '@commonweal/fingerprint';
import { isShortAcronym, judgeName } from './alias-policy.ts';
import type { SuppressedReason } from './alias-policy.ts';
import type { ListedEntity, ListedName, NameStrength } from './register.ts';

/**
 * A listed name found in a text. Always evidence of a name only: it says that the words are there,
 * not who or what they mean, and never acts by itself.
 */
export interface NameHit {
  readonly evidence: 'name_only';
  readonly reference: string;
  /** The name as listed. */
  readonly name: string;
  readonly strength: NameStrength;
  /** The words as written, and their UTF-16 offsets (end exclusive) in the field. */
  readonly matched: string;
  readonly start: number;
  readonly end: number;
  /** False when the name may only support another; then the reason is stated. */
  readonly alone: boolean;
  readonly suppressedReason: SuppressedReason | null;
  readonly field: string;
  /** What had to be undone to find it; nothing for what is written as people write. */
  readonly undone: readonly Evasion[];
}

export interface NameMatcher {
  /** Listed names in one field of an item ("body", "display_name"), in order of their place. */
  readonly scan: (text: string, field: string) => NameHit[];
  /** Distinct canonical names searched for. */
  readonly nameCount: number;
}

interface Candidate {
  readonly reference: string;
  readonly name: ListedName;
  readonly acronym: boolean;
  readonly alone: boolean;
  readonly suppressedReason: SuppressedReason | null;
}

/** "FAMILY, Given" is searched for in both orders. */
function spellingsOf(entity: ListedEntity, name: ListedName): string[] {
  const parts = name.text.split(/,\s+/u);
  const [family, given] = parts;
  const inverted = entity.kind === 'person' && parts.length === 2 && family && given;
  return inverted ? [name.text, `${given} ${family}`] : [name.text];
}

/** "GHF" as listed or all in capitals; "ghf" is a word or a slip. */
function isWrittenAsAcronym(matched: string, listed: string): boolean {
  return matched === listed || matched === matched.toUpperCase();
}

/** Better evidence of the same words for the same entity comes first. */
function isBetter(a: Candidate, b: Candidate): boolean {
  if (a.alone !== b.alone) return a.alone;
  return a.name.strength === 'strong' && b.name.strength !== 'strong';
}

function candidatesOf(entities: readonly ListedEntity[]): Map<string, Map<string, Candidate>> {
  const bySpelling = new Map<string, Map<string, Candidate>>();
  for (const entity of entities) {
    for (const name of entity.names) {
      const { alone, reason } = judgeName(name, entity.kind);
      const acronym = entity.kind === 'organisation' && isShortAcronym(name.text);
      const { reference } = entity;
      const candidate = { reference, name, acronym, alone, suppressedReason: reason };
      for (const spelling of spellingsOf(entity, name)) {
        const canonical = canonicalText(spelling).text;
        if (canonical === '') continue;
        const known = bySpelling.get(canonical) ?? new Map<string, Candidate>();
        const rival = known.get(reference);
        if (rival === undefined || isBetter(candidate, rival)) known.set(reference, candidate);
        bySpelling.set(canonical, known);
      }
    }
  }
  return bySpelling;
}

/** Drops hits that lie within a longer hit of the same entity: the same words, said once. */
function outermost(hits: readonly NameHit[]): NameHit[] {
  const reach = new Map<string, number>();
  return hits.filter(({ reference, end }) => {
    if (end <= (reach.get(reference) ?? 0)) return false;
    reach.set(reference, end);
    return true;
  });
}

/**
 * Builds a matcher for the names of entities: exact after `canonicalText`, whole words, and what hides
 * them undone (see `Evasion`). References
 * must tell the entities apart; prefix them with the authority when several lists are searched.
 * Acronyms of up to four letters count only where the author wrote them in capitals.
 *
 *     buildNameMatcher(list.entries).scan(post.text, 'body')
 */
export function buildNameMatcher(entities: readonly ListedEntity[]): NameMatcher {
  const bySpelling = candidatesOf(entities);
  const scanner = buildScanner([...bySpelling.keys()].map((text) => ({ id: text, text })));

  function scan(text: string, field: string): NameHit[] {
    const hits: NameHit[] = [];
    for (const { id, start, end, matched, undone } of scanner.scan(text)) {
      const plain = undone.every((what) => what === 'invisible');
      for (const candidate of bySpelling.get(id)?.values() ?? []) {
        // An acronym is too short for more to be undone than what nobody sees.
        if (candidate.acronym && !(plain && isWrittenAsAcronym(matched, candidate.name.text)))
          continue;
        const { reference, name, alone, suppressedReason } = candidate;
        const { text: listed, strength } = name;
        const place = { matched, start, end, field, undone };
        const found = { reference, name: listed, strength, alone, suppressedReason };
        hits.push({ evidence: 'name_only', ...found, ...place });
      }
    }
    return outermost(hits);
  }

  return { scan, nameCount: scanner.phraseCount };
}

/**
 * Of all the hits in one item (every field of it), those worth showing: names that stand alone,
 * and suppressed ones of an entity that another name in the same item speaks for.
 */
export function supportHits(hits: readonly NameHit[]): NameHit[] {
  const spokenFor = new Set(hits.filter(({ alone }) => alone).map(({ reference }) => reference));
  return hits.filter(({ reference }) => spokenFor.has(reference));
}
