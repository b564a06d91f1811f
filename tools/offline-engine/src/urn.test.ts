import * as fc from "fast-check";
import { STACK_TYPE, childUrn, formatUrn, nameOfUrn, parseUrn, typeOfUrn } from "./urn";

const part = fc.stringMatching(/^[A-Za-z0-9_./-]{1,20}$/);
const type = fc.tuple(part, part, part).map((parts) => parts.join(":"));
const name = fc.string({ minLength: 1 });

it("takes apart what it has put together, whatever the name", () => {
  fc.assert(
    fc.property(part, part, fc.array(type, { minLength: 1, maxLength: 4 }), name, (stack, project, types, logicalName) => {
      const parts = { stack, project, qualifiedType: types.join("$"), name: logicalName };
      expect(parseUrn(formatUrn(parts))).toEqual(parts);
    }),
  );
});

it("gives a resource its ancestors' types and its own, without the stack's", () => {
  fc.assert(
    fc.property(part, part, fc.array(fc.tuple(type, name), { minLength: 1, maxLength: 5 }), (stack, project, chain) => {
      let parent = childUrn({ stack, project, parent: undefined, type: STACK_TYPE, name: `${project}-${stack}` });
      for (const [childType, childName] of chain) {
        parent = childUrn({ stack, project, parent, type: childType, name: childName });
      }
      const [lastType, lastName] = chain.at(-1) ?? ["", ""];
      expect(parseUrn(parent).qualifiedType).toBe(chain.map(([childType]) => childType).join("$"));
      expect(typeOfUrn(parent)).toBe(lastType);
      expect(nameOfUrn(parent)).toBe(lastName);
    }),
  );
});

it("gives different resources different URNs", () => {
  const resource = fc.record({ type, name: part });
  fc.assert(
    fc.property(resource, resource, (a, b) => {
      const urn = (of: { type: string; name: string }): string =>
        childUrn({ stack: "s", project: "p", parent: undefined, ...of });
      expect(urn(a) === urn(b)).toBe(a.type === b.type && a.name === b.name);
    }),
  );
});

it("reads as Pulumi writes it", () => {
  const parent = "urn:pulumi:dev::proj::org:net:Net$aws:ec2/vpc:Vpc::main";
  expect(childUrn({ stack: "dev", project: "proj", parent, type: "aws:ec2/subnet:Subnet", name: "a" })).toBe(
    "urn:pulumi:dev::proj::org:net:Net$aws:ec2/vpc:Vpc$aws:ec2/subnet:Subnet::a",
  );
});

it("says how a URN must read when a text is none", () => {
  expect(() => parseUrn("urn:aws:x")).toThrow(
    "`urn:aws:x` is not a URN: it must read urn:pulumi:<stack>::<project>::<type>::<name>",
  );
});
