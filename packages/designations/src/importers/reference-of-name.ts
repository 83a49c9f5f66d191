import { canonicalText } from '@commonweal/fingerprint';
import type { EntityKind } from '../register.ts';

/**
 * The reference of an entry whose publisher gives none: the words of its primary name in canonical form,
 * then its kind, joined by hyphens. It stays the same for as long as the name does.
 *
 *     referenceOfName('Grey Heron Front', 'organisation')   // 'grey-heron-front-organisation'
 */
export function referenceOfName(primary: string, kind: EntityKind): string {
  return `${canonicalText(primary).text} ${kind}`.replaceAll(' ', '-');
}
