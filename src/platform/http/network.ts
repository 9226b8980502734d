// The network from which a request comes: those who have no session are counted by it (rate limit).
import { BlockList, isIP } from 'node:net';

/** Addresses and networks (`10.0.0.0/8`) of proxies, parted by commas; null where one cannot be read. */
export function readProxies(setting: string): BlockList | null {
  const list = new BlockList();
  for (const entry of setting.split(',').map((part) => part.trim())) {
    const [address = '', length] = entry.split('/');
    const kind = isIP(address) === 6 ? 'ipv6' : 'ipv4';
    const most = kind === 'ipv6' ? 128 : 32;
    if (entry === '') continue;
    if (isIP(address) === 0 || (length !== undefined && !(/^\d{1,3}$/.test(length) && Number(length) <= most))) return null;
    list.addSubnet(address, Number(length ?? most), kind);
  }
  return list;
}

/** An address without its port, IPv4 as such where it is written as IPv6. */
const plainly = (hop: string): string =>
  hop
    .trim()
    .replace(/^\[(.*)\](:\d+)?$|^(\d+(?:\.\d+){3}):\d+$/, '$1$3')
    .replace(/^::ffff:(?=\d+\.)/i, '');

/** The first 64 bits of an IPv6 address: what one household or hall has, whichever of its addresses it uses. */
function half(address: string): string {
  const [left = [], right = []] = address.split('::').map((side) => side.split(':').filter((group) => group !== ''));
  const groups = [...left, ...Array<string>(Math.max(0, 8 - left.length - right.length)).fill('0'), ...right];
  return `${groups
    .slice(0, 4)
    .map((group) => Number.parseInt(group, 16).toString(16))
    .join(':')}::/64`;
}

/**
 * The network of whoever asks: the IPv4 address or the /64 of IPv6. `forwarded` (X-Forwarded-For) is believed as far as trusted
 * proxies wrote it: from its end, up to the first address that is none of theirs.
 */
export function networkOf(address: string, forwarded: string | undefined, proxies: BlockList): string {
  const hops = (forwarded ?? '').split(',').map(plainly);
  let seen = plainly(address);
  while (proxies.check(seen, isIP(seen) === 6 ? 'ipv6' : 'ipv4')) {
    const before = hops.pop() ?? '';
    if (isIP(before) === 0) break;
    seen = before;
  }
  return isIP(seen) === 6 ? half(seen) : seen;
}
