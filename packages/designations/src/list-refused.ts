/** Why a list was not taken in. Nothing of a refused list is used. */
export type RefusalCode =
  | 'not_utf8'
  | 'not_xml'
  | 'not_html'
  | 'not_csv'
  | 'not_json'
  | 'not_zip'
  | 'wrong_columns'
  | 'doctype'
  | 'wrong_root'
  | 'truncated'
  | 'too_large'
  | 'too_deep'
  | 'too_long'
  | 'too_many'
  | 'missing_field'
  | 'bad_date'
  | 'duplicate_reference'
  | 'below_floor'
  | 'shrank';

export interface RefusalPlace {
  /** Counted from 1; null when the fault has no one place. */
  readonly line: number | null;
  readonly column: number | null;
}

/** A list refused: what was wrong, where, and what to do. */
export class ListRefused extends Error {
  readonly code: RefusalCode;
  readonly line: number | null;
  readonly column: number | null;
  readonly whatToDo: string;

  constructor(code: RefusalCode, wrong: string, whatToDo: string, place?: RefusalPlace) {
    const where = place?.line == null ? '' : ` (line ${place.line}, column ${place.column ?? 1})`;
    super(`${wrong}${where}. ${whatToDo}`);
    this.name = 'ListRefused';
    this.code = code;
    this.line = place?.line ?? null;
    this.column = place?.column ?? null;
    this.whatToDo = whatToDo;
  }
}
