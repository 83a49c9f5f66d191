import { subscribe } from 'node:diagnostics_channel';
import type { FastifyInstance } from 'fastify';

/** Every route of every server this process makes from now on, as `METHOD /path`. */
export function watchRoutes(): ReadonlySet<string> {
  const routes = new Set<string>();
  // Fastify's own announcement of a new instance: nothing a room adds can be missed.
  subscribe('fastify.initialization', (message) => {
    const { fastify } = message as { fastify: FastifyInstance };
    fastify.addHook('onRoute', ({ method, path }) => {
      for (const one of [method].flat()) routes.add(`${one} ${path}`);
    });
  });
  return routes;
}
