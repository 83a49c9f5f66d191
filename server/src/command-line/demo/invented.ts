/**
 * All that the demo makes up. The forum, the organisations and the people do not exist; what is
 * posted is written for this, teaches nothing and quotes nobody.
 */
export const forum = { name: 'Lagoon', slug: 'lagoon', organisation: 'The Lagoon forum' } as const;

export const people = {
  administrator: { name: 'Ilse Verhoeckt', email: 'ilse@lagoon.example' },
  moderator: { name: 'Tomas Quillon', email: 'tomas@lagoon.example' },
  senior: { name: 'Rana Osseiran', email: 'rana@lagoon.example' },
  appeals: { name: 'Mirre Lathamme', email: 'mirre@lagoon.example' },
} as const;

/** On the invented list, and nowhere else. */
export const listedOrganisation = 'Tidewrack Legion';
export const listedPerson = 'Corvane Dustmoor';

export const knownPhrase = 'the salt gate stands open for the willing';
export const knownUrl = 'https://salt-gate.example/join';

export const posts = {
  clear: {
    id: 'post-1041',
    actor: 'member-77',
    text: 'Low water is at six. Bring a rake and boots; the cockles are good behind the second groyne.',
  },
  known: {
    id: 'post-1042',
    actor: 'member-31',
    title: 'Pass this on',
    text: `Brothers of the tide: ${knownPhrase}. Carry the leaflet to your harbour.`,
  },
  named: {
    id: 'post-1043',
    actor: 'member-58',
    title: 'New room at the museum',
    text: `Our exhibition on the rise and fall of the ${listedOrganisation} opens on Friday. Entry is free.`,
  },
  reported: {
    id: 'post-1044',
    actor: 'member-12',
    text: 'You know which pier I mean. Come after dark and be ready to choose a side.',
  },
  account: {
    id: 'profile-90',
    actor: 'member-90',
    name: 'saltgate_keeper',
    bio: `Only here for one thing: ${knownPhrase}. Ask me how to sail. ${knownUrl}`,
  },
} as const;

export const appealText =
  'I am a teacher. I posted the leaflet to show my class how such groups write, and said so in my next post. Please look at the whole thread.';
