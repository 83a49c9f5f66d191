import type { ReactNode } from 'react';
import { Link } from 'react-aria-components';
import { useLingui } from '@lingui/react';
import { classes } from './classes.ts';
import { Icon } from './icon.tsx';
import styles from './table.module.css';

export type SortDirection = 'ascending' | 'descending';

export interface Column<Row> {
  id: string;
  label: string;
  render: (row: Row) => ReactNode;
  /** Numbers and times: aligned to the end. */
  numeric?: boolean;
  /** Its head becomes a button; the screen sorts. */
  sortable?: boolean;
}

export interface TableProps<Row> {
  /** Names the table to those who do not see it. */
  caption: string;
  columns: readonly Column<Row>[];
  rows: readonly Row[];
  rowKey: (row: Row) => string;
  /** Where the row leads; the first cell becomes the link. */
  rowHref?: (row: Row) => string;
  sort?: { column: string; direction: SortDirection };
  onSort?: (column: string, direction: SortDirection) => void;
  /** Shown instead when there are no rows. */
  empty?: ReactNode;
}

/**
 * A table to read: plain HTML, so that every reader and printer knows it. The first column heads
 * its row. On a phone each row is a card, each value beside its column's name.
 */
export function Table<Row>({
  caption,
  columns,
  rows,
  rowKey,
  rowHref,
  sort,
  onSort,
  empty,
}: TableProps<Row>) {
  if (rows.length === 0 && empty) return empty;
  return (
    <div className={styles.frame}>
      <table className={styles.table}>
        <caption className={styles.caption}>{caption}</caption>
        <thead>
          <tr>
            {columns.map((column) => (
              <ColumnHead
                key={column.id}
                column={column}
                direction={sort?.column === column.id ? sort.direction : undefined}
                onSort={onSort}
              />
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={rowKey(row)}>
              {columns.map((column, index) => {
                const content = column.render(row);
                const shared = {
                  className: classes(column.numeric && styles.numeric),
                  'data-label': column.label,
                };
                return index === 0 ? (
                  <th scope="row" key={column.id} {...shared}>
                    {rowHref ? <Link href={rowHref(row)}>{content}</Link> : content}
                  </th>
                ) : (
                  <td key={column.id} {...shared}>
                    <span className={styles.value}>{content}</span>
                  </td>
                );
              })}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

interface ColumnHeadProps<Row> {
  column: Column<Row>;
  direction: SortDirection | undefined;
  onSort: TableProps<Row>['onSort'];
}

function ColumnHead<Row>({ column, direction, onSort }: ColumnHeadProps<Row>) {
  const { _ } = useLingui();
  return (
    <th scope="col" aria-sort={direction} className={classes(column.numeric && styles.numeric)}>
      {column.sortable && onSort ? (
        <button
          type="button"
          className={styles.sort}
          title={_('Sort by {column}', { column: column.label })}
          onClick={() => onSort(column.id, direction === 'ascending' ? 'descending' : 'ascending')}
        >
          {column.label}
          <Icon
            name={direction === 'descending' ? 'down' : 'up'}
            className={direction ? undefined : styles.unsorted}
          />
        </button>
      ) : (
        column.label
      )}
    </th>
  );
}
