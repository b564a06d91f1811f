import { childName, Naming, servicePrincipal } from "@org/infra-naming";
import { InstanceProfile, Policy, Role, RolePolicyAttachment } from "@pulumi/aws/iam";
import * as pulumi from "@pulumi/pulumi";
import { grantedResources, type GrantStatement } from "./grant-statement";
import { type InstanceRolePlan, planInstanceRole } from "./instance-role-plan";

export interface InstanceRoleArgs {
  /** Region of the instances and of what they use: the key is granted through that region's services. */
  readonly region: string;
  /** Log groups to whose streams the instances write. @default none */
  readonly logGroupArns?: readonly pulumi.Input<string>[];
  /** Secrets that they read. @default none */
  readonly secretArns?: readonly pulumi.Input<string>[];
  /** Tables that they read and write; add the ARN of an index to query it. @default none */
  readonly tableArns?: readonly pulumi.Input<string>[];
  /** Key that encrypts those secrets and tables; usable only through Secrets Manager and DynamoDB, never directly. @default none */
  readonly kmsKeyArn?: pulumi.Input<string>;
  /**
   * Namespaces of CloudWatch that they publish metrics to: `CWAgent` is the CloudWatch agent's, for memory and disks.
   * @default none
   */
  readonly metricNamespaces?: readonly string[];
  /**
   * Whatever else they may do: `[...orders.readGrant(), ...secret.readGrant()]` of `@org/infra-data`, or statements of
   * your own. Wildcards in actions and resources are refused.
   * @default none
   */
  readonly grants?: readonly GrantStatement[];
  /** Whether Session Manager may open shells on them, which needs no inbound port and no key pair. @default true */
  readonly sessionManager?: boolean;
  /** Policy that bounds what the role can ever be allowed. @default none */
  readonly permissionsBoundaryArn?: pulumi.Input<string>;
  /** Whose names and tags the resources carry. @default Naming.ofStack() */
  readonly naming?: Naming;
  /** Tags of every resource, besides the standard ones. @default none */
  readonly tags?: Record<string, string>;
}

/**
 * The role of EC2 instances and its instance profile: it may do what the arguments name and nothing else.
 *
 * The permissions are one customer-managed policy, neither inline nor managed by AWS.
 *
 * @throws ArgumentError naming every illegal argument, before anything is registered
 */
export class InstanceRole extends pulumi.ComponentResource {
  readonly role: Role;
  /** Undefined when nothing is granted. */
  readonly policy: Policy | undefined;
  /** Undefined when nothing is granted. */
  readonly policyAttachment: RolePolicyAttachment | undefined;
  /** Created after the policy is attached, so that an instance has its permissions when it first starts. */
  readonly instanceProfile: InstanceProfile;

  /** ARN of the role. */
  readonly arn: pulumi.Output<string>;
  readonly instanceProfileArn: pulumi.Output<string>;

  constructor(name: string, args: InstanceRoleArgs, opts: pulumi.ComponentResourceOptions = {}) {
    const plan = planInstanceRole(name, args);
    const naming = args.naming ?? Naming.ofStack();
    naming.nameTags(name, args.tags); // Throws while nothing is registered.
    super("org:compute:InstanceRole", name, {}, opts);

    this.role = this.createRole(name, args, naming);
    this.policy = this.createPolicy(name, plan, args, naming);
    this.policyAttachment = this.attachPolicy(name);
    this.instanceProfile = this.createInstanceProfile(name, args, naming);

    this.arn = this.role.arn;
    this.instanceProfileArn = this.instanceProfile.arn;
    this.registerOutputs({ arn: this.arn, instanceProfileArn: this.instanceProfileArn });
  }

  private createRole(name: string, args: InstanceRoleArgs, naming: Naming): Role {
    return new Role(
      childName(name, "role"),
      {
        name: naming.physicalName("aws:iam/role:Role", name),
        description: "What the EC2 instances may do",
        assumeRolePolicy: JSON.stringify({
          Version: "2012-10-17",
          Statement: [
            {
              Effect: "Allow",
              Action: "sts:AssumeRole",
              Principal: { Service: servicePrincipal("ec2", args.region) },
            },
          ],
        }),
        permissionsBoundary: args.permissionsBoundaryArn,
        tags: naming.nameTags(name, args.tags),
      },
      { parent: this },
    );
  }

  private createPolicy(
    name: string,
    { own, granted }: InstanceRolePlan,
    args: InstanceRoleArgs,
    naming: Naming,
  ): Policy | undefined {
    if (own.length + granted.length === 0) return undefined;
    const statements = [
      ...own.map((statement) => allow(statement, ownResources(statement))),
      ...granted.map((statement) => allow(statement, grantedResources(`InstanceRole "${name}"`, statement))),
    ];
    return new Policy(
      childName(name, "policy"),
      {
        name: naming.physicalName("aws:iam/policy:Policy", name),
        description: "The grants of the EC2 instances",
        policy: pulumi.jsonStringify({ Version: "2012-10-17", Statement: statements }),
        tags: naming.nameTags(name, args.tags),
      },
      { parent: this },
    );
  }

  private attachPolicy(name: string): RolePolicyAttachment | undefined {
    if (this.policy === undefined) return undefined;
    return new RolePolicyAttachment(
      childName(name, "policy-attachment"),
      { role: this.role.name, policyArn: this.policy.arn },
      { parent: this },
    );
  }

  private createInstanceProfile(name: string, args: InstanceRoleArgs, naming: Naming): InstanceProfile {
    return new InstanceProfile(
      childName(name, "instance-profile"),
      {
        name: naming.physicalName("aws:iam/instanceProfile:InstanceProfile", name),
        role: this.role.name,
        tags: naming.nameTags(name, args.tags),
      },
      { parent: this, dependsOn: this.policyAttachment },
    );
  }
}

function allow({ sid, actions, condition }: GrantStatement, resources: pulumi.Input<pulumi.Input<string>[]>) {
  return { Sid: sid, Effect: "Allow", Action: [...actions], Resource: resources, ...(condition && { Condition: condition }) };
}

function ownResources({ resources, resourceSuffixes }: GrantStatement): pulumi.Output<string>[] {
  return resources.flatMap((arn) => resourceSuffixes.map((suffix) => pulumi.interpolate`${arn}${suffix}`));
}
