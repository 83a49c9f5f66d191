const ALSO =
  /^(?:also known(?: among other names)? as|(?:aussi |également )?connue?s?(?: notamment)? (?:sous les? noms? (?:suivants? ?:? ?|de |d[’'])|aussi sous les? noms? (?:de |d[’'])|sous)|a\.?k\.?a\.?|notamment|aussi appelée?|alias)[\s:]*/iu;

/**
 * The names in one item of a statute's list, the main one first: "Main Name (MN) (also known among other
 * names as A, B (C) and D)". What is in parentheses of its own right after the name is a name too.
 *
 *     namesListedIn('Grey Heron Front (GHF) (also known as The Roost and Heron Column)')
 *     // ['Grey Heron Front', 'GHF', 'The Roost', 'Heron Column']
 */
export function namesListedIn(item: string): string[] {
  // The French text has brackets where it already has parentheses within.
  const text = item.replaceAll('[', '(').replaceAll(']', ')').replaceAll(/\s+/gu, ' ').trim();
  const names: string[] = [];
  let main = '';
  for (const { part, inner } of atParentheses(text)) {
    if (!inner) {
      main += part;
      continue;
    }
    const list = part.replace(ALSO, '');
    names.push(...(list === part ? [part] : splitList(list)));
  }
  return [main.trim(), ...names.map((name) => name.trim())].filter((name) => name !== '');
}

function atParentheses(text: string): { part: string; inner: boolean }[] {
  const parts: { part: string; inner: boolean }[] = [];
  let depth = 0;
  let begun = 0;
  for (let at = 0; at < text.length; at++) {
    const character = text[at];
    if (character === '(' && depth++ === 0) {
      parts.push({ part: text.slice(begun, at), inner: false });
      begun = at + 1;
    } else if (character === ')' && depth > 0 && --depth === 0) {
      parts.push({ part: text.slice(begun, at), inner: true });
      begun = at + 1;
    }
  }
  parts.push({ part: text.slice(begun), inner: depth > 0 });
  return parts.filter(({ part }) => part.trim() !== '');
}

/** "A, B (C, D) and E": commas within parentheses part nothing, and the last name comes after "and". */
export function splitList(list: string): string[] {
  const names: string[] = [];
  let depth = 0;
  let name = '';
  for (const character of list) {
    if (character === '(') depth++;
    if (character === ')') depth--;
    if (character === ',' && depth === 0) {
      names.push(name);
      name = '';
    } else name += character;
  }
  // "A, and B and C": what begins with "and" is one name, whatever it is made of.
  names.push(...(names.length > 0 && /^\s*(?:and|et)\s/iu.test(name) ? [name] : lastAnd(name)));
  return names.map((each) => each.replace(/^\s*(?:and|et)\s+/iu, '').trim());
}

function lastAnd(text: string): string[] {
  const outside = text.replaceAll(/\([^()]*\)/gu, (inner) => '·'.repeat(inner.length));
  const at = Math.max(outside.lastIndexOf(' and '), outside.lastIndexOf(' et '));
  if (at < 0) return [text];
  const end = outside.startsWith(' and ', at) ? at + 5 : at + 4;
  return [text.slice(0, at), text.slice(end)];
}
