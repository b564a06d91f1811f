/** An IPv4 block as a range of addresses. */
export interface CidrBlock {
  readonly first: number;
  readonly last: number;
  readonly prefix: number;
}

/** Reads an IPv4 block of four decimal parts; undefined when the text is none. AWS takes host bits and clears them. */
export function parseCidr(text: string): CidrBlock | undefined {
  const match = /^(\d{1,3})\.(\d{1,3})\.(\d{1,3})\.(\d{1,3})\/(\d{1,2})$/.exec(text);
  if (match === null) return undefined;
  const parts = match.slice(1).map(Number);
  const prefix = parts.pop() ?? 33;
  if (prefix > 32 || parts.some((part) => part > 255)) return undefined;
  const address = parts.reduce((sum, part) => sum * 256 + part, 0);
  const size = 2 ** (32 - prefix);
  const first = address - (address % size);
  return { first, last: first + size - 1, prefix };
}

/** Reads an IPv6 block; the address part must be one that IPv6 allows. */
export function isIpv6Cidr(text: string): boolean {
  const [address, prefix, ...rest] = text.split("/");
  if (address === undefined || prefix === undefined || rest.length > 0) return false;
  if (!/^\d{1,3}$/.test(prefix) || Number(prefix) > 128) return false;
  const halves = address.split("::");
  if (halves.length > 2) return false;
  const groups = halves.flatMap((half) => (half === "" ? [] : half.split(":")));
  if (!groups.every((group) => /^[0-9a-fA-F]{1,4}$/.test(group))) return false;
  return halves.length === 2 ? groups.length <= 7 : groups.length === 8;
}

/** Whether every address of `inner` is one of `outer`. */
export function contains(outer: CidrBlock, inner: CidrBlock): boolean {
  return inner.first >= outer.first && inner.last <= outer.last;
}

/** Whether the two have an address in common. */
export function overlap(a: CidrBlock, b: CidrBlock): boolean {
  return a.first <= b.last && b.first <= a.last;
}

/** An address as text. */
export function formatAddress(address: number): string {
  return [24, 16, 8, 0].map((shift) => Math.floor(address / 2 ** shift) % 256).join(".");
}

/** The block in the form AWS gives back: host bits cleared. */
export function formatCidr(block: CidrBlock): string {
  return `${formatAddress(block.first)}/${block.prefix}`;
}
