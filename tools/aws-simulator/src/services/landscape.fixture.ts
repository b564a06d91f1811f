import type { PropertyMap } from "@org/offline-engine";
import { SimulatedAccount } from "../simulated-account.fixture";
import type { Made } from "../simulated-account.fixture";
import type { SimulatedAwsArgs } from "../simulated-aws";

/** A simulated account in which what a resource needs is made when it is asked for, once. */
export class Landscape {
  readonly account: SimulatedAccount;
  readonly #made = new Map<string, Made>();

  constructor(args: SimulatedAwsArgs = {}) {
    this.account = new SimulatedAccount(args);
  }

  #once(name: string, type: string, inputs: () => PropertyMap): Made {
    let made = this.#made.get(name);
    if (made === undefined) {
      made = this.account.create(type, name, inputs());
      this.#made.set(name, made);
    }
    return made;
  }

  vpc(name = "vpc", cidrBlock = "10.0.0.0/16"): Made {
    return this.#once(name, "aws:ec2/vpc:Vpc", () => ({ cidrBlock, enableDnsHostnames: true }));
  }

  /** The internet gateway of {@link vpc}. */
  gateway(): Made {
    return this.#once("gateway", "aws:ec2/internetGateway:InternetGateway", () => ({ vpcId: this.vpc().id }));
  }

  /** A subnet of {@link vpc}, in the zone of its letter. */
  subnet(letter: "a" | "b" | "c" = "a"): Made {
    const third = { a: 0, b: 1, c: 2 }[letter];
    return this.#once(`subnet-${letter}`, "aws:ec2/subnet:Subnet", () => ({
      vpcId: this.vpc().id,
      cidrBlock: `10.0.${third}.0/24`,
      availabilityZone: `us-east-1${letter}`,
    }));
  }

  /** A subnet of another VPC. */
  foreignSubnet(): Made {
    return this.#once("foreign-subnet", "aws:ec2/subnet:Subnet", () => ({
      vpcId: this.foreignVpc().id,
      cidrBlock: "10.9.0.0/24",
      availabilityZone: "us-east-1b",
    }));
  }

  foreignVpc(): Made {
    return this.vpc("foreign-vpc", "10.9.0.0/16");
  }

  address(): Made {
    return this.#once("address", "aws:ec2/eip:Eip", () => ({ domain: "vpc" }));
  }

  nat(): Made {
    this.gateway();
    return this.#once("nat", "aws:ec2/natGateway:NatGateway", () => ({ subnetId: this.subnet().id, allocationId: this.address().id }));
  }

  table(): Made {
    return this.#once("table", "aws:ec2/routeTable:RouteTable", () => ({ vpcId: this.vpc().id }));
  }

  group(name = "group", vpc: Made = this.vpc()): Made {
    return this.#once(name, "aws:ec2/securityGroup:SecurityGroup", () => ({ vpcId: vpc.id }));
  }

  endpoint(): Made {
    return this.#once("endpoint", "aws:ec2/vpcEndpoint:VpcEndpoint", () => ({
      vpcId: this.vpc().id,
      serviceName: "com.amazonaws.us-east-1.s3",
    }));
  }

  acl(): Made {
    return this.#once("acl", "aws:ec2/networkAcl:NetworkAcl", () => ({ vpcId: this.vpc().id }));
  }

  dhcpOptions(): Made {
    return this.#once("dhcp", "aws:ec2/vpcDhcpOptions:VpcDhcpOptions", () => ({ domainName: "example.internal" }));
  }

  egressOnly(): Made {
    return this.#once("egress-only", "aws:ec2/egressOnlyInternetGateway:EgressOnlyInternetGateway", () => ({ vpcId: this.vpc().id }));
  }

  balancer(name = "balancer"): Made {
    this.gateway();
    return this.#once(name, "aws:lb/loadBalancer:LoadBalancer", () => ({
      subnets: [this.subnet("a").id, this.subnet("b").id],
      securityGroups: [this.group().id],
    }));
  }

  targets(name = "targets", over: PropertyMap = {}): Made {
    return this.#once(name, "aws:lb/targetGroup:TargetGroup", () => ({ port: 80, protocol: "HTTP", vpcId: this.vpc().id, ...over }));
  }

  listener(): Made {
    return this.#once("listener", "aws:lb/listener:Listener", () => ({
      loadBalancerArn: this.balancer().id,
      port: 80,
      protocol: "HTTP",
      defaultActions: [{ type: "fixed-response", fixedResponse: { contentType: "text/plain", statusCode: "404" } }],
    }));
  }

  certificate(): Made {
    return this.#once("certificate", "aws:acm/certificate:Certificate", () => ({ domainName: "www.example.com", validationMethod: "DNS" }));
  }

  /** The certificate's validation: from then on it can be used. */
  validation(): Made {
    return this.#once("validation", "aws:acm/certificateValidation:CertificateValidation", () => ({ certificateArn: this.certificate().id }));
  }

  template(name = "template", over: PropertyMap = {}): Made {
    return this.#once(name, "aws:ec2/launchTemplate:LaunchTemplate", () => ({
      imageId: "ami-0123456789abcdef0",
      instanceType: "t3.micro",
      vpcSecurityGroupIds: [this.group().id],
      ...over,
    }));
  }

  fleet(name = "fleet", over: PropertyMap = {}): Made {
    return this.#once(name, "aws:autoscaling/group:Group", () => ({
      minSize: 1,
      maxSize: 2,
      vpcZoneIdentifiers: [this.subnet().id],
      launchTemplate: { id: this.template().id, version: "$Latest" },
      ...over,
    }));
  }
}
