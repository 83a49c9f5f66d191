import { operations } from '@commonweal/contract';
import { useLingui } from '@lingui/react';
import { Aside, Row } from '../office/layout.tsx';

const formats = [
  { id: 'csv', label: 'CSV' },
  { id: 'ftm', label: 'FollowTheMoney' },
  { id: 'stix', label: 'STIX 2.1' },
] as const;

/** Links to the register as a file: as it is now, or was on a day. */
export function Exports({ on }: { on: string | undefined }) {
  const { _ } = useLingui();
  return (
    <Aside>
      <Row>
        <span>
          {on === undefined ? _('Take it along, as it is today:') : _('Take that day along:')}
        </span>
        {formats.map(({ id, label }) => (
          <a
            key={id}
            href={`${operations.exportRegister.path}?format=${id}${on === undefined ? '' : `&on=${on}`}`}
            download
          >
            {label}
          </a>
        ))}
      </Row>
    </Aside>
  );
}
