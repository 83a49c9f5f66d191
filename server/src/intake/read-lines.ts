import { NewItem, type Problem } from '@commonweal/contract';
import { checkerOf, problem, ProblemError, unholdableText } from '../platform/http/index.ts';

export interface Line {
  /** From 1, as an editor counts. */
  readonly line: number;
  readonly item: NewItem | null;
  readonly problem: Problem | null;
}

const mostLines = 500;
const check = checkerOf(NewItem);
const decoder = new TextDecoder('utf-8', { fatal: true });
const maySpellPrototype = /__proto__|\\u00/i;

/**
 * Reads NDJSON: each line is an item or a problem of its own.
 * @throws ProblemError when the body as a whole cannot be read: bad UTF-8, or too many lines
 */
export function readLines(body: Buffer): Line[] {
  let text: string;
  try {
    text = decoder.decode(body);
  } catch {
    throw problem('bad-request', 'The body is not valid UTF-8. Nothing was taken in.');
  }
  const lines = text
    .split('\n')
    .flatMap((content, index) => (content.trim() === '' ? [] : [{ line: index + 1, content }]));
  if (lines.length > mostLines) {
    throw problem(
      'too-large',
      `A batch holds up to ${mostLines} lines; this one has ${lines.length}. Nothing was taken in: split it.`,
    );
  }
  return lines.map(({ line, content }) => readLine(line, content));
}

function readLine(line: number, content: string): Line {
  let value: unknown;
  try {
    // A reviver makes parsing several times slower: only what may spell the name needs one.
    value = maySpellPrototype.test(content)
      ? JSON.parse(content, refusePrototype)
      : JSON.parse(content);
  } catch (error) {
    const reason =
      error instanceof ProblemError
        ? error
        : problem('bad-request', `Line ${line} is not valid JSON.`);
    return { line, item: null, problem: reason.toProblem() };
  }
  const refusal = unholdableText(content, value) ?? check(value);
  return refusal === null
    ? { line, item: value as NewItem, problem: null }
    : { line, item: null, problem: refusal.toProblem() };
}

function refusePrototype(key: string, value: unknown): unknown {
  if (key === '__proto__') throw problem('bad-request', 'A field named __proto__ is not taken in.');
  return value;
}
