import { celEnv, isCelError, parse, plan, type CelInput } from '@bufbuild/cel';
import { refusal } from '../platform/http/index.ts';

/** What a rule sees of an item. */
export interface RuleItem {
  readonly kind: string;
  readonly surface: string;
  readonly language: string | null;
  readonly territory: string | null;
  readonly audience: number | null;
}

/** What a rule sees of a signal. */
export interface RuleSignal {
  readonly kind: string;
  readonly strength: string;
  readonly disputed: boolean;
  readonly confirmed: boolean;
  readonly label: string;
  readonly source: string;
  readonly severity: number | null;
  readonly field: string | null;
}

export type Expression = (item: RuleItem, signals: readonly RuleSignal[]) => boolean;

const env = celEnv();
const known = new Map<string, Expression>();

/**
 * Makes a CEL expression (https://cel.dev) ready to ask. The language has no loops, so every rule ends;
 * `matches()` is left out because the regular expressions behind it may not.
 * @throws ProblemError saying what is wrong with it
 */
export function expressionOf(source: string): Expression {
  const ready = known.get(source);
  if (ready) return ready;
  let parsed: ReturnType<typeof parse>;
  let ask: ReturnType<typeof plan>;
  try {
    parsed = parse(source);
    ask = plan(env, parsed);
  } catch (error) {
    throw unaskable(error instanceof Error ? error.message : 'it cannot be read');
  }
  refuseSlow(parsed, 0);
  const expression: Expression = (item, signals) => {
    const result = ask({ item: celItem(item), signals: signals.map(celSignal) });
    return !isCelError(result) && result === true;
  };
  known.set(source, expression);
  return expression;
}

/**
 * Checks an expression on an invented item, so that a rule that could never answer is refused when it is written.
 * @throws ProblemError
 */
export function checkExpression(source: string): void {
  expressionOf(source);
  const signal: RuleSignal = {
    kind: 'hash',
    strength: 'match',
    disputed: false,
    confirmed: true,
    label: 'known',
    source: 'bank',
    severity: 3,
    field: 'files/0',
  };
  const item: RuleItem = {
    kind: 'post',
    surface: 'open',
    language: 'en',
    territory: 'FJ',
    audience: 10,
  };
  const result = plan(env, parse(source))({ item: celItem(item), signals: [celSignal(signal)] });
  if (isCelError(result)) throw unaskable(result.message);
  if (typeof result !== 'boolean') throw unaskable('it must answer true or false');
}

/** Each `exists` or `all` within another multiplies the work: by the square of the signals it is bearable. */
const deepestLoop = 2;

/** Walks the parsed expression, where comments and spaces hide nothing. @throws ProblemError */
function refuseSlow(node: unknown, loops: number): void {
  if (typeof node !== 'object' || node === null) return;
  if ('case' in node && node.case === 'comprehensionExpr') loops += 1;
  if (loops > deepestLoop)
    throw unaskable(
      `exists(), all() and their like may stand at most ${deepestLoop} deep in each other`,
    );
  if ('function' in node && node.function === 'matches')
    throw unaskable(
      'matches() is not offered here; compare with ==, in, contains() or startsWith()',
    );
  for (const part of Object.values(node)) refuseSlow(part, loops);
}

function unaskable(reason: string) {
  const errors = [{ pointer: '/expression', detail: reason }];
  return refusal('expression-refused', { reason }, { errors });
}

function celItem(item: RuleItem): CelInput {
  return new Map<string, CelInput>(Object.entries({ ...item, audience: whole(item.audience) }));
}

function celSignal(signal: RuleSignal): CelInput {
  const { kind, strength, disputed, confirmed, label, source, severity, field } = signal;
  return new Map<string, CelInput>(
    Object.entries({
      kind,
      strength,
      disputed,
      confirmed,
      label,
      source,
      severity: whole(severity),
      field,
    }),
  );
}

/** CEL tells whole numbers from others; ours are whole. */
function whole(value: number | null): bigint | null {
  return value === null ? null : BigInt(value);
}
