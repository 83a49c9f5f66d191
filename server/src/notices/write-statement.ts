import type { CaseView, Desk, Item } from '@commonweal/contract';
import type {
  DetectionKind,
  NoticeDecision,
  NoticeGround,
  NoticeSubject,
  Redress,
} from '@commonweal/contract/pages';
import type { StoredDecision } from '../decisions/index.ts';
import type { StoredVersion } from '../policy/index.ts';
import { maskPersonal } from './mask-personal.ts';
import type { Statement } from './tables.ts';

const excerptLength = 500; // characters: enough to know it again, too little to spread it
const machines: readonly DetectionKind[] = [
  'hash',
  'picture',
  'video',
  'near_text',
  'url',
  'phrase',
  'listed_name',
];
const authority: DetectionKind = 'state_request';

/** All that a statement is written from, as it was when the decision took effect. */
export interface Told {
  readonly desk: Pick<Desk, 'slug' | 'other_redress'>;
  readonly decision: StoredDecision;
  readonly view: CaseView;
  /** The policy version the decision rests on; null when nothing was restricted. */
  readonly policy: StoredVersion | null;
  /** When the measure begins. */
  readonly from: Date;
}

/** The statement of reasons to the person affected (DSA Art 17(3)). Names nobody who reported. */
export function writeForAffected(told: Told): Statement {
  const { decision, view } = told;
  const item = itemOf(view, decision.item_id);
  return {
    subject: {
      ...subjectOf(item),
      kind: isAboutAccount(decision) || item === undefined ? 'account' : 'item',
      account: decision.actor_external_id,
    },
    decision: decisionOf(told, decision.assessment?.facts ?? null),
    redress: redressOf(told.desk.other_redress),
    told_from: null,
  };
}

/**
 * What a reporter may learn of the outcome (DSA Art 16(5)): what was done and under which rule. The
 * facts told to the person affected stay between the desk and that person; where nothing was done the
 * reasons are given, without what points at a person.
 */
export function writeForReporters(
  told: Told,
  toldFrom: Date,
): Pick<Statement, 'decision' | 'redress' | 'told_from'> {
  const { decision, view } = told;
  const known = [
    decision.actor_external_id,
    ...view.items.flatMap(({ actor }) => [actor?.external_id, actor?.display_name, actor?.handle]),
  ];
  return {
    decision: decisionOf(
      told,
      decision.kind === 'no_action' ? maskPersonal(decision.reasons, known) : null,
    ),
    redress: redressOf(told.desk.other_redress),
    told_from: toldFrom.toISOString(),
  };
}

/** What a reporter sees before there is a decision: what she reported. */
export function writeReceived(item: Item): Statement {
  return {
    subject: {
      ...subjectOf(item),
      kind: item.kind === 'profile' ? 'account' : 'item',
      account: null,
    },
    decision: null,
    redress: [],
    told_from: null,
  };
}

function decisionOf(
  { desk, decision, view, policy, from }: Told,
  facts: string | null,
): NoticeDecision {
  const { assessment, measure } = decision;
  const kinds = new Set<DetectionKind>(view.signals.map((signal) => signal.kind));
  return {
    decided_at: decision.decided_at.toISOString(),
    measure:
      measure === null
        ? null
        : {
            kind: measure,
            territories: assessment?.scope.territories ?? 'global',
            from: from.toISOString(),
            until: assessment?.scope.until ?? null,
            ended: null,
            emergency_until: decision.override_expires_at?.toISOString() ?? null,
          },
    facts: facts === null || facts.trim() === '' ? null : { text: facts, lang: null },
    harm_categories: assessment?.harm.categories ?? [],
    ground:
      assessment && policy ? groundOf(desk.slug, policy, assessment.ground.clause_keys) : null,
    detection: kinds.size > 0 ? [...kinds] : ['moderator'],
    decided_by: decision.second_by === null ? 'person' : 'two_people',
    automated: {
      detection: machines.some((kind) => kinds.has(kind)),
      // People decide; a rule may have proposed what they then looked at.
      decision: view.case.suggestion !== null,
    },
    // The authority is not named here: whoever reports is not named, and officers report by name.
    state: kinds.has(authority) ? { kind: 'request', authority: null, law: null } : null,
  };
}

function groundOf(slug: string, policy: StoredVersion, keys: readonly string[]): NoticeGround {
  const number = policy.number ?? 0;
  return {
    type: 'policy_clause',
    policy: {
      number,
      title: policy.title,
      lang: policy.language,
      href: `/d/${slug}/policy/${number}`,
    },
    clauses: policy.clauses
      .filter((clause) => keys.includes(clause.key))
      .map(({ key, title, text, not_covered }) => ({ key, title, text, not_covered })),
  };
}

function isAboutAccount({ assessment, measure }: StoredDecision): boolean {
  return measure === 'suspend' || measure === 'ban' || assessment?.scope.target === 'account';
}

function itemOf(view: CaseView, itemId: string | null): Item | undefined {
  return view.items.find((item) => item.item_id === itemId);
}

function subjectOf(item: Item | undefined): Pick<NoticeSubject, 'excerpt' | 'url' | 'posted_at'> {
  const words = item?.text ?? item?.title ?? null;
  return {
    excerpt: words === null ? null : { text: shorten(words), lang: item?.language ?? null },
    url: item?.url ?? null,
    posted_at: item?.posted_at ?? null,
  };
}

function shorten(text: string): string {
  const letters = Array.from(text);
  return letters.length > excerptLength ? `${letters.slice(0, excerptLength - 1).join('')}…` : text;
}

/** The desk's words on other ways: a paragraph each, its first line the title, an address alone the link. */
function redressOf(words: string): Redress[] {
  return words
    .split(/\n\s*\n/)
    .map((paragraph) => paragraph.split('\n').map((line) => line.trim()))
    .map((lines) => lines.filter((line) => line !== ''))
    .flatMap(([title, ...rest]) => {
      if (title === undefined) return [];
      const href = rest.find((line) => /^https:\/\/\S+$/.test(line)) ?? null;
      return { title, text: rest.filter((line) => line !== href).join('\n'), lang: null, href };
    });
}
