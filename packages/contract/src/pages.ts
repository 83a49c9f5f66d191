import type { harmCategories, measureKinds } from '@commonweal/law';
import type { appealStates } from './appeals.ts';
import type { reporterKinds, signalKinds } from './intake.ts';
import type { Locale } from './schema.ts';
import type { GapReportRead } from './law.ts';
import type { TransparencyReport } from './transparency.ts';

/** RFC 3339, UTC. */
type Moment = string;
/** A path on this server, or an https address. */
type Href = string;
type KnowledgeState = keyof GapReportRead['counts']['rights'];
type MeasureKind = (typeof measureKinds)[number];
type HarmCategory = (typeof harmCategories)[number];

/** Text shown as somebody wrote it. `lang` is a BCP 47 tag, null when it is not known. */
export interface GivenText {
  readonly text: string;
  readonly lang: string | null;
}

/** What stands on every public page. */
export interface PublicFrame {
  readonly locale: Locale;
  readonly desk: { readonly name: string; readonly slug: string };
  /** This very page in each language, the present one included. */
  readonly languages: readonly { readonly locale: Locale; readonly href: Href }[];
  readonly links: {
    readonly home: Href;
    readonly policy: Href;
    readonly transparency: Href;
    readonly ledger: Href;
    readonly law: Href;
  };
}

/** What a notice is about. The person affected is given enough to recognise it; a reporter what she reported. */
export interface NoticeSubject {
  readonly kind: 'item' | 'account';
  readonly excerpt: GivenText | null;
  /** Shown as text, never as a link: the content may be harmful, or gone. */
  readonly url: string | null;
  /** The platform's own reference of the account; null for a reporter. */
  readonly account: string | null;
  readonly posted_at: Moment | null;
}

export interface PublicClause {
  readonly key: string;
  readonly title: string;
  readonly text: string;
  readonly not_covered: string;
}

export type NoticeGround =
  | {
      readonly type: 'policy_clause';
      readonly policy: {
        readonly number: number;
        readonly title: string;
        readonly lang: string;
        readonly href: Href;
      };
      readonly clauses: readonly PublicClause[];
    }
  | {
      readonly type: 'order';
      readonly authority: string;
      readonly power: GivenText;
      readonly reference: string | null;
      readonly href: Href | null;
    };

/** How it was found. Kinds only: a notice never names a reporter. */
export type DetectionKind = (typeof signalKinds)[number] | 'moderator';

export interface NoticeDecision {
  readonly decided_at: Moment;
  /** Null: looked at, and nothing was restricted. */
  readonly measure: null | {
    readonly kind: MeasureKind;
    readonly territories: 'global' | readonly string[];
    readonly from: Moment;
    /** Null: until further notice. */
    readonly until: Moment | null;
    readonly ended: null | {
      readonly at: Moment;
      readonly because: 'expired' | 'appeal' | 'reversed' | 'override_expired';
    };
    /** An emergency override: when it ends unless it is confirmed in full. */
    readonly emergency_until: Moment | null;
  };
  readonly facts: GivenText | null;
  readonly harm_categories: readonly HarmCategory[];
  readonly ground: NoticeGround | null;
  readonly detection: readonly DetectionKind[];
  readonly decided_by: 'person' | 'two_people' | 'rule';
  readonly automated: { readonly detection: boolean; readonly decision: boolean };
  /** A state asked for it or ordered it, and the law it named; null: no state was involved. */
  readonly state: null | {
    readonly kind: 'request' | 'order';
    readonly authority: string | null;
    readonly law: string | null;
  };
}

/** The fields of the form, posted as `text`, `contact`, `language` and `idempotency_key`. */
export interface AppealFormData {
  readonly action: Href;
  readonly idempotency_key: string;
  readonly until: Moment;
}

export type NoticeAppeal =
  /** Nothing to appeal against yet. */
  | { readonly state: 'not_yet' }
  | { readonly state: 'possible'; readonly form: AppealFormData }
  | { readonly state: 'too_late'; readonly until: Moment }
  | {
      readonly state: (typeof appealStates)[number];
      readonly received_at: Moment;
      readonly decided_at: Moment | null;
      readonly reasons: GivenText | null;
      /** When the measure was undone because of the appeal. */
      readonly reversed_at: Moment | null;
    };

/** Another way to challenge the decision, as the desk's settings or the law name it. */
export interface Redress {
  readonly title: string;
  readonly text: string;
  readonly lang: string | null;
  readonly href: Href | null;
}

/** Where the notice stands in the public ledger. */
export type Inclusion =
  | { readonly state: 'pending' }
  | {
      readonly state: 'included';
      readonly index: number;
      readonly size: number;
      readonly proof_href: Href;
    };

/** The statement of reasons: DSA Art 17; Santa Clara Principles 2.0, Notice and Appeal. */
export interface NoticePage extends PublicFrame {
  readonly page: 'notice';
  readonly audience: 'affected' | 'reporter';
  /** Short, for letters and telephone calls. */
  readonly reference: string;
  readonly issued_at: Moment;
  readonly subject: NoticeSubject;
  /** Null: still being looked at (reporters only). */
  readonly decision: NoticeDecision | null;
  readonly appeal: NoticeAppeal;
  readonly redress: readonly Redress[];
  readonly inclusion: Inclusion;
}

