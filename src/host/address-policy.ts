import ipaddr from 'ipaddr.js';

/** Says which addresses may be connected to. */
export interface AddressPolicy {
  /**
   * @param host the name that was asked for, or the address itself
   * @param address an IP address that the name stands for
   */
  allows(host: string, address: string): boolean;
}

type Range = readonly [address: ipaddr.IPv4 | ipaddr.IPv6, bits: number];

/** What a name that is allowed may stand for. The rest, such as the link-local addresses at which clouds keep secrets, must be named. */
const reachableByName: ReadonlySet<string> = new Set([
  'private',
  'loopback',
  'uniqueLocal',
  'carrierGradeNat',
]);

/** Public by its range, but answered by the machine's own host in one cloud. */
const hiddenServices: ReadonlySet<string> = new Set(['168.63.129.16']);

/** Addresses that are not of the public Internet are refused, but for those that `allow` names. */
export function addressPolicy(allow: readonly string[]): AddressPolicy {
  const ranges = allow.map(rangeOf).filter((range) => range !== null);
  const names = new Set(allow.filter((entry) => rangeOf(entry) === null).map(nameOf));
  return {
    allows(host, text) {
      const address = plain(text);
      if (address === null) return false;
      const isNamed = ranges.some(
        ([range, bits]) => range.kind() === address.kind() && address.match(range, bits),
      );
      if (isNamed || isPublic(address)) return true;
      return names.has(nameOf(host)) && reachableByName.has(address.range());
    },
  };
}

/** Whether an entry of `allow` is the name of a host, an address, or a range such as `10.0.0.0/8`. */
export function isAllowEntry(entry: string): boolean {
  return rangeOf(entry) !== null || /^[a-z0-9_-]+(?:\.[a-z0-9_-]+)*\.?$/iu.test(entry);
}

/** An address, or the one of IPv4 inside it; null for what is none. */
function plain(text: string): ipaddr.IPv4 | ipaddr.IPv6 | null {
  if (!ipaddr.isValid(text)) return null;
  const address = ipaddr.process(text);
  if (address.kind() === 'ipv4') return address;
  // 64:ff9b::/96 (RFC 6052): how a network without IPv4 reaches an address of IPv4, its last four bytes.
  const bytes = address.toByteArray();
  return address.match(ipaddr.IPv6.parse('64:ff9b::'), 96) ? new ipaddr.IPv4(bytes.slice(12)) : address;
}

function isPublic(address: ipaddr.IPv4 | ipaddr.IPv6): boolean {
  if (hiddenServices.has(address.toString()) || address.range() !== 'unicast') return false;
  // All public addresses of IPv6 are in 2000::/3; what lies outside has no owner yet.
  return address.kind() === 'ipv4' || address.match(ipaddr.IPv6.parse('2000::'), 3);
}

function rangeOf(entry: string): Range | null {
  const text = nameOf(entry);
  const [address = '', bits] = text.split('/');
  // The short and octal spellings that the library also reads are more likely mistakes here.
  if (!ipaddr.IPv4.isValidFourPartDecimal(address) && !ipaddr.IPv6.isValid(address)) return null;
  if (bits !== undefined) return ipaddr.isValidCIDR(text) ? ipaddr.parseCIDR(text) : null;
  const parsed = ipaddr.process(address);
  return [parsed, parsed.kind() === 'ipv4' ? 32 : 128];
}

/** In lower case, without the brackets of an address of IPv6 and the final dot of a name. */
function nameOf(host: string): string {
  return host
    .toLowerCase()
    .replace(/^\[(.*)\]$/u, '$1')
    .replace(/\.$/u, '');
}
