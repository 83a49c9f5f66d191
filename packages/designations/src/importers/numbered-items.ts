import { childrenOf, elementsIn, textIn, type Element } from '../reading/element.ts';

/** One numbered row of a table or item of a list. */
export interface NumberedItem {
  readonly number: number;
  readonly text: string;
  /** What stands in further cells of its row. */
  readonly others: readonly string[];
  readonly place: Element['place'];
}

const SERIAL = /^\(?(\d{1,4})\s*[.)]*$/u;
const NUMBERED = /^\(?(\d{1,4})\s*[.)]\s*(\S.*)$/u;

/**
 * What a page numbers: the rows of its tables that begin with a number; where there are none, the items
 * of numbered lists or paragraphs that begin with a number; where there are none either, the items of
 * its longest ordered list.
 */
export function numberedItems(page: Element): NumberedItem[] {
  const rows = elementsIn(page, 'tr').flatMap((row) => {
    const cells = childrenOf(row).filter(({ name }) => name === 'td' || name === 'th');
    const [serial = '', text = '', ...others] = cells.map(lineOf);
    const number = SERIAL.exec(serial)?.[1];
    return number === undefined || text === ''
      ? []
      : [{ number: Number(number), text, others, place: row.place }];
  });
  if (rows.length > 0) return rows;
  const paragraphs = elementsIn(page, 'p', 'li').flatMap((element) => {
    // A paragraph within an item would be read twice.
    if (elementsIn(element, 'p', 'li').length > 0) return [];
    const [, number, text = ''] = NUMBERED.exec(lineOf(element)) ?? [];
    return number === undefined
      ? []
      : [{ number: Number(number), text, others: [], place: element.place }];
  });
  if (paragraphs.length > 0) return paragraphs;
  const lists = elementsIn(page, 'ol').map((list) => childrenOf(list, 'li'));
  const longest = lists.reduce((best, each) => (each.length > best.length ? each : best), []);
  return longest.map((item, at) => ({
    number: at + 1,
    text: lineOf(item),
    others: [],
    place: item.place,
  }));
}

function lineOf(element: Element): string {
  return textIn(element)
    .replaceAll(/[\s\u200B]+/gu, ' ')
    .trim();
}
