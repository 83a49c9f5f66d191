import { canonicalUrl } from './canonical-url.ts';
import { shortenerOf } from './link-shorteners.ts';
import { isPublicSuffix } from './public-suffix.ts';

/** Services millions use: no single host, and none of its subdomains, is one publisher's. */
const SERVICES = new Set(
  `youtube.com youtu.be google.com googleusercontent.com facebook.com fb.com fb.watch fb.me
  instagram.com whatsapp.com wa.me threads.net threads.com twitter.com x.com t.me telegram.me
  telegram.org telegra.ph tiktok.com snapchat.com discord.com discord.gg reddit.com redd.it
  linkedin.com pinterest.com vk.com ok.ru rumble.com odysee.com bitchute.com dailymotion.com
  vimeo.com twitch.tv soundcloud.com spotify.com archive.org archive.is archive.ph archive.today
  wikipedia.org wikimedia.org github.com gitlab.com bing.com yahoo.com baidu.com duckduckgo.com
  dropbox.com mega.nz mega.io mediafire.com onedrive.live.com 1drv.ms icloud.com box.com
  wetransfer.com terabox.com pixeldrain.com gofile.io files.fm justpaste.it pastebin.com
  pastethis.to imgur.com flickr.com linktr.ee flipkart.com
  daraz.pk sharechat.com hotstar.com weibo.com qq.com line.me viber.com imo.im zalo.me amazon.com amazonaws.com cloudfront.net microsoft.com
  apple.com bbc.co.uk un.org matrix.to element.io mastodon.social bsky.app signal.group
  rocket.chat zoom.us medium.com quora.com stackexchange.com stackoverflow.com`.split(/\s+/),
);

/** Hosts where each subdomain is somebody's own, and the Public Suffix List does not say so. */
const SITE_HOSTS = new Set(
  `wordpress.com tumblr.com neocities.org weebly.com substack.com livejournal.com
  ghost.io`.split(/\s+/),
);

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
 * content, or null when nothing speaks against it. A guard against slips, by the Public Suffix List
 * and short lists of our own: passing it does not make an entry right.
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
  if (isPublicSuffix(host) || SITE_HOSTS.has(host)) {
    return `"${host}" is a suffix many people have their sites under: it would match all of them. Give the one site, such as name.${host}.`;
  }
  const shortener = shortenerOf(host);
  if (shortener !== null) {
    return `"${host}" gives short names to everybody's links. Give the whole short link, or better the address it leads to.`;
  }
  const service = belongsTo(host, SERVICES);
  if (service !== null) {
    return `"${host}${bare ? '' : url.pathname}" is used by very many people who have nothing to do with this content. Give the address of the page, account or file.`;
  }
  return null;
}
