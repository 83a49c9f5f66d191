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
    always: 1.092,
    lnAsked: 2.156,
    lnListed: 0.579,
    lnAsked2: 0.163,
    lnListed2: 0.461,
    lnEvidence: 8.765,
    words: -0.469,
    oneWord: 0.182,
    oneOfMany: -0.191,
    doubt: 5.604,
    moreInexact: -1.631,
    askedLeft: -0.753,
    listedLeft: -1.278,
    otherForm: -1.1,
    askedOne: 2.613,
    listedOne: -0.46,
    inexactShare: 2.344,
    organisationWords: -0.02,
    acronym: -8.398,
    plainInexact: 0.536,
    plainLnAsked: -2.73,
    plainAskedLeft: -3.184,
    plainLnListed: 1.566,
    doubtShare: -29.703,
    exactWords: -0.701,
  },
  organisation: {
    always: 1.623,
    lnAsked: 1.901,
    lnListed: 0.489,
    lnAsked2: 0.292,
    lnListed2: 0.226,
    lnEvidence: 4.791,
    words: -0.748,
    oneWord: -0.451,
    oneOfMany: -0.275,
    doubt: 3.015,
    moreInexact: 0.507,
    askedLeft: -0.48,
    listedLeft: -0.89,
    otherForm: -1.1,
    askedOne: 2.36,
    listedOne: 0.002,
    inexactShare: 0.873,
    organisationWords: 0.642,
    acronym: -1.109,
    plainInexact: -0.66,
    plainLnAsked: -0.184,
    plainAskedLeft: -1.993,
    plainLnListed: -0.036,
    doubtShare: -11.908,
    exactWords: 1.49,
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
