import type { NewReport, Signal, Verdict } from '@commonweal/contract';
import type { Static } from 'typebox';
import type { Trx } from '../platform/database/index.ts';
import type { Likeness } from '../platform/media/likeness.ts';

export type SignalView = Static<typeof Signal>;

/** What the later rooms need to see of an item to judge it. */
export interface JudgedItem {
  readonly itemId: string;
  readonly externalId: string;
  readonly kind: string;
  readonly surface: string;
  readonly text: string | null;
  readonly title: string | null;
  readonly url: string | null;
  readonly links: readonly string[];
  readonly language: string | null;
  readonly territory: string | null;
  readonly audience: number | null;
  readonly actor: {
    readonly external_id: string;
    readonly display_name?: string;
    readonly handle?: string;
    readonly bio?: string;
  } | null;
  readonly files: readonly {
    readonly md5: string | null;
    readonly sha1: string | null;
    readonly sha256: string | null;
    /** What it looks like, once that is known. */
    readonly likeness: Likeness | null;
  }[];
}

export interface Judgement {
  readonly verdict: Verdict;
  readonly signals: readonly SignalView[];
  readonly caseId: string | null;
}

/**
 * The flow after intake, as intake sees it; matching, triage and cases are behind it. `look` works in
 * memory and before the transaction; `place` stores what was found inside it.
 */
export interface Judge<Draft> {
  look(deskId: string, items: readonly JudgedItem[]): Promise<(readonly Draft[])[]>;
  place(
    trx: Trx,
    deskId: string,
    found: readonly { readonly item: JudgedItem; readonly drafts: readonly Draft[] }[],
  ): Promise<Map<string, Judgement>>;
  /** What is known of items now, for replies. */
  recall(trx: Trx, deskId: string, itemIds: readonly string[]): Promise<Map<string, Judgement>>;
  /** A report is a signal of its own. */
  report(report: ReportedItem): Draft;
}

export interface ReportedItem {
  readonly reportId: string;
  readonly reporterKind: NewReport['reporter']['kind'];
  readonly reason: string;
  readonly said: string;
}
