import { emptyDraft, reviveDraft, type Draft } from './draft.ts';

/** What of the browser's session storage is needed here. */
export type DraftStorage = Pick<Storage, 'getItem' | 'setItem' | 'removeItem'>;

/** By person and case, so that nobody meets another's draft on a shared machine. */
function keyOf(personId: string, caseId: string): string {
  return `commonweal.draft.${personId}.${caseId}`;
}

/** The draft kept in this tab; empty when there is none, it cannot be read, or storage is closed. */
export function readDraft(storage: DraftStorage, personId: string, caseId: string): Draft {
  try {
    const stored = storage.getItem(keyOf(personId, caseId));
    return stored === null ? emptyDraft : reviveDraft(JSON.parse(stored));
  } catch {
    return emptyDraft;
  }
}

/** Keeps a draft for as long as the tab lives. @returns false when the browser would not */
export function keepDraft(
  storage: DraftStorage,
  personId: string,
  caseId: string,
  draft: Draft,
): boolean {
  try {
    storage.setItem(keyOf(personId, caseId), JSON.stringify(draft));
    return true;
  } catch {
    return false;
  }
}

/** Forgets a draft: the case is decided. */
export function dropDraft(storage: DraftStorage, personId: string, caseId: string): void {
  try {
    storage.removeItem(keyOf(personId, caseId));
  } catch {
    // Storage that cannot be written holds no draft either.
  }
}
