import { defineFunction } from "../invoke-function";
import type { FunctionDefinition } from "../invoke-function";

/** A data source that gives the outputs of an object of the simulated account, found by its id or a property. */
function lookup(token: string, type: string, what: string, keys: readonly string[]): FunctionDefinition {
  return defineFunction({
    token,
    invoke(context) {
      const { args } = context;
      const id = args["id"];
      const asked = keys.filter((key) => args[key] !== undefined);
      const candidates = typeof id === "string" ? [context.find(type, id)] : context.objectsOf(type);
      const found = candidates
        .filter((object) => object !== undefined)
        .filter(({ outputs }) => asked.every((key) => outputs[key] === args[key]));
      const [object] = found;
      if (object === undefined) return [{ reason: `no matching ${what} found` }];
      if (found.length > 1) return [{ reason: `multiple ${what}s matched; use additional constraints to reduce matches to a single ${what}` }];
      return { ...args, ...object.outputs, id: object.id, state: "available" };
    },
  });
}

export const getVpc = lookup("aws:ec2/getVpc:getVpc", "aws:ec2/vpc:Vpc", "EC2 VPC", ["cidrBlock"]);
export const getSubnet = lookup("aws:ec2/getSubnet:getSubnet", "aws:ec2/subnet:Subnet", "EC2 Subnet", ["vpcId", "cidrBlock", "availabilityZone", "availabilityZoneId"]);
