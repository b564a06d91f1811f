import { isOfOthers, portsOf, serviceNameOf, takesPolicies, unsignedActionsOf } from "./endpoint-services";

const OF_OTHERS = "com.amazonaws.vpce.us-east-1.vpce-svc-0123456789abcdef0";

describe("the service of an endpoint", () => {
  it.each([
    ["ecr.api", "com.amazonaws.eu-west-1.ecr.api"],
    ["com.amazonaws.eu-west-1.ecr.api", "com.amazonaws.eu-west-1.ecr.api"],
    ["cn.com.amazonaws.cn-north-1.ecr.api", "cn.com.amazonaws.cn-north-1.ecr.api"],
    ["aws.sagemaker.eu-west-1.notebook", "aws.sagemaker.eu-west-1.notebook"],
    ["com.amazonaws.iam", "com.amazonaws.iam"],
    [OF_OTHERS, OF_OTHERS],
  ])("is known to AWS, if it is %s, as %s", (service, full) => {
    expect(serviceNameOf(service, "eu-west-1")).toBe(full);
  });

  it("is AWS's, or that of others", () => {
    expect(isOfOthers(OF_OTHERS)).toBe(true);
    expect(isOfOthers("ecr.api")).toBe(false);
  });

  it("takes policies, unless AWS is known to refuse them", () => {
    expect(["ssm", "ssmmessages", "s3", "com.amazonaws.us-east-1.ecr.api"].map(takesPolicies)).toEqual([true, true, true, true]);
    const fullAccessOnly = [OF_OTHERS, "batch", "email-smtp", "com.amazonaws.us-gov-west-1.email-smtp", "cn.com.amazonaws.cn-north-1.batch"];
    expect(fullAccessOnly.map(takesPolicies)).toEqual([false, false, false, false, false]);
  });

  it("is called by HTTPS, but for mail", () => {
    expect(portsOf("constructor")).toEqual([443]);
    expect(portsOf("com.amazonaws.us-east-1.email-smtp")).toEqual([465, 587]);
  });

  it("is called with credentials, but for those that give the first ones", () => {
    expect(unsignedActionsOf("ssm")).toEqual([]);
    expect(unsignedActionsOf("sts")).toEqual(["sts:AssumeRoleWithWebIdentity", "sts:AssumeRoleWithSAML"]);
  });
});
