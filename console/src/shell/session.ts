import type { Problem, Role, Session } from '@commonweal/contract';
import { queryOptions, useSuspenseQuery } from '@tanstack/react-query';
import { problemOf } from '../design/problem.ts';

/** A refusal of the server, in its own words. */
export class ProblemError extends Error {
  readonly problem: Problem;
  constructor(problem: Problem) {
    super(problem.title);
    this.problem = problem;
  }
}

async function refuse(response: Response): Promise<never> {
  const body: unknown = await response.json().catch(() => null);
  throw new ProblemError(
    problemOf(body) ?? {
      type: 'about:blank',
      title: response.statusText || String(response.status),
      status: response.status,
    },
  );
}

/** Who is signed in, and at which desk. Read once, renewed when the window is looked at again. */
export const sessionQuery = queryOptions({
  queryKey: ['session'],
  queryFn: async ({ signal }): Promise<Session> => {
    const response = await fetch('/api/v1/session', { signal });
    return response.ok ? ((await response.json()) as Session) : refuse(response);
  },
  staleTime: 60_000,
});

/** The session, once it is known. Suspends before that. */
export function useSession(): Session {
  return useSuspenseQuery(sessionQuery).data;
}

/** Ends the session and starts the console afresh, so that nothing stays in memory. */
export async function signOut(session: Session): Promise<void> {
  const response = await fetch('/api/v1/sign-out', {
    method: 'POST',
    headers: session.csrf ? { 'x-csrf-token': session.csrf } : {},
  });
  if (!response.ok) await refuse(response);
  location.assign('/');
}

/**
 * Whom a screen or a navigation entry is for: anyone, even signed out; every person of the desk;
 * or those who hold one of the roles. This hides what would be refused; the server refuses.
 */
export type Audience = 'anyone' | 'desk' | readonly Role[];

/** Whether this session belongs to an audience. */
export function belongs(session: Session | null, audience: Audience): boolean {
  if (audience === 'anyone') return true;
  if (!session?.person) return false;
  return audience === 'desk' || session.person.roles.some((role) => audience.includes(role));
}
