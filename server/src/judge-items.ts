import { gatherSignals, recallItems } from './cases/index.ts';
import type { Judge, Judgement, JudgedItem } from './intake/index.ts';
import { matchItems, reportDraft, storeSignals, type SignalDraft } from './matching/index.ts';
import type { Trx } from './platform/database/index.ts';
import type { Platform } from './platform/platform.ts';
import { placeItems } from './triage/index.ts';

/** What a report counts as, by who makes it. A state's message is a request until it is an order. */
const reporters = {
  user: { kind: 'report', source: 'a user' },
  trusted_flagger: { kind: 'trusted_flagger', source: 'a trusted flagger' },
  authority: { kind: 'state_request', source: 'a public authority' },
  partner: { kind: 'partner', source: 'a partner' },
} as const;

/** The flow behind intake: matching finds, triage places, cases gather. */
export function createJudge(platform: Platform): Judge<SignalDraft> {
  return {
    look: (deskId, items) => matchItems(platform, deskId, items),
    place: (trx, deskId, found) => place(platform, trx, deskId, found),
    recall: recallItems,
    report: ({ reportId, reporterKind, reason }) =>
      reportDraft({ ...reporters[reporterKind], label: reason, referenceId: reportId }),
  };
}

async function place(
  platform: Platform,
  trx: Trx,
  deskId: string,
  found: readonly { readonly item: JudgedItem; readonly drafts: readonly SignalDraft[] }[],
): Promise<Map<string, Judgement>> {
  const signals = await storeSignals(
    platform,
    trx,
    deskId,
    found.map(({ item, drafts }) => ({ itemId: item.itemId, signals: drafts })),
  );
  const placements = await placeItems(
    platform,
    trx,
    deskId,
    found.map(({ item, drafts }) => ({ itemId: item.itemId, item, signals: drafts })),
  );
  const caseOf = await gatherSignals(
    platform,
    trx,
    deskId,
    found.flatMap(({ item, drafts }, index) => {
      const placement = placements[index];
      return placement
        ? [
            {
              ...item,
              ...placement,
              sources: [
                ...new Set(
                  drafts.map((draft) => `${draft.kind.replaceAll('_', ' ')} (${draft.source})`),
                ),
              ],
            },
          ]
        : [];
    }),
  );
  return new Map(
    found.map(({ item }) => [
      item.itemId,
      {
        verdict: 'review',
        signals: signals.get(item.itemId) ?? [],
        caseId: caseOf.get(item.itemId) ?? null,
      },
    ]),
  );
}
