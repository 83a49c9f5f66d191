import type { JurisdictionInShort } from '@commonweal/contract';
import {
  controlIds,
  controls,
  knowledge,
  type ControlId,
  type Side,
} from '@commonweal/law/registry';
import { useLingui } from '@lingui/react';
import { Link } from 'react-aria-components';
import { classes } from '../../design/classes.ts';
import { EmptyState } from '../../design/empty-state.tsx';
import { useFormats } from '../../i18n/format.ts';
import { Stack } from '../office/layout.tsx';
import { useChosen } from './chosen.tsx';
import { controlNames, controlQuestions } from './control-words.ts';
import { KnowledgeMark } from './knowledge-mark.tsx';
import styles from './law.module.css';
import { sideWords } from './words.ts';

type Named = JurisdictionInShort & { readonly called: string };

/** Both sides, always: a table of powers alone would argue for powers alone. */
const groups = (['security', 'both', 'rights'] as const).map((side) => ({
  side,
  ids: controlIds.filter((id) => controls[id].side === side),
}));
const isFirst = (id: ControlId) => groups.some(({ ids }) => ids[0] === id);
const inOrder = groups.flatMap(({ ids }) => ids);

/** The 24 controls of every jurisdiction. On a phone, how many of each side are there. */
export function Matrix({ jurisdictions }: { jurisdictions: readonly JurisdictionInShort[] }) {
  const { _ } = useLingui();
  const { chosen, filters } = useChosen(jurisdictions);
  return (
    <Stack>
      {filters}
      <ul className={styles.legend} aria-label={_('What the signs mean')}>
        {knowledge.map((state) => (
          <li key={state}>
            <KnowledgeMark state={state} said />
          </li>
        ))}
      </ul>
      {chosen.length === 0 ? (
        <EmptyState title={_('No jurisdiction here is called so')} icon="search">
          <p>
            {_('The registry has {count} so far. That one is missing says nothing of its law.', {
              count: jurisdictions.length,
            })}
          </p>
        </EmptyState>
      ) : (
        <>
          <Wide rows={chosen} />
          <Cards rows={chosen} />
        </>
      )}
    </Stack>
  );
}

function Wide({ rows }: { rows: readonly Named[] }) {
  const { _ } = useLingui();
  return (
    // Wider than many windows: a keyboard scrolls it too.
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex
    <section className={styles.frame} tabIndex={0} aria-label={_('What is there')}>
      <table className={styles.matrix}>
        <caption>{_('24 controls, security and rights side by side')}</caption>
        <thead>
          <tr>
            <th scope="col" rowSpan={2} className={styles.place}>
              {_('Jurisdiction')}
            </th>
            {groups.map(({ side, ids }) => (
              <th
                key={side}
                scope="colgroup"
                colSpan={ids.length}
                className={classes(styles.side, styles.first)}
              >
                {_(sideWords[side])}
              </th>
            ))}
          </tr>
          <tr>
            {inOrder.map((id) => (
              <th
                key={id}
                scope="col"
                title={_(controlQuestions[id])}
                className={classes(styles.control, isFirst(id) && styles.first)}
              >
                <span>{_(controlNames[id])}</span>
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={row.id}>
              <th scope="row" className={styles.place}>
                <Link href={`/law/${row.id}`}>{row.called}</Link>
              </th>
              {inOrder.map((id) => (
                <td key={id} className={classes(isFirst(id) && styles.first)}>
                  <KnowledgeMark state={row.controls[id]} />
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}

function Cards({ rows }: { rows: readonly Named[] }) {
  return (
    <div className={styles.cards}>
      {rows.map((row) => (
        <article key={row.id} className={styles.card}>
          <h2>
            <Link href={`/law/${row.id}`}>{row.called}</Link>
          </h2>
          <dl>
            <Counted row={row} side="security" />
            <Counted row={row} side="rights" />
          </dl>
        </article>
      ))}
    </div>
  );
}

/** How many controls of a side are there, partly there, and so on; those of both sides count on each. */
function Counted({ row, side }: { row: Named; side: Side }) {
  const { _ } = useLingui();
  const { number } = useFormats();
  const states = controlIds
    .filter((id) => controls[id].side === side || controls[id].side === 'both')
    .map((id) => row.controls[id]);
  return (
    <div>
      <dt>{_(sideWords[side])}</dt>
      <dd>
        {knowledge
          .map((state) => ({ state, count: states.filter((each) => each === state).length }))
          .filter(({ count }) => count > 0)
          .map(({ state, count }) => (
            <span key={state}>
              {number(count)} <KnowledgeMark state={state} said />
            </span>
          ))}
      </dd>
    </div>
  );
}