export type AppealProblem =
  | { readonly field: 'text'; readonly code: 'missing' | 'too_long' }
  | { readonly field: 'contact'; readonly code: 'too_long' }
  | { readonly field: 'form'; readonly code: 'too_many' | 'not_saved' };

/** The form by itself; with `problems`, what was written is kept. */
export interface AppealFormPage extends PublicFrame {
  readonly page: 'appeal_form';
  readonly reference: string;
  readonly notice_href: Href;
  readonly form: AppealFormData;
  readonly values: { readonly text: string; readonly contact: string };
  readonly problems: readonly AppealProblem[];
}

export interface AppealReceivedPage extends PublicFrame {
  readonly page: 'appeal_received';
  readonly reference: string;
  readonly notice_href: Href;
  readonly received_at: Moment;
  readonly text: GivenText;
}

export interface PolicyListing {
  readonly number: number;
  readonly title: string;
  readonly lang: string;
  readonly href: Href;
  readonly standing: 'coming' | 'in_force' | 'past';
  readonly in_force_from: Moment;
  readonly in_force_until: Moment | null;
}

export interface PolicyPage extends PublicFrame {
  readonly page: 'policy';
  readonly policy: PolicyListing & {
    readonly definition: string;
    readonly clauses: readonly (PublicClause & {
      readonly harm_categories: readonly HarmCategory[];
      readonly measures: readonly MeasureKind[];
    })[];
  };
  /** All published versions, newest first, this one included. */
  readonly versions: readonly PolicyListing[];
}

export interface PolicyIndexPage extends PublicFrame {
  readonly page: 'policy_index';
  /** Newest first; may be empty. */
  readonly versions: readonly PolicyListing[];
}

export interface TransparencyPage extends PublicFrame {
  readonly page: 'transparency';
  readonly report: TransparencyReport;
  readonly notices: {
    readonly affected: number;
    readonly reporter: number;
    readonly delayed: number;
  };
  readonly downloads: { readonly json: Href; readonly csv: Href };
  /** Other periods, newest first; days as YYYY-MM-DD. */
  readonly periods: readonly {
    readonly from: string;
    readonly to: string;
    readonly href: Href;
  }[];
}

export interface LedgerPage extends PublicFrame {
  readonly page: 'ledger';
  readonly origin: string;
  readonly verifier_key: string;
  readonly size: number;
  /** Recorded, and not yet in the tree. */
  readonly waiting: number;
  readonly root: string | null;
  /** The signed note as it is served. */
  readonly checkpoint: string | null;
  readonly checkpoint_at: Moment | null;
  readonly files: { readonly checkpoint: Href; readonly verifier_key: Href };
  /** A line to run on one's own computer; null when none is offered. */
  readonly verify_command: string | null;
}

export interface DeskHomePage extends PublicFrame {
  readonly page: 'desk_home';
  readonly about: GivenText | null;
  /** The version in force; null before the first is. */
  readonly policy: PolicyListing | null;
  readonly ledger: { readonly size: number; readonly checkpoint_at: Moment | null };
  /** How to reach the desk, in its own words. */
  readonly contact: GivenText | null;
}

/** The jurisdictions of the registry, and how much of each side is known to be there. */
export interface LawPage extends PublicFrame {
  readonly page: 'law';
  readonly jurisdictions: readonly {
    readonly id: string;
    readonly href: Href;
    readonly security: Readonly<Record<KnowledgeState, number>>;
    readonly rights: Readonly<Record<KnowledgeState, number>>;
  }[];
}

/** What a jurisdiction's law has and has not: to be carried into a meeting. */
export interface GapReportPage extends PublicFrame {
  readonly page: 'gap_report';
  readonly report: GapReportRead;
  /** All jurisdictions. */
  readonly index: Href;
}

/** A refusal or a fault in plain language. Without a known desk, `desk` and `links` are null. */
export interface ProblemPage extends Omit<PublicFrame, 'desk' | 'links'> {
  readonly page: 'problem';
  readonly desk: PublicFrame['desk'] | null;
  readonly links: PublicFrame['links'] | null;
  readonly status: 400 | 404 | 410 | 429 | 500;
  readonly retry_after_seconds: number | null;
  /** The request's id, for the desk's administrator. */
  readonly reference: string | null;
  /** What the person had written, given back so that it is not lost. */
  readonly kept: string | null;
}

/** Every public page: `renderPage` in `public/` turns one into a whole document. */
export type PublicPage =
  | NoticePage
  | AppealFormPage
  | AppealReceivedPage
  | PolicyPage
  | PolicyIndexPage
  | TransparencyPage
  | LedgerPage
  | DeskHomePage
  | LawPage
  | GapReportPage
  | ProblemPage;

export type { ControlId as PublicControlId } from '@commonweal/law/registry';
export type ReporterKind = (typeof reporterKinds)[number];
export type { KnowledgeState as PublicKnowledge };
export type { HarmCategory as PublicHarmCategory, MeasureKind as PublicMeasureKind };
