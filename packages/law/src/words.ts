/**
 * The fixed words of the gate. Wire schemas, tables and screens are built from these lists, so that
 * a word exists in one place. Order matters where the comment says so.
 */

/** What the content does, several at once. Policy tests: `defaultPolicy`. Sources: Regulation (EU) 2021/784 Art 2(7); Kigali Declaration 2022. */
export const harmCategories = [
  'incitement',
  'recruitment',
  'radicalisation',
  'instructional',
  'glorification',
  'official_propaganda',
  'attack_perpetrator_content',
  'threats',
  'financing',
  'operational_coordination',
  'borderline_context',
] as const;
export type HarmCategory = (typeof harmCategories)[number];

/** Categories that can never alone carry a removal or anything heavier: the first is a process, the second a protection. */
export const neverSoleGround: readonly HarmCategory[] = ['radicalisation', 'borderline_context'];

/** Severity from 1 to 5 with its meaning. */
export const severities = {
  1: 'Contextual, ambiguous, or extreme but lawful',
  2: 'Supportive or glorifying, without danger',
  3: 'Official propaganda or recruitment',
  4: 'Perpetrator content, usable instruction, or direct incitement likely to be acted on',
  5: 'Imminent threat to life',
} as const;
export type Severity = keyof typeof severities;

/** Why it was said. Asked every time; every value but `none` stops automation. */
export const contextPurposes = [
  'none',
  'journalism',
  'research',
  'education',
  'art',
  'counter_speech',
  'legal_advocacy',
  'religious',
  'satire',
  'evidence_of_abuse',
  'unclear',
] as const;
export type ContextPurpose = (typeof contextPurposes)[number];

/** Where it was said. `semi`: large groups and channels by invitation link. `private` and `e2ee` are never scanned. */
export const surfaces = ['open', 'semi', 'private', 'e2ee'] as const;
export type Surface = (typeof surfaces)[number];

/** What a measure acts on. */
export const measureSubjects = ['item', 'actor'] as const;
export type MeasureSubject = (typeof measureSubjects)[number];

/** The ladder, from least to most restrictive, then the two measures that stand beside it. */
export const measureKinds = [
  'label',
  'age_gate',
  'stop_recommending',
  'demote',
  'limit',
  'geo_restrict',
  'remove',
  'suspend',
  'ban',
  'preserve',
  'refer',
] as const;
export type MeasureKind = (typeof measureKinds)[number];

/** What a scope points at, smallest first. */
export const scopeTargets = ['url', 'item', 'account', 'domain'] as const;
export type ScopeTarget = (typeof scopeTargets)[number];

/** The legitimate aims of ICCPR Art 19(3); no other aim can be added. */
export const legitimateAims = [
  'rights_of_others',
  'national_security',
  'public_order',
  'public_health',
  'public_morals',
] as const;
export type LegitimateAim = (typeof legitimateAims)[number];

/** What a decision rests on. `both` claims both, and both must hold. */
export const groundTypes = ['policy_clause', 'order', 'both'] as const;
export type GroundType = (typeof groundTypes)[number];

/** The six parts of the Rabat threshold test (A/HRC/22/17/Add.4, appendix, para 29). */
export const rabatParts = [
  'context',
  'speaker',
  'intent',
  'content',
  'extent',
  'likelihood',
] as const;
export type RabatPart = (typeof rabatParts)[number];

/**
 * How much a signal shows by itself. `similar`: a text that reads like a known one, and may say the
 * opposite. `name_only`: a name that resembles a listed one, nothing more.
 */
export const signalStrengths = ['match', 'similar', 'name_only', 'report', 'partner'] as const;
export type SignalStrength = (typeof signalStrengths)[number];
