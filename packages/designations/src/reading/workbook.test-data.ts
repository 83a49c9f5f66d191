import { strToU8, zipSync } from 'fflate';

/** A workbook with one sheet, as Excel writes them: texts shared, numbers as they are. */
export function workbook(rows: readonly (readonly (string | number)[])[]): Uint8Array {
  const strings: string[] = [];
  const sheet = rows.map((cells, at) => {
    const written = cells.map((cell, column) => {
      const place = `${String.fromCharCode(65 + column)}${at + 1}`;
      if (typeof cell === 'number') return `<c r="${place}"><v>${cell}</v></c>`;
      if (cell === '') return '';
      return `<c r="${place}" t="s"><v>${strings.push(cell) - 1}</v></c>`;
    });
    return `<row r="${at + 1}">${written.join('')}</row>`;
  });
  const escaped = strings.map((text) => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;'));
  return zipSync({
    'xl/worksheets/sheet1.xml': strToU8(
      `<worksheet><sheetData>${sheet.join('')}</sheetData></worksheet>`,
    ),
    'xl/sharedStrings.xml': strToU8(
      `<sst>${escaped.map((text) => `<si><t>${text}</t></si>`).join('')}</sst>`,
    ),
  });
}
