import {
  faults,
  problemKinds,
  refusals,
  things,
  type Param,
  type Problem,
} from '@commonweal/contract';
import { msg, type Message } from '../i18n/message.ts';
import type { Sentence, SentenceValue } from '../i18n/sentence.tsx';
import { roleNames } from './roles.ts';

/** A sentence of the server: by its code, and as it stands. */
export interface Told {
  readonly code?: string;
  readonly params?: Readonly<Record<string, Param>>;
  readonly detail?: string;
}

const sentences = new Map<string, Message>(
  Object.entries(refusals).map(([code, [, sentence]]) => [code, msg(sentence)]),
);
const faultSentences = new Map<string, Message>(
  Object.entries(faults).map(([code, sentence]) => [code, msg(sentence)]),
);
const thingWords = new Map<string, Message>(things.map((thing) => [thing, msg(thing)]));
const roleWords = new Map<string, Message>(Object.entries(roleNames));
const titles = new Map<string, Message>(
  Object.entries(problemKinds).map(([kind, [, title]]) => [
    `urn:commonweal:problem:${kind}`,
    msg(title),
  ]),
);

/** The title of a problem; null for a kind this console does not know. */
export function titleOf({ type }: Problem): Message | null {
  return titles.get(type) ?? null;
}

/** What a problem says; null when this console has no words for it, and English must do. */
export function refusalSentence({ code, params }: Told): Sentence | null {
  // The first fault is in the detail too; here the fields are named beside it.
  if (code === 'fields') return { message: msg('Nothing was changed.'), values: {} };
  return said(sentences.get(code ?? ''), params);
}

/** What is wrong with a field; null when this console has no words for it. */
export function faultSentence({ code, params }: Told): Sentence | null {
  return said(faultSentences.get(code ?? ''), params);
}

function said(message: Message | undefined, params: Told['params'] = {}): Sentence | null {
  if (message === undefined) return null;
  const named = [...message.matchAll(/\{(\w+)\}/g)].map((match) => match[1] ?? '');
  const values = named.map((name) => [name, valueOf(name, params[name])] as const);
  // A value that is missing would leave a hole in the sentence: the English is whole.
  if (values.some(([, value]) => value === null)) return null;
  return { message, values: Object.fromEntries(values) as Record<string, SentenceValue> };
}

/** What a value is to the reader: a word of ours, a moment, a number, or something to leave as it is. */
function valueOf(name: string, value: Param | undefined): SentenceValue | null {
  if (value === undefined) return null;
  if (typeof value === 'number') return value;
  if (typeof value === 'object')
    return name === 'roles'
      ? { list: value.map((role) => roleWords.get(role) ?? msg(role)) }
      : { foreign: value.join(', ') };
  const thing = name === 'what' ? thingWords.get(value) : undefined;
  if (thing !== undefined) return { words: thing };
  return /^\d{4}-\d\d-\d\dT[\d:.]+Z$/.test(value) ? { moment: value } : { foreign: value };
}
