import type { Role } from '@commonweal/contract';
import { demoPassword, enter } from '../enter.ts';
import { forum, people } from '../invented.ts';
import { promised, refused } from '../promised.ts';
import type { Cast, Player, Stage } from '../thread.ts';

/** A desk is made from the one-time link, and its people join by invitation. */
export async function openDesk({ baseUrl, setupToken, onStep }: Stage): Promise<Cast> {
  const setUp = (client: Player['client']) =>
    client.setUpDesk({
      body: {
        token: setupToken,
        desk: { name: forum.organisation, slug: forum.slug, kind: 'platform', language: 'en' },
        person: { ...people.administrator, password: demoPassword },
      },
    });
  const { player: administrator } = await enter(baseUrl, people.administrator, setUp);
  const { client } = administrator;
  await refused('gone', 'a setup link works once', setUp(client));
  const desk = await client.updateDesk({
    body: {
      contact_email: 'desk@lagoon.example',
      other_redress:
        'You may also turn to the courts of Examplia, or to its Ombudsperson for Speech.',
      // The demo's platform listens on this very machine.
      allow_private_endpoints: true,
    },
  });
  const join = (who: keyof typeof people, roles: Role[]) =>
    joinDesk(baseUrl, administrator, who, roles);
  const cast: Cast = {
    desk,
    administrator,
    moderator: await join('moderator', ['moderator', 'appeals']),
    senior: await join('senior', ['senior']),
    appeals: await join('appeals', ['appeals']),
  };
  const everybody = await client.listPeople({});
  promised(everybody.data.length === 4, 'everybody invited has joined');
  await onStep({
    title: `A desk for ${forum.organisation}, from an empty installation`,
    lines: [
      `${people.administrator.name} opened the one-time link: the desk is hers, the link is spent.`,
      `${people.moderator.name} (moderator, appeals), ${people.senior.name} (senior) and ${people.appeals.name} (appeals) joined by invitation.`,
    ],
    look: `${baseUrl}/people`,
  });
  return cast;
}

async function joinDesk(
  baseUrl: string,
  administrator: Player,
  who: keyof typeof people,
  roles: Role[],
): Promise<Player> {
  const { name, email } = people[who];
  const { link } = await administrator.client.invitePerson({ body: { email, roles } });
  const token = link.split('#')[1] ?? '';
  const { player } = await enter(baseUrl, { name, email }, (client) =>
    client.acceptInvitation({ body: { token, name, password: demoPassword, language: 'en' } }),
  );
  return player;
}
