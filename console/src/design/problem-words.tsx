import type { Problem } from '@commonweal/contract';
import { useLingui } from '@lingui/react';
import type { ReactNode } from 'react';
import { Sentences, type Sentence } from '../i18n/sentence.tsx';
import { faultSentence, refusalSentence, titleOf, type Told } from '../words/problems.ts';
import { problemOf } from './problem-of.ts';

/** What a problem says, in the reader's language as far as there are words for it. */
export function ProblemDetail({ problem }: { problem: Problem }) {
  return <Said sentence={refusalSentence(problem)} english={problem.detail ?? problem.title} />;
}

/** The title of a problem, by its type. */
export function ProblemTitle({ problem }: { problem: Problem }) {
  const title = titleOf(problem);
  return <Said sentence={title && { message: title, values: {} }} english={problem.title} />;
}

interface WhyNotProps {
  /** What was thrown. */
  error: unknown;
  /** What to say when it is no answer of the server. */
  unreached?: string;
}

/** Why an act was not done, in a sentence. */
export function WhyNot({ error, unreached }: WhyNotProps) {
  const { _ } = useLingui();
  const problem = problemOf(error);
  if (problem !== null) return <ProblemDetail problem={problem} />;
  return <>{unreached ?? _('The desk could not be reached. Try again.')}</>;
}

/** What is wrong with one field. */
export function FaultDetail({ fault }: { fault: Told }) {
  return <Said sentence={faultSentence(fault)} english={fault.detail ?? ''} />;
}

/** The error of one field, for its `error` prop. `pointer` is RFC 6901: `/person/email`. */
export function fieldError(problem: Problem | null | undefined, pointer: string): ReactNode {
  const fault = problem?.errors?.find((error) => error.pointer === pointer);
  return fault && <FaultDetail fault={fault} />;
}

/** English that has no words here is marked as such, for those who hear it and for the order of its words. */
function Said({ sentence, english }: { sentence: Sentence | null; english: string }) {
  if (sentence !== null) return <Sentences sentences={[sentence]} />;
  return (
    <span lang="en" dir="ltr">
      {english}
    </span>
  );
}
