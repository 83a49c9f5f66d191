import type { operations, Person, ReplyOf } from '@commonweal/contract';
import { useLingui } from '@lingui/react';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { Checkbox } from '../../design/checkbox.tsx';
import { Copyable } from '../../design/copyable.tsx';
import { desk } from '../../desk.ts';
import { useFormats } from '../../i18n/format.ts';
import { Button } from '../../design/button.tsx';
import { Dialog } from '../../design/dialog.tsx';
import { FormDialog } from '../office/form.tsx';

type Offer = ReplyOf<typeof operations.offerPasswordReset>;

/** Makes a link by which a person sets a new password; it is shown this once. */
export function LetBackIn({ person, onClose }: { person: Person; onClose: () => void }) {
  const { _ } = useLingui();
  const [factorsOff, setFactorsOff] = useState(false);
  const offer = useMutation({
    mutationFn: () =>
      desk.offerPasswordReset({
        params: { person_id: person.person_id },
        body: { factors_off: factorsOff },
      }),
  });
  if (offer.data) return <OfferOnce person={person} offer={offer.data} onClose={onClose} />;
  return (
    <FormDialog
      isOpen
      title={_('Let {name} back in', { name: person.name })}
      submit={_('Make the link')}
      isPending={offer.isPending}
      error={offer.error}
      onClose={onClose}
      onSubmit={() => offer.mutate()}
    >
      <p>
        {_(
          'Be sure that it is they who ask: call them on a number you know. The link sets a new password and ends all their sessions.',
        )}
      </p>
      <Checkbox isSelected={factorsOff} onChange={setFactorsOff}>
        {_('Their phone is lost too: also remove one-time codes, recovery codes and passkeys')}
      </Checkbox>
    </FormDialog>
  );
}

function OfferOnce({
  person,
  offer,
  onClose,
}: {
  person: Person;
  offer: Offer;
  onClose: () => void;
}) {
  const { _ } = useLingui();
  const { moment } = useFormats();
  return (
    <Dialog
      isOpen
      title={_('Link for {name}', { name: person.name })}
      onClose={onClose}
      actions={<Button onPress={onClose}>{_('I have kept it')}</Button>}
    >
      <p>
        {_('Hand it over in a way that only they can read. It works once, until {moment}.', {
          moment: moment(new Date(offer.expires_at)),
        })}
      </p>
      <Copyable once label={_('Link')} value={offer.link} />
    </Dialog>
  );
}
