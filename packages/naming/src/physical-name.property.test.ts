import fc from "fast-check";
import { nameRules, Naming } from "./index";

/** What AWS's API references say a whole name looks like, written down apart from the rules that the names are made by. */
const AWS_PATTERNS: Record<string, RegExp> = {
  "aws:s3/bucket:Bucket": /^(?!xn--|sthree-|amzn-s3-demo-)(?!.*(-s3alias|--ol-s3|--x-s3|--table-s3|-an)$)[a-z0-9][a-z0-9-]{1,61}[a-z0-9]$/,
  "aws:lb/loadBalancer:LoadBalancer": /^(?!internal-)[a-zA-Z0-9]([a-zA-Z0-9-]{0,30}[a-zA-Z0-9])?$/,
  "aws:lb/targetGroup:TargetGroup": /^[a-zA-Z0-9]([a-zA-Z0-9-]{0,30}[a-zA-Z0-9])?$/,
  "aws:ec2/securityGroup:SecurityGroup": /^(?!sg-)[a-zA-Z0-9 ._\-:/()#,@[\]+=&;{}!$*]{1,255}$/,
  "aws:ec2/launchTemplate:LaunchTemplate": /^[a-zA-Z0-9().\-/_]{3,125}$/,
  "aws:autoscaling/group:Group": /^[!-9;-~]{1,255}$/,
  "aws:autoscaling/policy:Policy": /^[ -~]{1,255}$/,
  "aws:autoscaling/lifecycleHook:LifecycleHook": /^[A-Za-z0-9\-_/]{1,255}$/,
  "aws:appautoscaling/policy:Policy": /^[ -~]{1,256}$/,
  "aws:iam/role:Role": /^[\w+=,.@-]{1,64}$/,
  "aws:iam/policy:Policy": /^[\w+=,.@-]{1,128}$/,
  "aws:iam/instanceProfile:InstanceProfile": /^[\w+=,.@-]{1,128}$/,
  "aws:iam/rolePolicy:RolePolicy": /^[\w+=,.@-]{1,128}$/,
  "aws:kms/alias:Alias": /^alias\/(?!aws)[a-zA-Z0-9/_-]{1,250}$/,
  "aws:dynamodb/table:Table": /^[a-zA-Z0-9_.-]{3,255}$/,
  "aws:backup/vault:Vault": /^[a-zA-Z0-9_-]{2,50}$/,
  "aws:backup/plan:Plan": /^[a-zA-Z0-9_.-]{1,50}$/,
  "aws:backup/selection:Selection": /^[a-zA-Z0-9_.-]{1,50}$/,
  "aws:secretsmanager/secret:Secret": /^(?!.*-[A-Za-z0-9]{6}$)[A-Za-z0-9/_+=.@-]{1,512}$/,
  "aws:cloudwatch/logGroup:LogGroup": /^(?!aws\/)[.\-_/#A-Za-z0-9]{1,512}$/,
  "aws:cloudwatch/logResourcePolicy:LogResourcePolicy": /^[\w-]{1,255}$/,
  "aws:cloudwatch/logMetricFilter:LogMetricFilter": /^[^:*]{1,512}$/,
  "aws:cloudwatch/logDeliverySource:LogDeliverySource": /^[\w-]{1,60}$/,
  "aws:cloudwatch/logDeliveryDestination:LogDeliveryDestination": /^[\w-]{1,60}$/,
  "aws:cloudwatch/metricAlarm:MetricAlarm": /^[ -~]{1,255}$/,
  "aws:cloudwatch/compositeAlarm:CompositeAlarm": /^[ -~]{1,255}$/,
  "aws:cloudwatch/dashboard:Dashboard": /^[A-Za-z0-9_-]{1,255}$/,
  "aws:cloudwatch/eventRule:EventRule": /^[.\-_A-Za-z0-9]{1,64}$/,
  "aws:cloudwatch/eventTarget:EventTarget": /^[.\-_A-Za-z0-9]{1,64}$/,
  "aws:cloudwatch/eventBus:EventBus": /^(?!aws\.|default$)[.\-_A-Za-z0-9]{1,256}$/,
  "aws:scheduler/schedule:Schedule": /^[0-9a-zA-Z\-_.]{1,64}$/,
  "aws:sns/topic:Topic": /^[A-Za-z0-9_-]{1,256}$/,
  "aws:sqs/queue:Queue": /^[A-Za-z0-9_-]{1,80}$/,
  "aws:wafv2/webAcl:WebAcl": /^[\w-]{1,128}$/,
  "aws:wafv2/ipSet:IpSet": /^[\w-]{1,128}$/,
  "aws:wafv2/ruleGroup:RuleGroup": /^[\w-]{1,128}$/,
  "aws:wafv2/regexPatternSet:RegexPatternSet": /^[\w-]{1,128}$/,
  "aws:cloudfront/cachePolicy:CachePolicy": /^[A-Za-z0-9_-]{1,128}$/,
  "aws:cloudfront/originRequestPolicy:OriginRequestPolicy": /^[A-Za-z0-9_-]{1,128}$/,
  "aws:cloudfront/responseHeadersPolicy:ResponseHeadersPolicy": /^[A-Za-z0-9_-]{1,128}$/,
  "aws:cloudfront/originAccessControl:OriginAccessControl": /^[A-Za-z0-9._-]{1,64}$/,
  "aws:cloudfront/function:Function": /^[a-zA-Z0-9_-]{1,64}$/,
  "aws:cloudfront/keyValueStore:KeyValueStore": /^[a-zA-Z0-9_-]{1,64}$/,
  "aws:cloudfront/vpcOrigin:VpcOrigin": /^[a-zA-Z0-9_-]{1,64}$/,
  "aws:ssm/parameter:Parameter": /^(?!\/?(aws|ssm))\/?[a-zA-Z0-9_.-]{1,947}$/i,
  "aws:lambda/function:Function": /^[a-zA-Z0-9_-]{1,64}$/,
};

const types = Object.keys(nameRules);

/** Any sequence of UTF-16 units, unpaired surrogates included. */
const anyText = fc
  .array(fc.integer({ min: 0, max: 0xffff }), { minLength: 1, maxLength: 90 })
  .map((units) => String.fromCharCode(...units));
const reserved = fc.constantFrom(
  ...["aws", "AWS", "ssm", "sg", "internal", "xn-", "sthree", "amzn-s3-demo", "an", "s3alias", "-x-s3", "-", "--", "---"],
  ...["0", "1.2.3.4", "default", "alias/aws", "secret", "K", "ß", "İ", "é", "e\u0301", "\ud800", "\udc00", "😀", "\0", " "],
);
const words = fc.array(fc.oneof(reserved, fc.string({ minLength: 1, maxLength: 12 })), { minLength: 1, maxLength: 6 });
const text = fc.oneof(anyText, reserved, words.map((list) => list.join("-")), words.map((list) => list.join("")));

describe("physicalName", () => {
  it("is held against what AWS says for every type with a rule", () => {
    expect(Object.keys(AWS_PATTERNS).sort()).toEqual([...types].sort());
  });

  it("is legal for every type, project, environment and role", () => {
    fc.assert(
      fc.property(text, text, text, fc.option(fc.array(text)), (project, environment, role, replaceKey) => {
        const naming = new Naming({ project, environment });
        for (const type of types) {
          expect(naming.physicalName(type, role)).toMatch(AWS_PATTERNS[type]);
          expect(naming.physicalName(type, role, { replaceKey: replaceKey ?? [] })).toMatch(AWS_PATTERNS[type]);
        }
      }),
      { numRuns: 300 },
    );
  });

  it("is legal with every prefix that leaves it room", () => {
    const cases = [
      ["aws:cloudwatch/logGroup:LogGroup", "aws-waf-logs-", /^aws-waf-logs-[.\-_/#A-Za-z0-9]{1,499}$/],
      ["aws:cloudwatch/logGroup:LogGroup", "/aws/events/", /^\/aws\/events\/[.\-_/#A-Za-z0-9]{1,500}$/],
      ["aws:s3/bucket:Bucket", "aws-waf-logs-", /^aws-waf-logs-[a-z0-9-]{1,49}[a-z0-9]$/],
      ["aws:kms/alias:Alias", "team/", /^alias\/team\/[a-zA-Z0-9/_-]{1,245}$/],
      ["aws:ssm/parameter:Parameter", "/app/", /^\/app\/[a-zA-Z0-9_.-]{1,942}$/],
    ] as const;
    fc.assert(
      fc.property(fc.constantFrom(...cases), text, text, text, ([type, prefix, pattern], project, environment, role) => {
        expect(new Naming({ project, environment }).physicalName(type, role, { prefix })).toMatch(pattern);
      }),
      { numRuns: 500 },
    );
  });

  it("differs for two roles, even to a service that ignores case, and even if one asks for the other's name", () => {
    const variants = (role: string) => [role, role.toUpperCase(), role.normalize("NFD"), `${role}-`, `-${role}`, ` ${role}`, `${role}.`];
    fc.assert(
      fc.property(text, text, fc.array(text, { minLength: 1, maxLength: 5 }), (project, environment, roles) => {
        const naming = new Naming({ project, environment });
        for (const type of types) {
          const asked = roles.flatMap(variants);
          const names = asked.map((role) => naming.physicalName(type, role));
          // What follows the environment in a name that was given, asked for as a role of its own.
          const stolen = names.map((name) => name.slice(name.indexOf(naming.sanitizedName) + naming.sanitizedName.length + 1));
          const distinct = [...new Set([...asked, ...stolen])].filter((role) => role !== "");
          const given = distinct.map((role) => naming.physicalName(type, role).toLowerCase());
          expect(new Set(given).size).toBe(distinct.length);
        }
      }),
      { numRuns: 60 },
    );
  });

  it("differs for two projects or environments whose names are cut", () => {
    const long = fc.tuple(text, text).filter(([project, environment]) => project.length + environment.length > 40);
    fc.assert(
      fc.property(long, long, (one, other) => {
        fc.pre(one[0] !== other[0] || one[1] !== other[1]);
        const [first, second] = [one, other].map(([project, environment]) => {
          return new Naming({ project, environment }).physicalName("aws:lb/loadBalancer:LoadBalancer", "web");
        });
        expect(first).not.toBe(second);
      }),
    );
  });

  it("changes with each replacing input, and with nothing else", () => {
    fc.assert(
      fc.property(fc.uniqueArray(fc.array(text), { selector: (key) => JSON.stringify(key) }), text, (keys, role) => {
        const naming = new Naming({ project: "infra", environment: "dev" });
        const names = keys.map((replaceKey) => naming.physicalName("aws:lb/targetGroup:TargetGroup", role, { replaceKey }));
        expect(new Set([...names, naming.physicalName("aws:lb/targetGroup:TargetGroup", role)]).size).toBe(keys.length + 1);
      }),
    );
  });

  it("depends on nothing that is named before or besides", () => {
    const request = fc.record({ type: fc.constantFrom(...types), role: text });
    fc.assert(
      fc.property(fc.array(request), fc.array(request), (wanted, unrelated) => {
        const nameAll = (requests: { type: string; role: string }[]) => {
          const naming = new Naming({ project: "infra", environment: "dev" });
          return requests.map(({ type, role }) => naming.physicalName(type, role));
        };
        const alone = nameAll(wanted);
        expect(nameAll([...unrelated, ...wanted]).slice(unrelated.length)).toEqual(alone);
        expect(nameAll([...wanted].reverse()).reverse()).toEqual(alone);
      }),
    );
  });
});
