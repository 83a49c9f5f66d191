import type { PublicControlId, PublicKnowledge } from '@commonweal/contract/pages';
import { msg, type Message } from './message.ts';

/** What a control of the law asks. The English is the registry's own; a test of the server holds them together. */
export const controlQuestions: Readonly<Record<PublicControlId, Message>> = {
  G01: msg('Is there a definition of terrorism in a statute?'),
  G02: msg(
    'Does the definition leave out advocacy, protest, dissent and industrial action that is not meant to cause serious harm?',
  ),
  G03: msg(
    'Does the definition need both serious violence and the aim to intimidate a population or coerce a government?',
  ),
  G04: msg('Is it an offence to incite terrorism?'),
  G05: msg('Is it an offence to recruit for a terrorist group, or to ask support for one?'),
  G06: msg('Is it an offence to train for terrorism or to spread instructions for it?'),
  G07: msg(
    'Do offences and powers leave room for journalism, research, art, education and counter-speech?',
  ),
  G08: msg('Is there a power to have terrorist content online removed or blocked?'),
  G09: msg(
    'Does a court, or an authority independent of the executive, make the order or soon confirm it?',
  ),
  G10: msg('Must the order itself give its reasons and its legal basis?'),
  G11: msg('Is the time to comply fixed in law?'),
  G12: msg('Must the person whose content it is be told?'),
  G13: msg('Can the provider challenge the order before an independent body?'),
  G14: msg('Can the person affected challenge it before an independent body?'),
  G15: msg('Are intermediaries free of liability on conditions?'),
  G16: msg('Does the law say that nobody has to monitor everything?'),
  G17: msg('Is data preserved for investigations for a limited time?'),
  G18: msg('Must the authority publish or report the orders it makes?'),
  G19: msg('Must platforms publish or file reports?'),
  G20: msg('Are designations published?'),
  G21: msg('Is there a way off the list, before an independent body?'),
  G22: msg('Does a standing independent body watch over these powers?'),
  G23: msg(
    'Is the state party to the International Covenant on Civil and Political Rights (ICCPR)?',
  ),
  G24: msg(
    'Is there a guarantee of free expression in the constitution that can be enforced against these powers?',
  ),
};

/** Why a control matters. */
export const controlReasons: Readonly<Record<PublicControlId, Message>> = {
  G01: msg(
    'Without one, nobody can tell what is forbidden: neither an officer, nor a platform, nor a citizen.',
  ),
  G02: msg(
    'A strike or a march that disrupts something is not terrorism, and must not be removed as such.',
  ),
  G03: msg(
    'Either alone reaches ordinary crime or ordinary politics; the model definition of the UN Special Rapporteur (A/HRC/16/51) needs both.',
  ),
  G04: msg(
    'Security Council resolution 1624 (2005) calls for it. Intent, and the danger that an act follows, keep it from reaching opinions.',
  ),
  G05: msg('Recruitment is what open channels are mostly used for.'),
  G06: msg('Usable know-how for an attack does harm whoever reads it.'),
  G07: msg(
    'Whoever reports on terrorism, studies it or speaks against it shows the same pictures.',
  ),
  G08: msg(
    'Without one, what an authority sends is a request, and rests on the rules of the platform alone.',
  ),
  G09: msg('Who benefits from silence must not be the one to order it.'),
  G10: msg('Nobody can check, obey narrowly or challenge an order without reasons.'),
  G11: msg(
    'A deadline left to whoever orders can be shortened until only removing everything meets it.',
  ),
  G12: msg('Who is not told cannot appeal.'),
  G13: msg('The provider is first to see that an order is mistaken.'),
  G14: msg('It is her speech.'),
  G15: msg('A provider that is liable for everything removes everything that is doubtful.'),
  G16: msg('Otherwise the fear of liability has everybody watched.'),
  G17: msg('Evidence is lost without it; kept without an end, it becomes a store of everybody.'),
  G18: msg('Orders that nobody can count are orders that nobody can question.'),
  G19: msg('Most removals rest on rules of the platforms, and show in no court.'),
  G20: msg('A platform cannot act on a list it cannot see, nor can anybody challenge being on it.'),
  G21: msg('Names are mistaken, groups end, and people change.'),
  G22: msg('What is done in secret needs somebody who may look.'),
  G23: msg('Article 19(3) is the test that every restriction of speech has to pass.'),
  G24: msg('It is what a court can hold an order against.'),
};

/** The least a state can do and stay within rights, in order. */
export const minimumSteps: readonly Message[] = [
  msg(
    'Adopt a definition no wider than the Pacific model law or the model definition of the UN Special Rapporteur: serious violence, and the aim to intimidate or coerce; protest left out.',
  ),
  msg(
    'Make intentional incitement that causes a danger, recruitment and instruction offences, with a clause for journalism, research, art and counter-speech in good faith.',
  ),
  msg(
    'Give courts an order form: the exact addresses, reasons, a time limit, notice to the person, and appeal. What is urgent is confirmed within three days or ends.',
  ),
  msg(
    'Free intermediaries of liability on conditions, and say that nobody has to monitor everything.',
  ),
  msg('Let data be preserved for 90 days, and longer by a court only.'),
  msg('Publish one register of orders, with their reasons, and a table each year.'),
  msg('Publish designations, with the way off the list.'),
  msg('Have an ombudsman or a judge report on these powers each year.'),
];

/** What is known; the sign before the word can be told apart without colour. */
export const knowledgeWords: Readonly<Record<PublicKnowledge, Message>> = {
  yes: msg('Yes'),
  partial: msg('Partly'),
  no: msg('No'),
  none_found: msg('None found'),
  unknown: msg('Unknown'),
};

export const knowledgeSigns: Readonly<Record<PublicKnowledge, string>> = {
  yes: '●',
  partial: '◐',
  no: '✕',
  none_found: '◌',
  unknown: '?',
};

/** What closing a gap takes. */
export const effortWords = {
  practice_note: msg('A practice note'),
  regulation: msg('A regulation'),
  act: msg('An Act'),
} as const;

/** What may be read into a source. */
export const confidenceWords = {
  high: msg('Fairly sure'),
  medium: msg('Less sure'),
  low: msg('Unsure'),
} as const;
