import { canonicalUrl } from './canonical-url.ts';

/** Services that give short names to other people's links. A list of our own; never complete. */
const SHORTENERS: ReadonlySet<string> = new Set(
  `bit.ly bitly.com j.mp tinyurl.com tiny.cc tiny.one t.co goo.gl is.gd v.gd ow.ly buff.ly cutt.ly
  cutt.us rb.gy t.ly shorturl.at shorturl.gg shorturl.asia rebrand.ly bl.ink short.io short.gy
  s.id qr.ae clck.ru vk.cc u.to lnkd.in db.tt dlvr.it ift.tt trib.al amzn.to ebay.to
  adf.ly ouo.io shorte.st bc.vc linkvertise.com exe.io tny.im soo.gd x.gd da.gd 0x0.st kutt.it
  kutt.to dub.sh shrtco.de 1url.cz urlz.fr lc.cx snip.ly po.st hyperurl.co smarturl.it lihi.cc
  reurl.cc pse.is han.gl me2.do url.kr t1p.de shor.by bom.so tr.ee chilp.it mcaf.ee l.ead.me
  page.link onelink.me app.link branch.link surl.li vo.la zpr.io short.link ln.run n9.cl acortar.link`.split(
    /\s+/,
  ),
);

/** An address that stands for another one nobody here has looked up. */
export interface ShortLink {
  /** The host of the service ("bit.ly"). */
  readonly service: string;
  /** One sentence for whoever reads a match, or misses one. */
  readonly notice: string;
}

/** The shortening service that a canonical host belongs to, or null. */
export function shortenerOf(host: string): string | null {
  const labels = host.split('.');
  for (let at = 0; at < labels.length - 1; at++) {
    const parent = labels.slice(at).join('.');
    if (SHORTENERS.has(parent)) return parent;
  }
  return null;
}

/**
 * Recognises a link of a known shortening service. Nothing here follows links: the target is
 * unresolved, and comparing the short link says nothing about it. Null for other addresses and for
 * the service's own front page.
 *
 *     recogniseShortLink('https://bit.ly/abc')?.service   // 'bit.ly'
 */
export function recogniseShortLink(address: string): ShortLink | null {
  const canonical = canonicalUrl(address);
  if (canonical === null) return null;
  const url = new URL(canonical);
  const service = shortenerOf(url.hostname);
  if (service === null || (url.pathname === '/' && url.search === '')) return null;
  const notice = `"${url.host}${url.pathname}" is a short link of ${service}: its target is unresolved and was compared with nothing.`;
  return { service, notice };
}
