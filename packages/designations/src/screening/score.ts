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
    always: 0.571,
    lnAsked: 2.56,
    lnListed: 1.325,
    lnAsked2: 0.187,
    lnListed2: 0.606,
    lnEvidence: 8.948,
    words: -0.336,
    oneWord: 0.62,
    oneOfMany: 0.194,
    doubt: 3.813,
    moreInexact: -1.41,
    askedLeft: -0.587,
    listedLeft: -1.037,
    otherForm: -1.1,
    askedOne: 2.755,
    listedOne: -0.446,
    inexactShare: 1.848,
    organisationWords: 0.245,
    acronym: 0.0,
    plainInexact: 0.956,
    plainLnAsked: -2.459,
    plainAskedLeft: -3.014,
    plainLnListed: 1.264,
    doubtShare: -28.047,
    exactWords: -0.32,
  },
  organisation: {
    always: 3.617,
    lnAsked: 1.15,
    lnListed: -0.817,
    lnAsked2: 0.26,
    lnListed2: -0.048,
    lnEvidence: 3.426,
    words: -0.499,
    oneWord: -2.625,
    oneOfMany: -0.337,
    doubt: 3.488,
    moreInexact: 2.021,
    askedLeft: -0.523,
    listedLeft: -1.143,
    otherForm: -1.1,
    askedOne: 2.095,
    listedOne: 0.806,
    inexactShare: -2.88,
    organisationWords: -0.279,
    acronym: -1.393,
    plainInexact: -0.769,
    plainLnAsked: -0.379,
    plainAskedLeft: -2.625,
    plainLnListed: 0.123,
    doubtShare: -12.891,
    exactWords: 0.054,
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
  // Where nothing says that an organisation was asked for, it may well be a person: slips weigh otherwise.
  const plain = Number(!agreement.organisationWords);
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
    weight.acronym * Number(agreement.acronym) +
    weight.plainInexact * plain * Math.min(inexact, 2) +
    weight.plainLnAsked * plain * lnAsked +
    weight.plainAskedLeft * plain * Math.min(agreement.askedLeft, 2) +
    weight.plainLnListed * plain * lnListed +
    (weight.doubtShare * doubt) / Math.max(1, words) +
    weight.exactWords * Number(words >= 1.5 && inexact === 0);
  return most / (1 + Math.exp(-logit));
}
