import { WhyNot } from './problem-words.tsx';
import { announce } from './toast.tsx';

/** Says aloud why an act was not done, where there is no form to say it in. */
export function announceRefusal(error: unknown): void {
  announce(<WhyNot error={error} />, { tone: 'error' });
}
