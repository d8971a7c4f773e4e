/**
 * A block of IPv4 addresses.
 *
 * @public
 */
export interface Cidr {
  /** First address as a number. */
  base: number;
  prefix: number;
}

const CIDR = /^(\d{1,3})\.(\d{1,3})\.(\d{1,3})\.(\d{1,3})\/(\d{1,2})$/;

/**
 * Reads `10.0.0.0/16`.
 *
 * @returns undefined when the text is no IPv4 block, or has bits behind its prefix
 * @public
 */
export function parseCidr(text: string): Cidr | undefined {
  const match = CIDR.exec(text);
  if (!match) {
    return undefined;
  }
  const octets = match.slice(1, 5).map(Number);
  const prefix = Number(match[5]);
  if (octets.some(octet => octet > 255) || prefix > 32) {
    return undefined;
  }
  const base = octets.reduce((sum, octet) => sum * 256 + octet, 0);
  return base % cidrSize({ base, prefix }) === 0 ? { base, prefix } : undefined;
}

/**
 * Writes a block as `10.0.0.0/16`.
 *
 * @public
 */
export function formatCidr({ base, prefix }: Cidr): string {
  const octets = [24, 16, 8, 0].map(
    shift => Math.floor(base / 2 ** shift) % 256,
  );
  return `${octets.join('.')}/${prefix}`;
}

/**
 * Number of addresses in a block.
 *
 * @public
 */
export function cidrSize({ prefix }: Cidr): number {
  return 2 ** (32 - prefix);
}

/**
 * Whether two blocks have an address in common.
 *
 * @public
 */
export function cidrsOverlap(one: Cidr, other: Cidr): boolean {
  return (
    one.base < other.base + cidrSize(other) &&
    other.base < one.base + cidrSize(one)
  );
}

/**
 * Whether the first block lies in the second.
 *
 * @public
 */
export function cidrContains(outer: Cidr, inner: Cidr): boolean {
  return outer.prefix <= inner.prefix && cidrsOverlap(outer, inner);
}

/**
 * A part of a block, as Terraform's `cidrsubnet(block, bits, index)` gives it.
 *
 * @returns undefined when the block has no such part
 * @public
 */
export function cidrSubnet(
  block: Cidr,
  bits: number,
  index: number,
): Cidr | undefined {
  const prefix = block.prefix + bits;
  if (prefix > 32 || index >= 2 ** bits) {
    return undefined;
  }
  return { base: block.base + index * 2 ** (32 - prefix), prefix };
}

/**
 * A subnet of an environment's network.
 *
 * @public
 */
export interface PlannedSubnet {
  kind: 'private' | 'public';
  zone: string;
  cidr: string;
  /** Without the five that AWS keeps in each subnet. */
  addresses: number;
}

/** Quarters of the block are private; the last quarter, in four, is public. */
const MAX_ZONES = 3;

/**
 * The split of a block over zones, as the unit of the VPC makes it: a quarter a
 * zone for nodes and pods, a sixteenth a zone for what faces the internet.
 *
 * @returns undefined when the block is none, or there are more than three zones
 * @public
 */
export function splitNetwork(
  block: string,
  zones: string[],
): PlannedSubnet[] | undefined {
  const network = parseCidr(block);
  if (!network || zones.length > MAX_ZONES) {
    return undefined;
  }
  const part = (kind: 'private' | 'public', bits: number, offset: number) =>
    zones.flatMap((zone, index): PlannedSubnet[] => {
      const cidr = cidrSubnet(network, bits, offset + index);
      return cidr
        ? [
            {
              kind,
              zone,
              cidr: formatCidr(cidr),
              addresses: Math.max(0, cidrSize(cidr) - 5),
            },
          ]
        : [];
    });
  return [...part('private', 2, 0), ...part('public', 4, 12)];
}
