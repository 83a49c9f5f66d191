/** Who a gap leaves unprotected: the public against attacks, or people against power. A report shows both, always. */
export type Side = 'security' | 'rights' | 'both';

/** What closing a gap takes. */
export type Effort = 'practice_note' | 'regulation' | 'act';

/** One thing that good law has, and why it matters. */
export interface Control {
  /** The question, to which a jurisdiction's answer is yes, partly, no, none found or unknown. */
  readonly question: string;
  /** Its name in a table. */
  readonly short: string;
  readonly side: Side;
  readonly why: string;
  readonly effort: Effort;
  /** Clauses elsewhere worth borrowing, the best first: `AU:cc:s 100.1`. */
  readonly models: readonly string[];
  /** Which step of the minimum package closes it, from 1. Null: none does. */
  readonly step: number | null;
}

/**
 * The 24 controls of a gap report. Those on the side of security ask whether there is a law to act
 * under; those on the side of rights, whether it is held in bounds.
 */
export const controls = {
  G01: {
    question: 'Is there a definition of terrorism in a statute?',
    short: 'Definition',
    side: 'both',
    why: 'Without one, nobody can tell what is forbidden: neither an officer, nor a platform, nor a citizen.',
    effort: 'act',
    models: ['TV:ct:s 4', 'NZ:tsa:s 5', 'AU:cc:s 100.1'],
    step: 1,
  },
  G02: {
    question:
      'Does the definition leave out advocacy, protest, dissent and industrial action that is not meant to cause serious harm?',
    short: 'Protest left out',
    side: 'rights',
    why: 'A strike or a march that disrupts something is not terrorism, and must not be removed as such.',
    effort: 'act',
    models: ['AU:cc:s 100.1', 'NZ:tsa:s 5', 'TV:ct:s 4'],
    step: 1,
  },
  G03: {
    question:
      'Does the definition need both serious violence and the aim to intimidate a population or coerce a government?',
    short: 'Violence and intimidation',
    side: 'rights',
    why: 'Either alone reaches ordinary crime or ordinary politics; the model definition of the UN Special Rapporteur (A/HRC/16/51) needs both.',
    effort: 'act',
    models: ['TV:ct:s 4', 'NZ:tsa:s 5', 'CA:cc:s 83.01(1)'],
    step: 1,
  },
  G04: {
    question: 'Is it an offence to incite terrorism?',
    short: 'Incitement',
    side: 'security',
    why: 'Security Council resolution 1624 (2005) calls for it. Intent, and the danger that an act follows, keep it from reaching opinions.',
    effort: 'act',
    models: ['AU:cc:s 474.45B', 'CA:cc:s 83.221'],
    step: 2,
  },
  G05: {
    question: 'Is it an offence to recruit for a terrorist group, or to ask support for one?',
    short: 'Recruitment',
    side: 'security',
    why: 'Recruitment is what open channels are mostly used for.',
    effort: 'act',
    models: ['TV:ct:s 18', 'AU:cc:ss 102.4-102.8'],
    step: 2,
  },
  G06: {
    question: 'Is it an offence to train for terrorism or to spread instructions for it?',
    short: 'Instruction',
    side: 'security',
    why: 'Usable know-how for an attack does harm whoever reads it.',
    effort: 'act',
    models: ['AU:cc:s 474.45B', 'AU:cc:s 474.45C'],
    step: 2,
  },
  G07: {
    question:
      'Do offences and powers leave room for journalism, research, art, education and counter-speech?',
    short: 'Journalism and research',
    side: 'rights',
    why: 'Whoever reports on terrorism, studies it or speaks against it shows the same pictures.',
    effort: 'act',
    models: ['EU:tco:Art 1(3)', 'PK:ata:s 11W'],
    step: 2,
  },
  G08: {
    question: 'Is there a power to have terrorist content online removed or blocked?',
    short: 'Power to order',
    side: 'security',
    why: 'Without one, what an authority sends is a request, and rests on the rules of the platform alone.',
    effort: 'act',
    models: ['ZA:poc:s 24A', 'CA:cc:s 83.223'],
    step: 3,
  },
  G09: {
    question:
      'Does a court, or an authority independent of the executive, make the order or soon confirm it?',
    short: 'Independent decision',
    side: 'rights',
    why: 'Who benefits from silence must not be the one to order it.',
    effort: 'act',
    models: ['CA:cc:s 83.223', 'ZA:poc:s 24A', 'BD:cpo:s 8'],
    step: 3,
  },
  G10: {
    question: 'Must the order itself give its reasons and its legal basis?',
    short: 'Reasons',
    side: 'rights',
    why: 'Nobody can check, obey narrowly or challenge an order without reasons.',
    effort: 'regulation',
    models: ['EU:tco:Art 3(4)', 'ZA:poc:s 24A'],
    step: 3,
  },
  G11: {
    question: 'Is the time to comply fixed in law?',
    short: 'Deadline in law',
    side: 'rights',
    why: 'A deadline left to whoever orders can be shortened until only removing everything meets it.',
    effort: 'regulation',
    models: ['EU:tco:Art 3(3)'],
    step: 3,
  },
  G12: {
    question: 'Must the person whose content it is be told?',
    short: 'Person told',
    side: 'rights',
    why: 'Who is not told cannot appeal.',
    effort: 'regulation',
    models: ['CA:cc:s 83.223', 'MY:onsa:s 25'],
    step: 3,
  },
  G13: {
    question: 'Can the provider challenge the order before an independent body?',
    short: 'Provider may challenge',
    side: 'rights',
    why: 'The provider is first to see that an order is mistaken.',
    effort: 'act',
    models: ['EU:tco:Art 9', 'SG:ocha:s 15'],
    step: 3,
  },
  G14: {
    question: 'Can the person affected challenge it before an independent body?',
    short: 'Person may challenge',
    side: 'rights',
    why: 'It is her speech.',
    effort: 'act',
    models: ['CA:cc:s 83.223', 'SG:ocha:s 15'],
    step: 3,
  },
  G15: {
    question: 'Are intermediaries free of liability on conditions?',
    short: 'Safe harbour',
    side: 'rights',
    why: 'A provider that is liable for everything removes everything that is doubtful.',
    effort: 'act',
    models: ['ZA:ecta:ss 73-79', 'PK:peca:s 38'],
    step: 4,
  },
  G16: {
    question: 'Does the law say that nobody has to monitor everything?',
    short: 'No general monitoring',
    side: 'rights',
    why: 'Otherwise the fear of liability has everybody watched.',
    effort: 'act',
    models: ['EU:dsa:Art 8', 'PK:peca:s 38'],
    step: 4,
  },
  G17: {
    question: 'Is data preserved for investigations for a limited time?',
    short: 'Preservation with an end',
    side: 'both',
    why: 'Evidence is lost without it; kept without an end, it becomes a store of everybody.',
    effort: 'act',
    models: ['GH:csa:s 77', 'EU:tco:Art 6'],
    step: 5,
  },
  G18: {
    question: 'Must the authority publish or report the orders it makes?',
    short: 'State reports',
    side: 'rights',
    why: 'Orders that nobody can count are orders that nobody can question.',
    effort: 'regulation',
    models: ['NZ:fvpc:s 119K', 'BD:cpo:s 8'],
    step: 6,
  },
  G19: {
    question: 'Must platforms publish or file reports?',
    short: 'Platforms report',
    side: 'rights',
    why: 'Most removals rest on rules of the platforms, and show in no court.',
    effort: 'regulation',
    models: ['EU:dsa:Art 15', 'EU:tco:Art 7'],
    step: null,
  },
  G20: {
    question: 'Are designations published?',
    short: 'Designations published',
    side: 'both',
    why: 'A platform cannot act on a list it cannot see, nor can anybody challenge being on it.',
    effort: 'practice_note',
    models: ['NZ:tsa:ss 20-22', 'CA:cc:s 83.05'],
    step: 7,
  },
  G21: {
    question: 'Is there a way off the list, before an independent body?',
    short: 'Way off the list',
    side: 'rights',
    why: 'Names are mistaken, groups end, and people change.',
    effort: 'act',
    models: ['TV:ct:ss 5-10', 'CA:cc:s 83.05', 'JM:tpa:s 14'],
    step: 7,
  },
  G22: {
    question: 'Does a standing independent body watch over these powers?',
    short: 'Oversight',
    side: 'rights',
    why: 'What is done in secret needs somebody who may look.',
    effort: 'act',
    models: ['GB:ta2006:s 36', 'AU:osa:s 183'],
    step: 8,
  },
  G23: {
    question:
      'Is the state party to the International Covenant on Civil and Political Rights (ICCPR)?',
    short: 'ICCPR',
    side: 'rights',
    why: 'Article 19(3) is the test that every restriction of speech has to pass.',
    effort: 'act',
    models: [],
    step: null,
  },
  G24: {
    question:
      'Is there a guarantee of free expression in the constitution that can be enforced against these powers?',
    short: 'Enforceable guarantee',
    side: 'rights',
    why: 'It is what a court can hold an order against.',
    effort: 'act',
    models: ['CA:charter', 'GB:hra', 'NZ:bora'],
    step: null,
  },
} as const satisfies Readonly<Record<string, Control>>;
export type ControlId = keyof typeof controls;
export const controlIds = Object.keys(controls) as readonly ControlId[];

/** The least a state with no such law and few lawyers can do, and stay within rights. In order. */
export const minimumPackage: readonly string[] = [
  'Adopt a definition no wider than the Pacific model law or the model definition of the UN Special Rapporteur: serious violence, and the aim to intimidate or coerce; protest left out.',
  'Make intentional incitement that causes a danger, recruitment and instruction offences, with a clause for journalism, research, art and counter-speech in good faith.',
  'Give courts an order form: the exact addresses, reasons, a time limit, notice to the person, and appeal. What is urgent is confirmed within three days or ends.',
  'Free intermediaries of liability on conditions, and say that nobody has to monitor everything.',
  'Let data be preserved for 90 days, and longer by a court only.',
  'Publish one register of orders, with their reasons, and a table each year.',
  'Publish designations, with the way off the list.',
  'Have an ombudsman or a judge report on these powers each year.',
];
