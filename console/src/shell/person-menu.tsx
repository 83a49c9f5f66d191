import type { Person } from '@commonweal/contract';
import { useLingui } from '@lingui/react';
import { useState } from 'react';
import { Button } from '../design/button.tsx';
import { Dialog } from '../design/dialog.tsx';
import { Menu } from '../design/menu.tsx';
import { QuietSettings } from '../design/quiet-media.tsx';
import { languages } from '../i18n/languages.ts';
import { msg, type Message } from '../i18n/message.ts';
import { changeLanguage } from './language.tsx';
import { useShortcutHelp } from './shortcuts.tsx';
import { themes, useTheme, type Theme } from './theme.ts';

const themeWords: Record<Theme, Message> = {
  system: msg('As the system'),
  light: msg('Light'),
  dark: msg('Dark'),
};

export interface PersonMenuProps {
  person: Pick<Person, 'name'> | null;
  onSignOut: () => void;
}

/** Language, light, images, keys, and the way out. */
export function PersonMenu({ person, onSignOut }: PersonMenuProps) {
  const { _, i18n } = useLingui();
  const [theme, setTheme] = useTheme();
  const [imagesOpen, setImagesOpen] = useState(false);
  const showKeys = useShortcutHelp();

  function act(id: string) {
    const language = languages.find((candidate) => candidate.code === id);
    const chosenTheme = themes.find((candidate) => candidate === id);
    if (language) void changeLanguage(language.code);
    else if (chosenTheme) setTheme(chosenTheme);
    else if (id === 'images') setImagesOpen(true);
    else if (id === 'keys') showKeys();
    else if (id === 'sign-out') onSignOut();
  }

  return (
    <>
      <Menu
        label={_('You and this screen')}
        onAction={act}
        groups={[
          {
            id: 'language',
            heading: _('Language'),
            entries: languages.map(({ code, name }) => ({
              id: code,
              label: name,
              lang: code,
              chosen: i18n.locale === code,
            })),
          },
          {
            id: 'theme',
            heading: _('Appearance'),
            entries: themes.map((id) => ({ id, label: _(themeWords[id]), chosen: theme === id })),
          },
          {
            id: 'self',
            heading: _('Comfort'),
            entries: [
              { id: 'images', label: _('Images…'), icon: 'hidden' },
              { id: 'keys', label: _('Keyboard…'), icon: 'menu' },
            ],
          },
          ...(person
            ? [
                {
                  id: 'session',
                  heading: _('Session'),
                  entries: [
                    { id: 'account', label: _('You…'), icon: 'person' as const, href: '/account' },
                    { id: 'sign-out', label: _('Sign out'), icon: 'outbox' as const },
                  ],
                },
              ]
            : []),
        ]}
      >
        <Button kind="quiet" icon="person">
          {person?.name ?? _('Language and appearance')}
        </Button>
      </Menu>
      <Dialog title={_('Images')} isOpen={imagesOpen} onClose={() => setImagesOpen(false)}>
        <QuietSettings />
      </Dialog>
    </>
  );
}
