import type { RefusalPlace } from '../list-refused.ts';

/** One element of an XML or HTML file, with all that is in it, in order. */
export interface Element {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly content: readonly (string | Element)[];
  readonly place: RefusalPlace;
}

/** The elements directly in it, or those of one name. */
export function childrenOf(element: Element, name?: string): Element[] {
  return element.content.filter(
    (each): each is Element =>
      typeof each !== 'string' && (name === undefined || each.name === name),
  );
}

/** The first element at a path below it, or undefined. */
export function childAt(element: Element, ...path: readonly string[]): Element | undefined {
  let at: Element | undefined = element;
  for (const name of path) at = at === undefined ? undefined : childrenOf(at, name)[0];
  return at;
}

/** Every element of one of the names in it, at any depth, in order. */
export function elementsIn(element: Element, ...names: readonly string[]): Element[] {
  return childrenOf(element).flatMap((child) => [
    ...(names.includes(child.name) ? [child] : []),
    ...elementsIn(child, ...names),
  ]);
}

const BREAKS = new Set(['br', 'p', 'div', 'li', 'tr', 'td', 'th', 'h1', 'h2', 'h3', 'h4']);

/** All text in it. Runs of white space are one space, but where a new line is begun. */
export function textIn(element: Element | undefined): string {
  if (element === undefined) return '';
  const raw = (each: Element): string =>
    each.content
      .map((part) => {
        if (typeof part === 'string') return part.replaceAll(/\s+/gu, ' ');
        return BREAKS.has(part.name) ? `\n${raw(part)}\n` : raw(part);
      })
      .join('');
  return raw(element)
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '')
    .join('\n');
}

/** The text at a path below it; empty when there is none. */
export function textAt(element: Element, ...path: readonly string[]): string {
  return textIn(childAt(element, ...path));
}
