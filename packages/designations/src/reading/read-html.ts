import { Parser } from 'htmlparser2';
import { ListRefused } from '../list-refused.ts';
import type { Element } from './element.ts';
import { FETCH_AGAIN, type ImportLimits } from './limits.ts';
import { readText, type Bytes } from './read-text.ts';

const PASSED_OVER = new Set(['script', 'style', 'svg', 'noscript', 'template', 'iframe']);
const mostElements = 200_000;

type Building = Element & { content: (string | Element)[] };

/**
 * Reads a web page into one tree. Nothing of it runs, and nothing it refers to is fetched.
 * @throws ListRefused when it is too large, too deep or does not end as a page does
 */
export async function readHtml(
  chunks: Bytes,
  limits: ImportLimits,
): Promise<{ readonly page: Element; readonly sha256: string }> {
  const page: Building = {
    name: '#page',
    attributes: {},
    content: [],
    place: { line: null, column: null },
  };
  const open: Building[] = [page];
  let passedOver = 0;
  let elements = 0;
  let ended = false;
  let line = 1;
  const parser = new Parser(
    {
      onopentag(name, attributes) {
        if (passedOver > 0 || PASSED_OVER.has(name)) {
          passedOver++;
          return;
        }
        if (++elements > mostElements)
          throw new ListRefused('too_many', 'The page has too many elements', FETCH_AGAIN);
        if (open.length > limits.depth * 4)
          throw new ListRefused('too_deep', 'Elements are nested too deep', FETCH_AGAIN);
        const element = { name, attributes, content: [], place: { line, column: 1 } };
        open.at(-1)!.content.push(element);
        open.push(element);
      },
      ontext(text) {
        if (passedOver === 0) open.at(-1)!.content.push(text);
      },
      onclosetag(name, implied) {
        if (name === 'html' && !implied) ended = true;
        if (passedOver > 0) passedOver--;
        else open.pop();
      },
    },
    { decodeEntities: true },
  );
  const { pieces, sha256 } = readText(chunks, limits);
  for await (const piece of pieces) {
    // Line by line, so that an element knows its line however the file came in.
    for (const part of piece.split(/(?<=\n)/)) {
      parser.write(part);
      if (part.endsWith('\n')) line++;
    }
  }
  parser.end();
  if (elements === 0) throw new ListRefused('not_html', 'The file is not a web page', FETCH_AGAIN);
  if (!ended)
    throw new ListRefused(
      'truncated',
      'The page ends before it is whole (no </html>)',
      FETCH_AGAIN,
    );
  return { page, sha256: sha256() };
}
