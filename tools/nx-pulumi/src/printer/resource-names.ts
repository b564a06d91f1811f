/** The logical name in a URN: all that stands behind `urn:pulumi:<stack>::<project>::<types>::`. */
export function nameOfUrn(urn: string): string {
  const parts = urn.split("::");
  return parts.length < 4 ? urn : parts.slice(3).join("::");
}

/** The type token in a URN, without its parents'. */
export function typeOfUrn(urn: string): string {
  return urn.split("::")[2]?.split("$").at(-1) ?? "";
}

/** A type token as Pulumi displays it: `aws:ec2/vpc:Vpc` is `aws:ec2:Vpc`. */
export function shortType(type: string): string {
  const [, packageName, module, file, name] = /^([^:]+):([^/:]+)\/([^:]+):(.+)$/.exec(type) ?? [];
  if (name === undefined) return type;
  return file.toLowerCase() === name.toLowerCase() ? `${packageName}:${module}:${name}` : type;
}

/** `aws:ec2:Vpc network-vpc`, or the whole text when it is no URN. */
export function describeUrn(urn: string): string {
  return urn.startsWith("urn:pulumi:") ? `${shortType(typeOfUrn(urn))} ${nameOfUrn(urn)}` : urn;
}
