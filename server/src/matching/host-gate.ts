/**
 * Whether a bank can know an address, by its host alone. Most links lead to hosts of which no bank
 * knows anything, and this is many times cheaper than trying every spelling of the address.
 */
export interface HostGate {
  /** Takes in the host of a stored key ("example.org:8080/a"). Hosts stay when their entries go. */
  add(key: string): void;
  /** False only when no stored key can cover the address. */
  mayKnow(address: string): boolean;
}

/** A gate that knows no host. */
export function createHostGate(): HostGate {
  const hosts = new Set<string>();
  return {
    add(key) {
      const host = key.startsWith('[')
        ? key.slice(0, key.indexOf(']') + 1)
        : (/^[^/?:]*/.exec(key)?.[0] ?? '');
      hosts.add(withoutWww(host));
    },
    mayKnow(address) {
      const url = URL.parse(address);
      // Without a scheme it may still be a web address: let the slow way decide.
      if (url === null || !url.protocol.startsWith('http')) return true;
      let host = withoutWww(url.hostname.replace(/\.+$/, ''));
      while (host !== '') {
        if (hosts.has(host)) return true;
        const dot = host.indexOf('.');
        if (dot < 0) return false;
        host = host.slice(dot + 1);
      }
      return false;
    },
  };
}

function withoutWww(host: string): string {
  return host.startsWith('www.') ? host.slice(4) : host;
}
