import { useSpeech } from '../words/use-speech.ts';

export interface Count {
  readonly name: string;
  readonly count: number;
}

/** A table of counts, each row with its bar: the picture and the numbers are one thing. */
export function CountTable({ caption, rows }: { caption: string; rows: readonly Count[] }) {
  const { t, number } = useSpeech();
  const most = Math.max(1, ...rows.map((row) => row.count));
  return (
    <table>
      <caption>{caption}</caption>
      <thead>
        <tr>
          <th scope="col" colSpan={2}>
            {t('Kind')}
          </th>
          <th scope="col" className="number">
            {t('Number')}
          </th>
        </tr>
      </thead>
      <tbody>
        {rows.length === 0 && (
          <tr>
            <td colSpan={3}>{t('None in this period')}</td>
          </tr>
        )}
        {rows.map((row) => (
          <tr key={row.name}>
            <th scope="row">
              <bdi>{row.name}</bdi>
            </th>
            <td className="chart">
              <Bar share={row.count / most} />
            </td>
            <td className="number">{number(row.count)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

/** Sizes stand in attributes: inline styles are refused by our own content policy. */
function Bar({ share }: { share: number }) {
  const { dir } = useSpeech();
  const width = Math.round(share * 1000) / 10;
  return (
    <svg height="10" aria-hidden="true" focusable="false">
      <rect x={dir === 'rtl' ? `${100 - width}%` : 0} width={`${width}%`} height="10" />
    </svg>
  );
}
