import { Fragment } from 'react';

/** An e-mail address, which on a narrow screen breaks at its joints and not inside a word. */
export function Email({ address }: { address: string }) {
  const parts = address.split(/(?=[@.])/);
  return (
    <bdi dir="ltr">
      {parts.map((part, at) => (
        // The parts of one address never change places.
        // oxlint-disable-next-line react/no-array-index-key
        <Fragment key={at}>
          {at > 0 && <wbr />}
          {part}
        </Fragment>
      ))}
    </bdi>
  );
}
