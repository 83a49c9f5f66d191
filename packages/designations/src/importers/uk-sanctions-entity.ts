import type { LegalEffect, NameKind, NameStrength } from '../register.ts';

const EFFECTS: readonly (readonly [said: RegExp, effect: LegalEffect])[] = [
  [/asset freeze/i, 'asset_freeze'],
  [/travel ban/i, 'travel_ban'],
  [/arms embargo/i, 'arms_embargo'],
];

/** What the list says was imposed ("Asset freeze, Travel Ban", or with bars between), in our words. */
export function ukEffects(imposed: string): LegalEffect[] {
  return EFFECTS.flatMap(([said, effect]) => (said.test(imposed) ? [effect] : []));
}

export function ukNameKind(type: string): NameKind {
  if (/^primary name$/i.test(type)) return 'primary';
  return /f\.?k\.?a|former/i.test(type) ? 'former' : 'alias';
}

export function ukStrength(said: string): NameStrength {
  if (/low|weak/i.test(said)) return 'weak';
  return /good|strong/i.test(said) ? 'strong' : 'unstated';
}

/** "(1) Fiji (2) Tonga" is two. */
export function ukNationalities(said: string): string[] {
  return said
    .split(/\(\d+\)|\||;/u)
    .map((each) => each.trim())
    .filter((each) => each !== '');
}
