import { useLingui } from '@lingui/react';
import { useMemo, type ReactNode } from 'react';
import { Checkbox } from '../../design/checkbox.tsx';
import { useFormats } from '../../i18n/format.ts';
import { Filters } from '../office/layout.tsx';
import { SearchField } from '../office/search-field.tsx';
import { useSearchWords } from '../office/use-search-words.ts';
import { useAuthorities } from '../register/words.ts';

interface Place {
  readonly id: string;
  readonly name: string;
  readonly commonwealth: boolean;
  readonly small_state: boolean;
}

/** The jurisdictions that the filters leave, by their names in the reader's language, and the filters. */
export function useChosen<T extends Place>(
  all: readonly T[],
): { readonly chosen: readonly (T & { readonly called: string })[]; readonly filters: ReactNode } {
  const { _ } = useLingui();
  const { compare } = useFormats();
  const nameOf = useAuthorities();
  const [words, change] = useSearchWords();
  const q = (words['q'] ?? '').trim().toLowerCase();
  const commonwealth = words['commonwealth'] === 'true';
  const small = words['small'] === 'true';
  const chosen = useMemo(
    () =>
      all
        .map((each) => ({ ...each, called: nameOf(each.id) }))
        .filter(
          ({ called, name, ...each }) =>
            `${called} ${name}`.toLowerCase().includes(q) &&
            (!commonwealth || each.commonwealth) &&
            (!small || each.small_state),
        )
        .toSorted((a, b) => compare(a.called, b.called)),
    [all, nameOf, compare, q, commonwealth, small],
  );
  const filters = (
    <Filters>
      <SearchField
        label={_('Name')}
        value={words['q'] ?? ''}
        onSearch={(next) => change({ q: next === '' ? null : next })}
      />
      <Checkbox
        isSelected={commonwealth}
        onChange={(only) => change({ commonwealth: only ? 'true' : null })}
      >
        {_('Only the Commonwealth')}
      </Checkbox>
      <Checkbox isSelected={small} onChange={(only) => change({ small: only ? 'true' : null })}>
        {_('Only small states')}
      </Checkbox>
    </Filters>
  );
  return { chosen, filters };
}
