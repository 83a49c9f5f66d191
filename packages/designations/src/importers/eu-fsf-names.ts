import type { RefusalCode } from '../list-refused.ts';
import { gatherNames } from '../names-of.ts';
import { scriptOf } from '../published-name.ts';
import { childrenOf, type Element } from '../reading/element.ts';
import type { ImportLimits } from '../reading/limits.ts';
import type { EntityKind, ListedName, NameStrength } from '../register.ts';

const STRENGTHS: Readonly<Record<string, NameStrength>> = { true: 'strong', false: 'weak' };
/** Languages of the Union in other letters: a name in them is a rendering, not the original script. */
const OWN_LETTERS = new Set(['BG', 'EL']);

/** Refuses the list for what is wrong in one entry. */
export type Refuse = (code: RefusalCode, wrong: string) => never;

/**
 * The names of one entry of the EU list. Primary is the first strong name in English or in no language
 * said; a name in letters no language of the Union has is the original script.
 */
export function euNames(
  record: Element,
  kind: EntityKind,
  limits: ImportLimits,
  refuse: Refuse,
): ListedName[] {
  const published = childrenOf(record, 'nameAlias').map(({ attributes: of }) => {
    const parts = [of['firstName'], of['middleName'], of['lastName']];
    const text = (of['wholeName']?.trim() || parts.filter(Boolean).join(' ')).trim();
    if (text.length > limits.fieldLength) refuse('too_long', 'A name is too long');
    const language = (of['nameLanguage'] ?? '').toUpperCase();
    const strength = STRENGTHS[of['strong'] ?? ''] ?? 'unstated';
    const isOriginal = !OWN_LETTERS.has(language) && !/^(?:Latn|Zyyy)$/.test(scriptOf(text));
    return { text, language, strength, isOriginal };
  });
  if (published.length > limits.aliasesPerEntry) refuse('too_many', 'An entry has too many names');
  const primary =
    published.find(
      ({ strength, language }) => strength === 'strong' && /^(?:EN)?$/.test(language),
    ) ??
    published.find(({ strength }) => strength === 'strong') ??
    published[0];
  const gathered = gatherNames(kind);
  if (primary !== undefined) gathered.add(primary.text, 'primary', primary.strength);
  for (const { text, strength, isOriginal } of published)
    gathered.add(text, isOriginal ? 'original_script' : 'alias', strength);
  return gathered.names();
}
