import type { KnownMatch, LookupReply } from '@commonweal/contract';
import { useLingui } from '@lingui/react';
import { Callout } from '../../design/callout.tsx';
import { howCompared } from './how-compared.ts';
import { notComparedWords } from './words.ts';

/** What is known, in a sentence, before all else. */
export function InShort({ reply }: { reply: LookupReply }) {
  const { _ } = useLingui();
  const { matches, entries, seen } = reply;
  if (matches.length > 0) return <Known matches={matches} />;
  if (entries.length > 0)
    return (
      <Callout live tone="warning" title={_('It was known here, and does not match now')}>
        <p>{_('See below who withdrew it, or when its time was over, and why.')}</p>
      </Callout>
    );
  const limits = howCompared(reply);
  return (
    <Callout
      live
      title={
        seen !== null && seen.length > 0
          ? _('No bank and no list has it, but it was handed in before')
          : _('Nothing is known of it here')
      }
    >
      <p>{_(notComparedWords[limits])}</p>
      <p>{_('That does not say that it is harmless.')}</p>
    </Callout>
  );
}

/** Who has it: banks, or lists of names alone. */
function Known({ matches }: { matches: readonly KnownMatch[] }) {
  const { _ } = useLingui();
  const inBanks = matches.filter(({ bank_id: bank }) => bank !== null);
  const banks = new Set(inBanks.map(({ bank_id: bank }) => bank)).size;
  if (banks === 0)
    return (
      <Callout live tone="warning" title={_('Only listed names agree with it')}>
        <p>{_('Others may bear the same name.')}</p>
      </Callout>
    );
  const isCertain = inBanks.some(
    ({ strength, disputed, confirmed }) => strength === 'match' && confirmed && !disputed,
  );
  return (
    <Callout
      live
      tone="warning"
      title={_(
        '{banks, plural, one {Known: # bank has it, or something like it} other {Known: # banks have it, or something like it}}',
        { banks },
      )}
    >
      <p>
        {isCertain
          ? _(
              '{count, plural, one {# match is listed below, with its reason.} other {# matches are listed below, each with its reason.}}',
              { count: matches.length },
            )
          : _('Nothing of it is sure: entries are disputed or not confirmed, or are only similar.')}
      </p>
    </Callout>
  );
}
