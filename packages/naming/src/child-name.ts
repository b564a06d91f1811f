/**
 * The logical (Pulumi) name of a child of the component called `name`: `childName("network", "public", "us-east-1a")`
 * is `network-public-us-east-1a`.
 *
 * A URN holds the types of a resource's parents, not their names, so two components of one kind only stay apart when
 * every child carries its component's name. Key repeated children by what they are about (availability zone, port,
 * content), never by their position in a list: removing one would otherwise rename those behind it.
 */
export function childName(name: string, ...roles: string[]): string {
  return [name, ...roles].join("-");
}
