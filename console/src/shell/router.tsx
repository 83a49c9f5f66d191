import type { QueryClient } from '@tanstack/react-query';
import {
  createRootRoute,
  createRoute,
  createRouter,
  lazyRouteComponent,
  Outlet,
} from '@tanstack/react-router';
import { Loading } from '../design/loading.tsx';
import { openWords } from '../i18n/catalogues.ts';
import { Framed } from './framed.tsx';
import { Guard } from './guard.tsx';
import { NotFound, Trouble } from './problems.tsx';
import { Root } from './root.tsx';
import { routes, type ScreenModule, type ScreenRoute } from './routes.tsx';
import { sessionQuery } from './session.ts';

/** The tree of screens: bare ones under the root, the others inside the frame. */
export function createConsoleRouter(queries: QueryClient) {
  const root = createRootRoute({
    component: Root,
    notFoundComponent: () => (
      <Framed>
        <NotFound />
      </Framed>
    ),
  });

  // The session comes first: without it nobody knows what to show, and a failure has one place.
  const framed = createRoute({
    getParentRoute: () => root,
    id: 'framed',
    loader: () => queries.ensureQueryData(sessionQuery),
    component: () => (
      <Framed>
        <Outlet />
      </Framed>
    ),
  });

  function routeOf(screen: ScreenRoute) {
    const Screen = lazyRouteComponent<ScreenModule, 'Screen'>(screen.load, 'Screen');
    return createRoute({
      getParentRoute: () => (screen.bare ? root : framed),
      path: screen.path,
      loader: () => Promise.all([screen.words ?? []].flat().map((name) => openWords(name))),
      staticData: { title: screen.title },
      component: () => (
        <Guard audience={screen.roles}>
          <Screen />
        </Guard>
      ),
    });
  }

  return createRouter({
    routeTree: root.addChildren([
      framed.addChildren(routes.filter((screen) => !screen.bare).map((screen) => routeOf(screen))),
      ...routes.filter((screen) => screen.bare).map((screen) => routeOf(screen)),
    ]),
    defaultErrorComponent: Trouble,
    defaultPendingComponent: Loading,
    defaultPendingMs: 200,
    defaultPreload: 'intent',
    // Our own Arrival sets place and focus together.
    scrollRestoration: false,
  });
}
