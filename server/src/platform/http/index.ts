/** Protection, validation, refusals, paging: what every room's routes stand on. */
export { createApp } from './app.ts';
export { serveDocs } from './docs-page.ts';
export {
  mayCall,
  nobody,
  type Caller,
  type Identify,
  type KnownCaller,
  type Person,
} from './caller.ts';
export { readCursor, toPage } from './cursor.ts';
export { hookEnd } from './hook-end.ts';
export {
  fault,
  faulty,
  notFound,
  problem,
  ProblemError,
  refusal,
  staleVersion,
  type FieldError,
  type ProblemKind,
} from './problem.ts';
export { route, type Call, type RouteOptions } from './route.ts';
export { unholdableText } from './unholdable-text.ts';
export { checkerOf } from './validation.ts';
