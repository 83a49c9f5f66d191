import type { Client } from '@commonweal/client';
import type { Desk, PolicyVersion } from '@commonweal/contract';
import type { PlatformReceiver } from './receiver.ts';
import { decideAppeal } from './steps/decide-appeal.ts';
import { decideRemoval } from './steps/decide-removal.ts';
import { appealDecision } from './steps/appeal-decision.ts';
import { banAccount } from './steps/ban-account.ts';
import { checkLedger } from './steps/check-ledger.ts';
import { connectPlatform } from './steps/connect-platform.ts';
import { fillBanks } from './steps/fill-banks.ts';
import { handInItems } from './steps/hand-in-items.ts';
import { importDesignations } from './steps/import-designations.ts';
import { openDesk } from './steps/open-desk.ts';
import { publishRules } from './steps/publish-rules.ts';
import { readNotice } from './steps/read-notice.ts';
import { readNumbers } from './steps/read-numbers.ts';
import { takeCase } from './steps/take-case.ts';
import { watchRemoval } from './steps/watch-removal.ts';

/** One thing that happened: what, in a few lines, and where to look at it. */
export interface Step {
  readonly title: string;
  readonly lines: readonly string[];
  /** Address of a screen or a public page that shows it. */
  readonly look?: string;
}

/** Somebody invented, signed in. */
export interface Player {
  readonly name: string;
  readonly email: string;
  readonly password: string;
  readonly client: Client;
  /** The session's cookie, for a browser that is to go on as this person. */
  readonly cookie: string;
}

/** What the steps share. */
export interface Stage {
  readonly baseUrl: string;
  readonly setupToken: string;
  readonly receiver: PlatformReceiver;
  readonly onStep: (step: Step) => void | Promise<void>;
}

/** The people of the invented desk. */
export interface Cast {
  readonly desk: Desk;
  readonly administrator: Player;
  /** Reviews, and could hear appeals against what others decided. */
  readonly moderator: Player;
  readonly senior: Player;
  readonly appeals: Player;
}

/** Where everything is after the thread was played. */
export interface Thread {
  readonly cast: Cast;
  readonly policy: PolicyVersion;
  /** Key of the platform; its scopes are those an integration needs. */
  readonly apiKey: string;
  readonly caseIds: {
    readonly removal: string;
    readonly ban: string;
    readonly name: string;
    readonly report: string;
  };
  readonly decisionIds: { readonly removal: string; readonly ban: string };
  readonly appealId: string;
  readonly noticeUrl: string;
  readonly reporterNoticeUrl: string;
}

/**
 * Plays the whole thread over HTTP with invented content: from an empty installation to a decision
 * overturned, an account banned by two people, the numbers and the ledger checked from outside.
 * Every step is held to what the product promises.
 *
 * @throws PromiseBroken when a step does not keep it; ApiProblem, ConnectionProblem
 */
export async function playThread(stage: Stage): Promise<Thread> {
  const cast = await openDesk(stage);
  const policy = await publishRules(stage, cast);
  const platform = await connectPlatform(stage, cast);
  await fillBanks(stage, cast);
  await importDesignations(stage, cast);
  const items = await handInItems(stage, platform);
  const taken = await takeCase(stage, cast, items.removalCase);
  const removal = await decideRemoval(stage, cast, { policy, taken, item: items.removalItem });
  await watchRemoval(stage, cast, removal);
  const noticeUrl = await readNotice(stage, removal);
  const appealId = await appealDecision(stage, cast, noticeUrl);
  await decideAppeal(stage, cast, { appealId, removal, noticeUrl });
  const ban = await banAccount(stage, cast, { policy, caseId: items.banCase, item: items.banItem });
  await readNumbers(stage, cast);
  await checkLedger(stage, cast, noticeUrl);
  return {
    cast,
    policy,
    apiKey: platform.apiKey,
    caseIds: {
      removal: items.removalCase,
      ban: items.banCase,
      name: items.nameCase,
      report: items.reportCase,
    },
    decisionIds: { removal: removal.decision_id, ban: ban.decision_id },
    appealId,
    noticeUrl,
    reporterNoticeUrl: items.reporterNoticeUrl,
  };
}
