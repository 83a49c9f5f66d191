import { canonicalUrl } from './canonical-url.ts';

/** Services millions use: no single host, and none of its subdomains, is one publisher's. */
const SERVICES = new Set(
  `youtube.com youtu.be google.com googleusercontent.com goo.gl facebook.com fb.com fb.watch fb.me
  instagram.com whatsapp.com wa.me threads.net threads.com twitter.com x.com t.co t.me telegram.me
  telegram.org telegra.ph tiktok.com snapchat.com discord.com discord.gg reddit.com redd.it
  linkedin.com pinterest.com vk.com ok.ru rumble.com odysee.com bitchute.com dailymotion.com
  vimeo.com twitch.tv soundcloud.com spotify.com archive.org archive.is archive.ph archive.today
  wikipedia.org wikimedia.org github.com gitlab.com bing.com yahoo.com baidu.com duckduckgo.com
  dropbox.com mega.nz mega.io mediafire.com onedrive.live.com 1drv.ms icloud.com box.com
  wetransfer.com terabox.com pixeldrain.com gofile.io files.fm justpaste.it pastebin.com
  pastethis.to imgur.com flickr.com bit.ly tinyurl.com is.gd ow.ly buff.ly cutt.ly rb.gy t.ly
  shorturl.at rebrand.ly tiny.cc linktr.ee amazon.com amazonaws.com cloudfront.net microsoft.com
  apple.com bbc.co.uk un.org matrix.to element.io mastodon.social bsky.app signal.group
  rocket.chat zoom.us medium.com quora.com stackexchange.com stackoverflow.com`.split(/\s+/),
);

/** Hosts where each subdomain is somebody's own: the subdomain may be listed, the host not. */
const SITE_HOSTS = new Set(
  `blogspot.com wordpress.com tumblr.com github.io gitlab.io neocities.org weebly.com wixsite.com
  substack.com netlify.app vercel.app pages.dev workers.dev web.app firebaseapp.com herokuapp.com
  altervista.org livejournal.com ghost.io carrd.co onrender.com fly.dev azurewebsites.net
  translate.goog`.split(/\s+/),
);

/** Labels under which a country registers names: "co.uk" is no more one publisher than "uk". */
const REGISTRY_LABEL = /^(?:ac|co|com|edu|gob|gouv|gov|mil|net|nom|or|org|sch)$/;

/** First steps of services' paths that lead to everybody's pages, not to one. */
const SHARED_PATH =
  /^\/(?:watch|shorts|embed|channel|user|users|u|c|s|r|p|t|groups|pages|profile\.php|story\.php|permalink\.php|hashtag|i|status|web|details|download|stream|file(?:\/d)?|document(?:\/d)?|drive|folder|share|joinchat|invite|channels|wiki|embed\.php|video|videos|reel|reels|in|company|search|explore|home|index\.(?:html?|php))\/?$/i;

function belongsTo(host: string, hosts: ReadonlySet<string>): string | null {
  const labels = host.split('.');
  for (let at = 0; at < labels.length - 1; at++) {
    const suffix = labels.slice(at).join('.');
    if (hosts.has(suffix)) return suffix;
  }
  return null;
}

/**
 * Why an address must not enter a bank because it would match far more than one publisher's
 * content, or null when nothing speaks against it. A guard against slips, by a short built-in
 * list: passing it does not make an entry right.
 *
 *     refuseBroadEntry('https://t.me/')   // 't.me is used by …'
 */
export function refuseBroadEntry(address: string): string | null {
  const canonical = canonicalUrl(address);
  if (canonical === null) return 'This is not a web address. Give one such as https://host/page.';
  const url = new URL(canonical);
  const host = url.hostname.replace(/^www\./, '');
  const bare = url.pathname === '/' && url.search === '';
  const labels = host.split('.');
  if (!host.startsWith('[') && labels.length < 2) {
    return `"${host}" is a single label, not a public host. Give the whole host name.`;
  }
  if (!bare && !(url.search === '' && SHARED_PATH.test(url.pathname))) return null;
  if (labels.length === 2 && REGISTRY_LABEL.test(labels[0] ?? '') && labels[1]?.length === 2) {
    return `"${host}" is a registry's suffix: it would match every site under it. Give the site.`;
  }
  const service = belongsTo(host, SERVICES);
  if (service !== null) {
    return `"${host}${bare ? '' : url.pathname}" is used by very many people who have nothing to do with this content. Give the address of the page, account or file.`;
  }
  if (SITE_HOSTS.has(host)) {
    return `"${host}" hosts many people's sites. Give the one site, such as name.${host}.`;
  }
  return null;
}
