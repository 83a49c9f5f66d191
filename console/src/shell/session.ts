import type { Role, Session } from '@commonweal/contract';
import { type QueryClient, queryOptions, useSuspenseQuery } from '@tanstack/react-query';
import { desk, setCsrf } from '../desk.ts';

/** Who is signed in, and at which desk. Read once, renewed when the window is looked at again. */
export const sessionQuery = queryOptions({
  queryKey: ['session'],
  queryFn: async ({ signal }): Promise<Session> => {
    const session = await desk.readSession({ signal });
    setCsrf(session.csrf);
    return session;
  },
  staleTime: 60_000,
});

/** The session, once it is known. Suspends before that. */
export function useSession(): Session {
  return useSuspenseQuery(sessionQuery).data;
}

/**
 * Takes in a session that has just begun; nothing read before it stays. What the door itself still
 * shows is left alone: asked again, its link would be found spent.
 */
export function beginSession(queries: QueryClient, session: Session): void {
  queries.removeQueries({
    type: 'inactive',
    predicate: (query) => query.queryKey[0] !== 'session',
  });
  setCsrf(session.csrf);
  queries.setQueryData(sessionQuery.queryKey, session);
}

/** Ends the session and starts the console afresh, so that nothing stays in memory. */
export async function signOut(): Promise<void> {
  await desk.signOut();
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
