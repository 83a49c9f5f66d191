import { fault, faulty, type FieldError, type ProblemError } from './problem.ts';

/** JSON can spell what UTF-8 and PostgreSQL cannot hold, and only by these escapes. */
const maySpell = /\\u(?:0000|d[89a-f])/i;

/**
 * Finds text that would not be kept as it was sent: a NUL, or half of a surrogate pair. Null when
 * there is none.
 * @param source the JSON as it came, which is looked through first, for most has no such escapes
 */
export function unholdableText(source: string, value: unknown): ProblemError | null {
  if (!maySpell.test(source)) return null;
  const waiting: [pointer: string, value: unknown][] = [['', value]];
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
    const [pointer, found] = next;
    if (typeof found === 'string') {
      const complaint = complaintAbout(pointer, found);
      if (complaint !== null) return faulty([complaint]);
    } else if (typeof found === 'object' && found !== null) {
      for (const [name, part] of Object.entries(found))
        waiting.push([pointer, name], [`${pointer}/${escape(name)}`, part]);
    }
  }
  return null;
}

function complaintAbout(pointer: string, text: string): FieldError | null {
  const nul = text.indexOf('\0');
  if (nul >= 0)
    return text.includes('\n')
      ? fault(pointer, 'holds-nul-in-line', { line: lineOf(text, nul) })
      : fault(pointer, 'holds-nul');
  return text.isWellFormed() ? null : fault(pointer, 'holds-half-character');
}

/** The line something is in, for text of many lines such as a file; counted from 1. */
function lineOf(text: string, at: number): number {
  return text.slice(0, at).split('\n').length;
}

function escape(name: string): string {
  return name.toWellFormed().replaceAll('~', '~0').replaceAll('/', '~1');
}
