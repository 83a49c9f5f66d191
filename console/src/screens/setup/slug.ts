/**
 * An address for a desk from its name: Latin letters, digits and hyphens, at most 40; empty when the
 * name has none of them (the person then writes one).
 */
export function slugFrom(name: string): string {
  const plain = name
    .normalize('NFKD')
    .replaceAll(/\p{M}/gu, '')
    .toLowerCase()
    .replaceAll(/[^a-z0-9]+/g, '-')
    .slice(0, 40)
    .replaceAll(/^-+|-+$/g, '');
  return plain.length >= 3 ? plain : '';
}
