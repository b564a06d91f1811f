const domainName = /^(\*\.)?([a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?\.)+[a-z][a-z0-9-]*[a-z0-9]$/i;

/** Whether `name` is a fully qualified domain name, perhaps with a wildcard as its first label. */
export function isDomainName(name: string): boolean {
  return name.length <= 253 && domainName.test(name);
}

/** The names that are no domain names, or stand there a second time. */
export function illegalDomainNames(names: readonly string[]): string[] {
  return names.filter((name, index) => !isDomainName(name) || names.indexOf(name) !== index);
}
