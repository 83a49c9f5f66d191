import { SaxesParser } from 'saxes';
import { ListRefused, type RefusalCode } from '../list-refused.ts';
import type { Element } from './element.ts';
import { FETCH_AGAIN, type ImportLimits } from './limits.ts';
import { readText, type Bytes } from './read-text.ts';

/** What an XML file must look like, and what of it is wanted. Paths are names joined by "/". */
export interface XmlShape {
  readonly root: string;
  /** What to say to a person whose file begins otherwise. */
  readonly hint: string;
  /** Whether the element at this path is a record, handed over whole. */
  readonly isRecord: (path: string) => boolean;
  /** Whether an element in a record is passed over with all that is in it. */
  readonly isSkipped?: (path: string) => boolean;
}

/** What is known of a file once it was read. */
export interface XmlRead {
  readonly attributes: Readonly<Record<string, string>>;
  /** The paths of the elements directly below the root. */
  readonly sections: ReadonlySet<string>;
  readonly sha256: string;
}

interface Open {
  readonly name: string;
  readonly path: string;
  /** What is read of it; null when it is outside records or skipped. */
  readonly element: (Element & { content: (string | Element)[] }) | null;
  readonly skipped: boolean;
}

/**
 * Reads an XML file as a stream, record by record. Namespace prefixes are left out. A document type
 * is refused outright, so no entity but XML's own five and numeric references is ever expanded.
 *
 * @throws ListRefused with line and column on anything but a whole, well-formed file
 */
export async function readXml(
  chunks: Bytes,
  shape: XmlShape,
  limits: ImportLimits,
  onRecord: (record: Element, path: string) => void,
): Promise<XmlRead> {
  const parser = new SaxesParser({ xmlns: false, position: true });
  const place = () => ({ line: parser.line, column: parser.columnIndex + 1 });
  function refuse(code: RefusalCode, wrong: string, whatToDo = FETCH_AGAIN): never {
    throw new ListRefused(code, wrong, whatToDo, place());
  }
  const open: Open[] = [];
  const sections = new Set<string>();
  let attributes: Record<string, string> = {};
  let records = 0;

  parser.on('error', (fault) => {
    const wrong = fault.message.replace(/^\d+:\d+: /, '');
    const cut = /^(?:unclosed tag|unexpected end|document must contain)/.test(wrong);
    if (cut) refuse('truncated', `The file ends before the list does: ${wrong}`);
    refuse('not_xml', `The file is not well-formed XML: ${wrong}`);
  });
  parser.on('doctype', () => {
    const hint = 'This may be a web page or a hostile file. Check the address.';
    refuse('doctype', 'The file declares a document type', hint);
  });
  parser.on('xmldecl', ({ encoding }) => {
    if (encoding !== undefined && encoding.toLowerCase() !== 'utf-8')
      refuse('not_utf8', `The file declares the encoding ${encoding.slice(0, 20)}`);
  });
  parser.on('opentag', (tag) => {
    const name = tag.name.replace(/^.*:/, '');
    const above = open.at(-1);
    const path = above === undefined ? name : `${above.path}/${name}`;
    if (open.length >= limits.depth) refuse('too_deep', `Elements are over ${limits.depth} deep`);
    if (above === undefined) {
      if (name !== shape.root)
        refuse('wrong_root', `The file begins with <${name.slice(0, 60)}>`, shape.hint);
      attributes = withoutPrefixes(tag.attributes);
    }
    if (open.length === 1) sections.add(path);
    const inRecord = above?.element != null;
    const skipped = above?.skipped === true || (inRecord && shape.isSkipped?.(path) === true);
    const isWanted = !skipped && (inRecord || shape.isRecord(path));
    const element = isWanted
      ? { name, attributes: withoutPrefixes(tag.attributes), content: [], place: place() }
      : null;
    open.push({ name, path, element, skipped });
  });
  const take = (piece: string): void => {
    const content = open.at(-1)?.element?.content;
    if (content === undefined) return;
    const last = content.at(-1);
    const text = typeof last === 'string' ? last + piece : piece;
    if (text.length > limits.fieldLength)
      refuse('too_long', `${open.at(-1)?.name} is longer than ${limits.fieldLength} characters`);
    if (typeof last === 'string') content[content.length - 1] = text;
    else content.push(text);
  };
  parser.on('text', take);
  parser.on('cdata', take);
  parser.on('closetag', () => {
    const closed = open.pop();
    if (closed?.element == null) return;
    const above = open.at(-1)?.element;
    if (above != null) above.content.push(closed.element);
    else {
      if (++records > limits.entries) refuse('too_many', `More than ${limits.entries} entries`);
      onRecord(closed.element, closed.path);
    }
  });

  const { pieces, sha256 } = readText(chunks, limits, place);
  for await (const piece of pieces) parser.write(piece);
  parser.close();
  return { attributes, sections, sha256: sha256() };
}

function withoutPrefixes(attributes: Readonly<Record<string, string>>): Record<string, string> {
  return Object.fromEntries(
    Object.entries(attributes).map(([name, value]) => [name.replace(/^.*:/, ''), value]),
  );
}
