import type { Browser, BrowserContext, Page, Request } from 'playwright-core';

/** How somebody looks at the product. */
export interface Look {
  readonly width?: number;
  readonly height?: number;
  readonly theme?: 'light' | 'dark';
  readonly language?: 'en' | 'fr' | 'hi' | 'ur';
  /** Off: an old phone, or somebody who does not allow it. */
  readonly script?: boolean;
  /** The session's cookie, `name=value`. */
  readonly cookie?: string;
}

/** A window of one person, and all that went wrong in it. */
export interface Visit extends AsyncDisposable {
  readonly page: Page;
  readonly context: BrowserContext;
  /** Errors of scripts, messages of the console, refusals by the content security policy. */
  readonly complaints: string[];
  /** Addresses of the scripts it asked for. */
  readonly scripts: string[];
  /** Goes to an address of the house and waits until the screen stands. */
  open(path: string): Promise<void>;
}

const patience = 30_000; // ms; other work may have the machine

/** Opens a window onto the house, as somebody with these needs. */
export async function visit(browser: Browser, url: string, look: Look = {}): Promise<Visit> {
  const context = await browser.newContext({
    baseURL: url,
    viewport: { width: look.width ?? 1280, height: look.height ?? 900 },
    colorScheme: look.theme ?? 'light',
    locale: look.language ?? 'en',
    javaScriptEnabled: look.script ?? true,
    reducedMotion: 'reduce',
  });
  context.setDefaultTimeout(patience);
  if (look.cookie !== undefined) await signIn(context, url, look.cookie);
  const page = await context.newPage();
  countRequests(page);
  const complaints: string[] = [];
  const scripts: string[] = [];
  page.on('console', (message) => {
    if (message.type() === 'error' || message.type() === 'warning')
      complaints.push(`${message.text()} (${message.location().url})`);
  });
  page.on('pageerror', (error) => complaints.push(error.message));
  page.on('request', (request) => {
    if (request.resourceType() === 'script') scripts.push(request.url());
  });
  return {
    page,
    context,
    complaints,
    scripts,
    open: async (path) => {
      await page.goto(path);
      await settle(page);
    },
    [Symbol.asyncDispose]: () => context.close(),
  };
}

/** Lets the browser go on as somebody who is signed in. */
export async function signIn(context: BrowserContext, url: string, cookie: string): Promise<void> {
  const [name = '', value = ''] = cookie.split('=');
  await context.addCookies([
    { name, value, url: url.replace('http:', 'https:'), secure: true, httpOnly: true },
  ]);
}

/** Waits until the screen has its heading, and nothing more is being asked of the server. */
export async function settle(page: Page): Promise<void> {
  await page.locator('h1').first().waitFor();
  let quiet = 0;
  while (quiet < 3) {
    await page.waitForTimeout(40);
    quiet = waiting(page) === 0 ? quiet + 1 : 0;
  }
}

const underway = new WeakMap<Page, Set<Request>>();

function waiting(page: Page): number {
  return underway.get(page)?.size ?? 0;
}

/** Keeps count of the requests that wait for an answer. */
function countRequests(page: Page): void {
  const open = new Set<Request>();
  underway.set(page, open);
  page.on('request', (request) => open.add(request));
  page.on('requestfinished', (request) => open.delete(request));
  page.on('requestfailed', (request) => open.delete(request));
}
