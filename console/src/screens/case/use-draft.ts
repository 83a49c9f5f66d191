import { useCallback, useEffect, useRef, useState } from 'react';
import { dropDraft, keepDraft, readDraft } from './draft-storage.ts';
import { emptyDraft, type Draft } from './draft.ts';

export interface DraftHandle {
  draft: Draft;
  change: (changes: Partial<Draft>) => void;
  /** Forgets everything; after a decision, or to begin again. */
  clear: () => void;
  /** False where the browser would not keep it: then it lasts as long as the page. */
  isKept: boolean;
}

/** What the person has written about a case, kept in this tab against reloads and lost holds. */
export function useDraft(personId: string, caseId: string): DraftHandle {
  const [draft, setDraft] = useState(() => readDraft(sessionStorage, personId, caseId));
  const [isKept, setKept] = useState(true);
  // Several changes may come before the next drawing; each builds on the one before.
  const latest = useRef(draft);
  const change = useCallback(
    (changes: Partial<Draft>) => {
      latest.current = { ...latest.current, ...changes };
      setDraft(latest.current);
      setKept(keepDraft(sessionStorage, personId, caseId, latest.current));
    },
    [personId, caseId],
  );
  const clear = useCallback(() => {
    dropDraft(sessionStorage, personId, caseId);
    latest.current = emptyDraft;
    setDraft(emptyDraft);
  }, [personId, caseId]);
  useEffect(() => {
    latest.current = draft;
  }, [draft]);
  return { draft, change, clear, isKept };
}
