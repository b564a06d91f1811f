/** A block of IPv4 addresses in CIDR notation, with its first address as a number. */
export interface Ipv4Block {
  readonly address: number;
  readonly prefixLength: number;
}

const ADDRESS_BITS = 32;

/** No leading zeros: some readers take 010 for eight. */
const OCTET = "(0|[1-9]\\d{0,2})";
const IPV4_BLOCK = new RegExp(`^${[OCTET, OCTET, OCTET, OCTET].join("\\.")}/(0|[1-9]\\d?)$`);

/** Without shifts: JavaScript's wrap at 32 bits. */
export function sizeOf(prefixLength: number): number {
  return 2 ** (ADDRESS_BITS - prefixLength);
}

/** The block written as `10.0.0.0/16`, or undefined for anything else. Address bits behind the prefix are kept. */
export function parseIpv4Block(text: string): Ipv4Block | undefined {
  const match = IPV4_BLOCK.exec(text);
  if (match === null) {
    return undefined;
  }
  const [a, b, c, d, prefixLength] = match.slice(1).map(Number);
  if (Math.max(a, b, c, d) > 255 || prefixLength > ADDRESS_BITS) {
    return undefined;
  }
  return { address: ((a * 256 + b) * 256 + c) * 256 + d, prefixLength };
}

/** The block, for text that was checked before or that AWS gave. */
export function ipv4Block(text: string): Ipv4Block {
  const block = parseIpv4Block(text);
  if (block === undefined) {
    throw new TypeError(`${JSON.stringify(text)} is no IPv4 block`);
  }
  return block;
}

export function formatIpv4Block({ address, prefixLength }: Ipv4Block): string {
  const octets = [24, 16, 8, 0].map((bits) => Math.floor(address / 2 ** bits) % 256);
  return `${octets.join(".")}/${prefixLength}`;
}

/** The block of the same size that starts where blocks of this size start. */
export function alignedBlock({ address, prefixLength }: Ipv4Block): Ipv4Block {
  return { address: address - (address % sizeOf(prefixLength)), prefixLength };
}

export function overlaps(one: Ipv4Block, other: Ipv4Block): boolean {
  return one.address < other.address + sizeOf(other.prefixLength) && other.address < one.address + sizeOf(one.prefixLength);
}
