import { ListRefused } from '../list-refused.ts';
import { FETCH_AGAIN, type ImportLimits } from './limits.ts';
import { readText, type Bytes } from './read-text.ts';

/** Lines hold many fields: how many times the longest field one may be. */
const fieldsPerLine = 1000;
const linesPerEntry = 20;

/**
 * Reads JSON lines: one JSON object to a line. Empty lines are passed over. The format has no end mark,
 * so a file cut between two lines reads as a shorter one; one cut within a line is refused.
 * @throws ListRefused with line and column on a line that is no object; what `onObject` throws
 */
export async function readJsonLines(
  chunks: Bytes,
  limits: ImportLimits,
  onObject: (object: Readonly<Record<string, unknown>>, line: number) => void,
): Promise<{ readonly sha256: string }> {
  const longest = limits.fieldLength * fieldsPerLine;
  let line = 1;
  let objects = 0;
  const refuseLong = () => {
    const wrong = `The line is longer than ${longest} characters`;
    throw new ListRefused('too_long', wrong, FETCH_AGAIN, { line, column: 1 });
  };
  const take = (text: string, isLast: boolean): void => {
    if (text.length > longest) refuseLong();
    if (text.trim() !== '') {
      if (++objects > limits.entries * linesPerEntry)
        throw new ListRefused('too_many', 'The file has too many lines', FETCH_AGAIN, {
          line,
          column: 1,
        });
      onObject(objectIn(text, line, isLast), line);
    }
    line++;
  };
  const { pieces, sha256 } = readText(chunks, limits);
  let rest = '';
  for await (const piece of pieces) {
    if (!piece.includes('\n')) {
      rest += piece;
      if (rest.length > longest) refuseLong();
      continue;
    }
    const lines = (rest + piece).split('\n');
    rest = lines.pop() ?? '';
    for (const text of lines) take(text, false);
  }
  take(rest, true);
  return { sha256: sha256() };
}

function objectIn(text: string, line: number, isLast: boolean): Record<string, unknown> {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch (error) {
    const at = /position (\d+)/.exec(String(error))?.[1];
    const isCut = isLast && text.trimStart().startsWith('{');
    const place = {
      line,
      column: at === undefined ? (isCut ? text.length + 1 : 1) : Number(at) + 1,
    };
    if (isCut)
      throw new ListRefused('truncated', 'The file ends within a line', FETCH_AGAIN, place);
    throw new ListRefused('not_json', 'The line is not JSON', FETCH_AGAIN, place);
  }
  if (typeof value !== 'object' || value === null || Array.isArray(value))
    throw new ListRefused('not_json', 'The line is not a JSON object', FETCH_AGAIN, {
      line,
      column: 1,
    });
  return value as Record<string, unknown>;
}
