import { useLingui } from '@lingui/react';
import { useState } from 'react';
import { CheckboxGroup } from '../../design/checkbox.tsx';
import { ComboBox } from '../../design/combo-box.tsx';
import { DateField } from '../../design/date-field.tsx';
import { FileField } from '../../design/file-field.tsx';
import { Panel } from '../../design/panel.tsx';
import { RadioGroup } from '../../design/radio-group.tsx';
import { Select } from '../../design/select.tsx';
import { Switch } from '../../design/switch.tsx';
import { TextArea } from '../../design/text-area.tsx';
import { TextField } from '../../design/text-field.tsx';
import styles from './style.module.css';

/** Fields, with hints and errors. */
export function Fields() {
  const { _ } = useLingui();
  const [reasons, setReasons] = useState('');
  const [measure, setMeasure] = useState<'label' | 'restrict' | 'remove' | null>('restrict');
  const [context, setContext] = useState<readonly ('journalism' | 'research' | 'art')[]>(['art']);
  const [place, setPlace] = useState<'platform' | 'country' | null>(null);
  const [country, setCountry] = useState<'fr' | 'in' | 'pk' | 'ng' | null>('in');
  const [until, setUntil] = useState('2026-12-24');
  const [twoPeople, setTwoPeople] = useState(true);
  return (
    <Panel title={_('Fields')}>
      <div className={styles.columns}>
        <TextField label={_('Name of the bank')} hint={_('Others will see it.')} />
        <TextField
          label={_('Contact address')}
          type="email"
          defaultValue="desk@"
          error={_('An e-mail address is needed, like desk@example.org.')}
        />
        <Select
          label={_('Where it applies')}
          value={place}
          onChange={setPlace}
          options={[
            {
              id: 'country',
              label: _('One country'),
              hint: _('The smallest place that is enough'),
            },
            { id: 'platform', label: _('The whole platform') },
          ]}
        />
        <ComboBox
          label={_('Country')}
          value={country}
          onChange={setCountry}
          options={[
            { id: 'fr', label: _('France') },
            { id: 'in', label: _('India') },
            { id: 'ng', label: _('Nigeria') },
            { id: 'pk', label: _('Pakistan') },
          ]}
        />
        <DateField label={_('Until')} value={until} onChange={setUntil} />
        <FileField label={_('Evidence')} optional onChange={() => undefined} />
      </div>
      <TextArea
        label={_('Reasons')}
        hint={_('The person affected will read this.')}
        value={reasons}
        onChange={setReasons}
        maxLength={2000}
      />
      <RadioGroup
        row
        label={_('Measure')}
        value={measure}
        onChange={setMeasure}
        options={[
          { id: 'label', label: _('Label'), hint: _('Stays up, with a notice in front') },
          { id: 'restrict', label: _('Restrict'), hint: _('Hidden where the ground applies') },
          { id: 'remove', label: _('Remove'), hint: _('Hidden everywhere; can be restored') },
        ]}
      />
      <CheckboxGroup
        optional
        label={_('Context that speaks against a removal')}
        value={context}
        onChange={setContext}
        options={[
          { id: 'journalism', label: _('Journalism') },
          { id: 'research', label: _('Research') },
          { id: 'art', label: _('Art') },
        ]}
      />
      <Switch isSelected={twoPeople} onChange={setTwoPeople} hint={_('Takes effect at once.')}>
        {_('Bans take two people')}
      </Switch>
    </Panel>
  );
}
