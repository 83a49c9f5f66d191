import type { HarmCategory, MeasureKind } from './words.ts';

/** One rule of a policy, before it is published. */
export interface PolicyClause {
  /** Stable name across versions: lower case, digits, hyphens. */
  key: string;
  title: string;
  /** One line for lists and notices. */
  summary: string;
  text: string;
  /** What the rule leaves alone, with examples. */
  notCovered: string;
  harmCategories: readonly HarmCategory[];
  /** The heaviest measures it allows; lighter rungs come with them. */
  measures: readonly MeasureKind[];
}

export interface PolicyTemplate {
  title: string;
  /** BCP 47. */
  language: string;
  /** What the desk means by terrorism. */
  definition: string;
  clauses: readonly PolicyClause[];
}

/**
 * Rules that a platform can begin with and make its own. The definition is no wider than the model
 * definitions of the UN Special Rapporteur (A/HRC/16/51, practices 7 and 8): it needs violence against
 * people, and an aim to terrify or compel, and a serious crime; damage to things alone is not enough.
 */
export const defaultPolicy: PolicyTemplate = {
  title: 'Rules on terrorist content',
  language: 'en',
  definition:
    'By terrorism we mean an act, or an attempt, of which all three are true. First, somebody means to kill people, to injure them gravely or to take them hostage, or uses deadly or grave violence against them. Second, it is done to put the public or a part of it in terror, or to force a government or an international organisation to do something or to leave it undone. Third, it is a serious crime: under the international conventions against terrorism as the law has taken them up, or under the ordinary law of the country. Protest, strikes, civil disobedience, strong opinions, unpopular beliefs and damage to property alone are not terrorism, whoever calls them so. We read this no more widely than the model definition of the United Nations Special Rapporteur (A/HRC/16/51, practice 7).',
  clauses: [
    {
      key: 'incitement',
      title: 'Inciting terrorist violence',
      summary: 'Do not call on others to commit terrorist violence.',
      text: 'You may not post anything meant to make others commit terrorism, where it creates a danger that somebody will. Both must be so: you mean it, and there is a danger. It does not matter whether you say it openly or in hints. Before we remove anything under this rule we look at the setting, who speaks, what they mean, what is said and how, how far it reaches, and how likely it is that somebody acts on it.',
      notCovered:
        'Anger, insult, or support for a cause without a call to violence. Reporting or quoting a call in order to inform. Research, teaching, fiction and satire. Speech that argues against it. Legal argument about a conflict.',
      harmCategories: ['incitement'],
      measures: ['remove', 'ban', 'preserve', 'refer'],
    },
    {
      key: 'threats',
      title: 'Threatening terrorist violence',
      summary: 'Do not threaten people with terrorist violence.',
      text: 'You may not threaten to commit an act of terrorism against a person, a group or a place. Where a life is in imminent danger we act at once and tell the authority that can help; two of us decide, and what we did ends within a day unless it passes every check.',
      notCovered:
        'Obvious jokes and figures of speech. Reporting that a threat was made. Warnings to those threatened, and evidence of threats shown by those who received them.',
      harmCategories: ['threats'],
      measures: ['remove', 'ban', 'preserve', 'refer'],
    },
    {
      key: 'recruitment',
      title: 'Recruiting for terrorist organisations',
      summary: 'Do not recruit people, or ask for help, for terrorist organisations.',
      text: 'You may not ask people to join an organisation that commits terrorism, to travel to it, or to give it their work or skill. Patient grooming of one person toward violence counts here when it becomes an appeal to join or to help.',
      notCovered:
        'Reporting and research on how recruitment works. Warnings to parents and teachers. The accounts of former members, survivors and defectors. Legal defence and humanitarian work.',
      harmCategories: ['recruitment'],
      measures: ['remove', 'ban', 'preserve', 'refer'],
    },
    {
      key: 'instruction',
      title: 'Instructions for attacks',
      summary: 'Do not share usable know-how for terrorist attacks.',
      text: 'You may not share usable instructions for making weapons or carrying out attacks, where they are given for terrorism. We ask what the instructions make possible and what they are given for.',
      notCovered:
        'General science, history and safety information. Security research. News that describes an attack without teaching it. Fiction.',
      harmCategories: ['instructional'],
      measures: ['remove', 'ban', 'preserve', 'refer'],
    },
    {
      key: 'planning',
      title: 'Planning and coordinating attacks',
      summary: 'Do not use this service to prepare an attack.',
      text: 'You may not use this service to plan terrorist attacks, to choose targets, to divide tasks, or to help those who do to escape discovery. We do not search private messages; we act on what is public, or on what somebody in the conversation reports to us.',
      notCovered:
        'Organising protests and strikes. Privacy and security advice given to everybody. Reporting and research on past plots.',
      harmCategories: ['operational_coordination'],
      measures: ['remove', 'ban', 'preserve', 'refer'],
    },
    {
      key: 'financing',
      title: 'Raising money for terrorism',
      summary: 'Do not raise money or goods for terrorist organisations.',
      text: 'You may not collect money or goods, or give the means to send them, for an organisation or a person so that they can commit terrorism.',
      notCovered:
        'Humanitarian aid in places where such organisations are present. Collections for legal defence. Reporting and research on financing.',
      harmCategories: ['financing'],
      measures: ['remove', 'ban', 'preserve', 'refer'],
    },
    {
      key: 'perpetrator-content',
      title: 'Material by attackers',
      summary: 'Do not spread what attackers made of their attacks.',
      text: 'You may not spread recordings, streams or declarations that attackers or their helpers made of a terrorist attack, or made to explain it. This protects the victims, and denies attackers the audience they seek.',
      notCovered:
        'News that shows what the public needs to understand. Recordings by bystanders and victims. Evidence of crimes and abuse kept or shared so that somebody answers for them. Research and teaching.',
      harmCategories: ['attack_perpetrator_content'],
      measures: ['remove', 'suspend', 'preserve', 'refer'],
    },
    {
      key: 'official-propaganda',
      title: 'Propaganda of terrorist organisations',
      summary: 'Do not spread the official propaganda of terrorist organisations.',
      text: 'You may not spread material that an organisation which commits terrorism made to win support, or post for it. We say which listing of that organisation we rely on, and by whom. A listing alone is not enough: the organisation must also fit what we mean by terrorism.',
      notCovered:
        'News that shows or names such an organisation. Research, archives and teaching. Evidence of abuse. Material that answers the propaganda. Peace talks and political statements with no part in violence. A person whose name merely resembles a listed one.',
      harmCategories: ['official_propaganda'],
      measures: ['remove', 'ban', 'preserve'],
    },
    {
      key: 'glorification',
      title: 'Celebrating terrorist attacks',
      summary: 'Do not hold up terrorist attacks or attackers as an example to follow.',
      text: 'You may not praise a terrorist attack, or the person who committed it, as something that others should do. Where there is no danger that somebody will, we do not take your account, and we remove only if two of us agree that a label or less reach is not enough.',
      notCovered:
        'Opinions on a conflict, its causes or its parties. Mourning and remembrance. History, art and religious speech. Reporting who praised what. Bad taste.',
      harmCategories: ['glorification'],
      measures: ['remove', 'suspend', 'preserve'],
    },
    {
      key: 'care',
      title: 'Care where somebody is drawn toward violence',
      summary: 'We slow down and offer help; we do not punish a path.',
      text: 'Where what somebody posts shows that they, or those they speak to, are being drawn toward terrorist violence, we may add information and offers of help, stop recommending the content, and limit how it spreads. We never remove anything for this reason alone, and we never report anybody for it.',
      notCovered:
        'Belief, doubt, anger, questions and curiosity. Talking about radicalisation, one’s own included. Everything that another rule does not forbid stays where it is.',
      harmCategories: ['radicalisation'],
      measures: ['limit'],
    },
  ],
};
