import type { EntityKind } from '../register.ts';

/** What speaks for two names being one, in figures. */
export interface Agreement {
  readonly kind: EntityKind;
  /** Share of what was asked that the listed name has, by weight, 0 to 1. */
  readonly asked: number;
  /** Share of the listed name that was asked, by weight, 0 to 1. */
  readonly listed: number;
  /** Weight of what agrees; a rare word is near 1. */
  readonly evidence: number;
  /** Telling words that agree. */
  readonly words: number;
  /** How far those are from being the same, summed. */
  readonly doubt: number;
  /** How many of them are not nearly the same. */
  readonly inexact: number;
  /** Telling words of either side. */
  readonly askedWords: number;
  readonly listedWords: number;
  /** What was asked has a word that organisations' names are made of. */
  readonly organisationWords: boolean;
  /** Letters of one side are the first letters of the other. */
  readonly acronym: boolean;
  /** Weight of what either side has alone. */
  readonly askedLeft: number;
  readonly listedLeft: number;
  /** Both are companies, of different legal forms. */
  readonly otherForm: boolean;
}

/**
 * Weights of a logistic regression over labelled names: pairs judged by analysts, names of one person on
 * several lists, misspelt listed names, and made-up people who are on none. Fitted so that 0.7 is where
 * a person should look.
 */
const WEIGHTS = {
  person: {
    always: -0.597,
    lnAsked: 2.435,
    lnListed: 3.74,
    lnAsked2: 0.554,
    lnListed2: 0.631,
    lnEvidence: 7.399,
    words: 0.469,
    oneWord: 0.923,
    oneOfMany: 0.564,
    doubt: -4.233,
    moreInexact: -0.298,
    askedLeft: -2.272,
    listedLeft: -0.466,
    otherForm: -1.1,
    askedOne: 2.513,
    listedOne: -1.126,
    inexactShare: 1.32,
    organisationWords: 0.761,
    acronym: -7.635,
  },
  organisation: {
    always: -1.587,
    lnAsked: -1.687,
    lnListed: -1.682,
    lnAsked2: -0.644,
    lnListed2: 0.582,
    lnEvidence: 7.766,
    words: -0.184,
    oneWord: -1.47,
    oneOfMany: 0.736,
    doubt: -3.18,
    moreInexact: 1.241,
    askedLeft: -2.049,
    listedLeft: -2.123,
    otherForm: -1.1,
    askedOne: 3.979,
    listedOne: 0.103,
    inexactShare: -1.814,
    organisationWords: 1.861,
    acronym: -1.534,
  },
} as const satisfies Record<EntityKind, Record<string, number>>;

/** Names alone never make it certain. */
const most = 0.97;
const least = 1e-3;

/** How likely two names are one, 0 to 0.97: calibrated, so that better evidence always ranks higher. */
export function scoreOf(agreement: Agreement): number {
  const { kind, asked, listed, evidence, words, doubt, inexact } = agreement;
  if (words === 0) return 0;
  const weight = WEIGHTS[kind];
  const lnAsked = Math.log(Math.max(asked, least));
  const lnListed = Math.log(Math.max(listed, least));
  const oneWord = words < 1.5;
  const logit =
    weight.always +
    weight.lnAsked * lnAsked +
    weight.lnListed * lnListed +
    weight.lnAsked2 * lnAsked ** 2 +
    weight.lnListed2 * lnListed ** 2 +
    weight.lnEvidence * Math.log(evidence + 0.15) +
    weight.words * Math.min(words, 4) +
    weight.oneWord * Number(oneWord) +
    weight.oneOfMany * Number(oneWord && agreement.askedWords >= 2) +
    weight.doubt * doubt +
    weight.moreInexact * Math.max(0, inexact - 1) +
    weight.askedLeft * Math.min(agreement.askedLeft, 2) +
    weight.listedLeft * Math.min(agreement.listedLeft, 3) +
    weight.otherForm * Number(agreement.otherForm) +
    weight.askedOne * Number(agreement.askedWords <= 1) +
    weight.listedOne * Number(agreement.listedWords <= 1) +
    (weight.inexactShare * inexact) / Math.max(1, words) +
    weight.organisationWords * Number(agreement.organisationWords) +
    weight.acronym * Number(agreement.acronym);
  return most / (1 + Math.exp(-logit));
}
