import { SPACE } from './fold-table.ts';

let bytes = Buffer.alloc(8192);
let view = new Uint16Array(bytes.buffer, bytes.byteOffset, bytes.length >> 1);

/**
 * The UTF-16 units of a text, and a space after the last. They stand in one array that the next
 * call writes over: reading an array is several times faster than asking the string for each unit.
 */
export function unitsOf(text: string): Uint16Array {
  const needed = text.length + 1;
  if (view.length < needed) {
    bytes = Buffer.alloc(4 * needed);
    view = new Uint16Array(bytes.buffer, bytes.byteOffset, 2 * needed);
  }
  bytes.write(text, 'utf16le');
  view[text.length] = SPACE;
  return view;
}

/** Units as a string, from one position to another. */
export function textOfUnits(units: Uint16Array, start: number, end: number): string {
  const { buffer, byteOffset } = units;
  return Buffer.from(buffer, byteOffset + 2 * start, 2 * (end - start)).toString('utf16le');
}
