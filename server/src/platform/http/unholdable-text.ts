import { problem, type ProblemError } from './problem.ts';

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
      const detail = complaintAbout(found);
      if (detail !== null)
        return problem('invalid', `In the body, at "${pointer}": ${detail}. Nothing was changed.`, {
          errors: [{ pointer, detail }],
        });
    } else if (typeof found === 'object' && found !== null) {
      for (const [name, part] of Object.entries(found))
        waiting.push([pointer, name], [`${pointer}/${escape(name)}`, part]);
    }
  }
  return null;
}

function complaintAbout(text: string): string | null {
  const nul = text.indexOf('\0');
  if (nul >= 0) return `must not contain a NUL character${lineOf(text, nul)}`;
  return text.isWellFormed() ? null : 'must not contain half of a surrogate pair';
}

/** Where it is, for text of many lines such as a file. */
function lineOf(text: string, at: number): string {
  return text.includes('\n')
    ? `; there is one in line ${text.slice(0, at).split('\n').length}`
    : '';
}

function escape(name: string): string {
  return name.toWellFormed().replaceAll('~', '~0').replaceAll('/', '~1');
}
