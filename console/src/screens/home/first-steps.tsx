import { useLingui } from '@lingui/react';
import { useQueries } from '@tanstack/react-query';
import { Button } from '../../design/button.tsx';
import { classes } from '../../design/classes.ts';
import { Icon } from '../../design/icon.tsx';
import { LinkButton } from '../../design/link-button.tsx';
import { Panel } from '../../design/panel.tsx';
import { usePreference } from '../../design/preference.ts';
import { desk } from '../../desk.ts';
import { msg, type Message } from '../../i18n/message.ts';
import styles from './home.module.css';

interface Step {
  id: string;
  title: Message;
  why: Message;
  links: readonly { href: string; label: Message }[];
  /** Whether it has been done on this desk. */
  isDone: (signal: AbortSignal) => Promise<boolean>;
}

const steps: readonly Step[] = [
  {
    id: 'policy',
    title: msg('Publish your rules'),
    why: msg(
      'Nothing can be decided under rules that are not published. A first set is ready to read and change.',
    ),
    links: [{ href: '/policy', label: msg('Policy') }],
    isDone: async (signal) =>
      (await desk.listPolicyVersions({ signal })).data.some(({ state }) => state === 'published'),
  },
  {
    id: 'platform',
    title: msg('Connect a platform'),
    why: msg(
      'It hands items in with an API key, and is told what to do at an endpoint of its own.',
    ),
    links: [
      { href: '/api-keys', label: msg('API keys') },
      { href: '/endpoints', label: msg('Platform endpoints') },
    ],
    isDone: async (signal) => {
      const [keys, endpoints] = await Promise.all([
        desk.listApiKeys({ signal }),
        desk.listEndpoints({ signal }),
      ]);
      return keys.data.some((key) => key.revoked_at === null) && endpoints.data.length > 0;
    },
  },
  {
    id: 'list',
    title: msg('Import a list'),
    why: msg('An official list gives names to look for. A name alone never acts by itself.'),
    links: [{ href: '/lists', label: msg('Lists') }],
    isDone: async (signal) => (await desk.listLists({ signal })).data.length > 0,
  },
  {
    id: 'people',
    title: msg('Invite people'),
    why: msg(
      'A ban, a referral and every appeal need somebody who did not decide. Two people are the least.',
    ),
    links: [{ href: '/people', label: msg('People') }],
    isDone: async (signal) => (await desk.listPeople({ signal })).data.length > 1,
  },
];

/** What a young desk needs, each step ticked by what is really there. */
export function FirstSteps() {
  const { _ } = useLingui();
  const [kept, setKept] = usePreference('first-steps', ['shown', 'hidden'], 'shown');
  const done = useQueries({
    queries: steps.map((step) => ({
      queryKey: ['first-steps', step.id],
      queryFn: ({ signal }: { signal: AbortSignal }) => step.isDone(signal),
      staleTime: 0,
    })),
  });
  const left = done.filter((query) => query.data !== true).length;
  if (kept === 'hidden') return null;
  return (
    <Panel
      title={_('First steps')}
      lead={
        left === 0
          ? _('All done. The desk is ready.')
          : _('In any order; the desk can be used while they are open.')
      }
      actions={
        left === 0 && (
          <Button small kind="quiet" icon="hidden" onPress={() => setKept('hidden')}>
            {_('Do not show again')}
          </Button>
        )
      }
    >
      <ol className={styles.steps}>
        {steps.map((step, index) => {
          const isDone = done[index]?.data === true;
          return (
            <li key={step.id} className={classes(styles.step, isDone && styles.done)}>
              <span className={styles.mark} aria-hidden="true">
                {isDone ? <Icon name="check" /> : index + 1}
              </span>
              <div className={styles.words}>
                <h3>{isDone ? _('Done: {step}', { step: _(step.title) }) : _(step.title)}</h3>
                <p>{_(step.why)}</p>
              </div>
              <div className={styles.acts}>
                {step.links.map((link) => (
                  <LinkButton key={link.href} small href={link.href}>
                    {_(link.label)}
                  </LinkButton>
                ))}
              </div>
            </li>
          );
        })}
      </ol>
    </Panel>
  );
}
