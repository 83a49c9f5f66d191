import type { ReactNode } from 'react';

/** A link to this server or to a web address; anything else stays words. */
export function Link({ href, children }: { href: string; children: ReactNode }) {
  return /^(?:https?:\/\/|\/(?!\/))/.test(href) ? <a href={href}>{children}</a> : <>{children}</>;
}
