import { useLingui } from '@lingui/react';
import { useState } from 'react';
import { Button } from '../../design/button.tsx';
import { LinkButton } from '../../design/link-button.tsx';
import { PageHeader } from '../../design/page-header.tsx';
import { useMay } from '../office/use-may.ts';
import { KeyList } from './key-list.tsx';
import { KeyOnce, NewKey, type MadeKey } from './new-key.tsx';

/** Keys with which programs speak to the desk. */
export function Screen() {
  const { _ } = useLingui();
  const may = useMay();
  const [making, setMaking] = useState(false);
  const [made, setMade] = useState<MadeKey | null>(null);
  const make = may('createApiKey') && (
    <Button kind="primary" icon="key" onPress={() => setMaking(true)}>
      {_('Make a key')}
    </Button>
  );
  return (
    <>
      <PageHeader
        title={_('API keys')}
        lead={_('Programs sign in with a key. No key decides: decisions are people’s.')}
        actions={
          <>
            {make}
            <LinkButton href="/api/docs" target="_blank" icon="page">
              {_('How to use the API')}
            </LinkButton>
          </>
        }
      />
      {made && <KeyOnce {...made} onDone={() => setMade(null)} />}
      <KeyList make={make} />
      {making && (
        <NewKey
          onClose={() => setMaking(false)}
          onMade={(reply) => {
            setMaking(false);
            setMade(reply);
          }}
        />
      )}
    </>
  );
}
