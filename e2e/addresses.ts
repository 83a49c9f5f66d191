import { readFile } from 'node:fs/promises';
import type { Thread } from '../server/src/command-line/demo/thread.ts';

type Played = Pick<
  Thread,
  'cast' | 'policy' | 'caseIds' | 'decisionIds' | 'appealId' | 'noticeUrl'
>;

/** Ids that only a filled desk has, found by asking it. */
interface Found {
  readonly bankId: string;
  readonly designationId: string;
  readonly measureId: string;
  readonly ruleId: string;
}

/** The paths of all screens, as the console registers them. */
export async function registeredPaths(): Promise<string[]> {
  const source = await readFile(
    new URL('../console/src/shell/routes.tsx', import.meta.url),
    'utf8',
  );
  return [...source.matchAll(/^\s+path: '([^']+)'/gm)].map(([, path]) => path ?? '');
}

/** An address on the played desk for every registered path. @throws when a path has none */
export async function consoleAddresses(thread: Played): Promise<Map<string, string>> {
  const found = await findIds(thread);
  const examples: Readonly<Record<string, string>> = {
    $caseId: thread.caseIds.name,
    $decisionId: thread.decisionIds.removal,
    $appealId: thread.appealId,
    $measureId: found.measureId,
    $bankId: found.bankId,
    $designationId: found.designationId,
    $listKey: 'un',
    $jurisdiction: 'AU',
    $versionId: thread.policy.policy_version_id,
    $ruleId: found.ruleId,
  };
  const paths = await registeredPaths();
  return new Map(
    paths.map((path) => [
      path,
      path.replaceAll(/\$\w+/g, (name) => {
        const example = examples[name];
        if (example === undefined) throw new Error(`No example for ${name} of ${path}.`);
        return example;
      }),
    ]),
  );
}

async function findIds({ cast, decisionIds }: Played): Promise<Found> {
  const { client } = cast.administrator;
  const [banks, designations, rules, decision] = await Promise.all([
    client.listBanks({}),
    client.listDesignations({ query: { limit: 1 } }),
    client.listRules({}),
    cast.moderator.client.readDecision({ params: { decision_id: decisionIds.removal } }),
  ]);
  return {
    bankId: banks.data[0]?.bank_id ?? '',
    designationId: designations.data[0]?.designation_id ?? '',
    ruleId: rules.data[0]?.rule_id ?? '',
    measureId: decision.measure_id ?? '',
  };
}

/** The pages anybody may read, by name; the notices of the thread among them. */
export function publicAddresses(thread: Thread): Map<string, string> {
  const desk = `/d/${thread.cast.desk.slug}`;
  const path = (url: string) => new URL(url).pathname;
  return new Map([
    ['desk', desk],
    ['policy', `${desk}/policy`],
    ['policy version', `${desk}/policy/1`],
    ['transparency', `${desk}/transparency`],
    ['ledger', `${desk}/ledger`],
    ['law', `${desk}/law`],
    ['gap report', `${desk}/law/SG`],
    ['notice', path(thread.noticeUrl)],
    ['reporter notice', path(thread.reporterNoticeUrl)],
    ['nothing here', '/n/nothing-here'],
  ]);
}
