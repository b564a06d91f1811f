import { hasPrivateName, isOfOthers, portsOf, serviceNameOf, takesOwnAccount, unsignedCallsOf } from "./endpoint-services";

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

  it("takes a policy for the own account, unless AWS is known to refuse it", () => {
    expect(["ssm", "ssmmessages", "s3", "com.amazonaws.us-east-1.ecr.api"].map(takesOwnAccount)).toEqual([true, true, true, true]);
    const fullAccessOnly = [OF_OTHERS, "batch", "email-smtp", "com.amazonaws.us-gov-west-1.email-smtp", "cn.com.amazonaws.cn-north-1.batch"];
    expect(fullAccessOnly.map(takesOwnAccount)).toEqual([false, false, false, false, false]);
  });

  it("has a DNS name that can lead to the endpoint, but for those of others and for devices", () => {
    expect(["ssm", "iot.data", "com.amazonaws.us-east-1.iot.credentials", OF_OTHERS].map(hasPrivateName)).toEqual([true, false, false, false]);
  });

  it("is called by HTTPS, but for mail and devices", () => {
    expect(portsOf("iot.data")).toEqual([443, 8883]);
    expect(portsOf("constructor")).toEqual([443]);
    expect(portsOf("com.amazonaws.us-east-1.email-smtp")).toEqual([465, 587]);
  });

  it("takes none where people and devices call that have no identity of AWS's", () => {
    const anonymous = ["cognito-idp", "com.amazonaws.us-east-1.cognito-identity", "iot.credentials", "iot.data"];
    expect(anonymous.map(takesOwnAccount)).toEqual([false, false, false, false]);
  });

  it("is called with credentials, but for those that give the first ones, and private APIs", () => {
    expect(unsignedCallsOf("ssm")).toBeUndefined();
    expect(unsignedCallsOf("sts")?.actions).toEqual(["sts:AssumeRoleWithWebIdentity", "sts:AssumeRoleWithSAML"]);
    expect(unsignedCallsOf("com.amazonaws.us-east-1.execute-api")?.actions).toEqual(["execute-api:Invoke"]);
  });
});
