/** The built web: the console's files, and the renderer of the public pages. */
export { ensureWebBuilt } from './build.ts';
export { serveConsole } from './console.ts';
export { loadPages, sendPage, servePageStyle, type Pages } from './pages.ts';
