import type { RefusalPlace } from '../list-refused.ts';
import { elementsIn, textIn, type Element } from './element.ts';

/** A table of a page, with the heading it stands under. */
export interface PageTable {
  /** Its caption, or the last heading before it; empty when there is none. */
  readonly heading: string;
  /** The cells of its first row. */
  readonly head: readonly string[];
  readonly rows: readonly TableRow[];
}

export interface TableRow {
  readonly cells: readonly string[];
  readonly place: RefusalPlace;
}

const HEADING = /^h[1-6]$/;
const mostColumns = 20;

/** The tables of a page, in order, each with the heading it stands under. */
export function tablesIn(page: Element): PageTable[] {
  const tables: PageTable[] = [];
  let heading = '';
  const walk = (element: Element): void => {
    for (const part of element.content) {
      if (typeof part === 'string') continue;
      if (HEADING.test(part.name)) heading = textIn(part);
      else if (part.name === 'table') tables.push(tableOf(part, heading));
      else walk(part);
    }
  };
  walk(page);
  return tables;
}

function tableOf(table: Element, heading: string): PageTable {
  const [caption] = elementsIn(table, 'caption');
  const [head, ...rows] = rowsOf(table);
  return {
    heading: caption === undefined ? heading : textIn(caption),
    head: head?.cells ?? [],
    rows: rows.filter(({ cells }) => cells.some((cell) => cell !== '')),
  };
}

/** Cells that span rows or columns are there in each. */
function rowsOf(table: Element): TableRow[] {
  const carried = new Map<number, { readonly text: string; readonly rows: number }>();
  return elementsIn(table, 'tr').map((row) => {
    const cells: string[] = [];
    const fill = (): void => {
      for (let held = carried.get(cells.length); held; held = carried.get(cells.length)) {
        if (held.rows === 1) carried.delete(cells.length);
        else carried.set(cells.length, { ...held, rows: held.rows - 1 });
        cells.push(held.text);
      }
    };
    for (const cell of elementsIn(row, 'td', 'th')) {
      fill();
      const text = textIn(cell);
      const rows = Number(cell.attributes['rowspan'] ?? 1);
      const columns = Math.min(mostColumns, Number(cell.attributes['colspan'] ?? 1) || 1);
      for (let at = 0; at < columns; at++) {
        if (rows > 1 && rows < 1000) carried.set(cells.length, { text, rows: rows - 1 });
        cells.push(text);
      }
    }
    fill();
    return { cells, place: row.place };
  });
}
