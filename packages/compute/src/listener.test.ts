import { type ListenersByPort, listenerProblems, planListeners } from "./listener";

const problems = (listeners: ListenersByPort) => listenerProblems(planListeners(listeners));
const certificateArn = "arn:aws:acm:us-east-1:123456789012:certificate/1";

describe("listeners", () => {
  it("are planned in the order of their ports", () => {
    const planned = planListeners({
      443: { protocol: "HTTPS", certificateArn },
      80: { protocol: "HTTP", redirectToPort: 443 },
    });
    expect(planned.map(({ port }) => port)).toEqual([80, 443]);
  });

  it("must be at least one", () => {
    expect(problems({})).toEqual([
      {
        argument: "listeners",
        rule: "must have at least one listener",
        value: {},
        remedy: 'use for example { 443: { protocol: "HTTPS", certificateArn } }',
      },
    ]);
  });

  it.each([0, 65536, 1.5])("refuse the port %d", (port) => {
    expect(problems({ [port]: { protocol: "HTTP", insecureHttp: true } })).toEqual([
      {
        argument: "listeners",
        rule: "must be keyed by ports, whole numbers from 1 to 65535",
        value: port,
        remedy: "use for example 443",
      },
    ]);
  });

  it("forward plain HTTP only when that is said, also to callers without types", () => {
    const untyped: ListenersByPort = JSON.parse('{ "80": { "protocol": "HTTP", "originVerify": { "headerName": "X-Origin", "values": ["secret"] } } }');
    expect(problems(untyped)).toEqual([
      {
        argument: "listeners[80]",
        rule: "must say insecureHttp: true to forward plain HTTP",
        value: { protocol: "HTTP" },
        remedy: "use HTTPS with a certificate, or accept plain HTTP with insecureHttp: true",
      },
    ]);
    expect(problems({ 80: { protocol: "HTTP", insecureHttp: true } })).toEqual([]);
  });

  it("redirect only to an HTTPS listener of the same load balancer", () => {
    const redirect = { protocol: "HTTP", redirectToPort: 443 } as const;
    expect(problems({ 80: redirect, 443: { protocol: "HTTPS", certificateArn } })).toEqual([]);
    const refused = {
      argument: "listeners[80].redirectToPort",
      rule: "must be the port of an HTTPS listener of this load balancer",
      value: 443,
      remedy: "declare that HTTPS listener, or redirect to the one that exists",
    };
    expect(problems({ 80: redirect })).toEqual([refused]);
    expect(problems({ 80: redirect, 443: { protocol: "HTTP", insecureHttp: true } })).toEqual([refused]);
  });

  it.each([
    "ELBSecurityPolicy-2016-08",
    "ELBSecurityPolicy-TLS-1-0-2015-04",
    "ELBSecurityPolicy-TLS-1-1-2017-01",
    "ELBSecurityPolicy-FS-2018-06",
    "ELBSecurityPolicy-FS-1-1-2019-08",
    "ELBSecurityPolicy-TLS13-1-0-2021-06",
    "ELBSecurityPolicy-TLS13-1-1-2021-06",
    "ELBSecurityPolicy-TLS13-1-2-Ext1-2021-06",
    "ELBSecurityPolicy-TLS13-1-2-Ext0-FIPS-2023-04",
    "ELBSecurityPolicy-TLS-1-2-Ext-2018-06",
    "ELBSecurityPolicy-FS-1-2-2019-08",
  ])("refuse the outdated policy %s", (tlsPolicy) => {
    expect(problems({ 443: { protocol: "HTTPS", certificateArn, tlsPolicy } })).toEqual([
      {
        argument: "listeners[443].tlsPolicy",
        rule: "must be a policy without TLS 1.0 and 1.1 and without their ciphers",
        value: tlsPolicy,
        remedy: "use ELBSecurityPolicy-TLS13-1-2-Res-2021-06",
      },
    ]);
  });

  it.each([
    undefined,
    "ELBSecurityPolicy-TLS13-1-2-2021-06",
    "ELBSecurityPolicy-TLS13-1-3-2021-06",
    "ELBSecurityPolicy-TLS13-1-2-Res-PQ-2025-09",
    "ELBSecurityPolicy-FS-1-2-Res-2019-08",
    "ELBSecurityPolicy-FS-1-2-Res-2020-10",
  ])("take the policy %s", (tlsPolicy) => {
    expect(problems({ 443: { protocol: "HTTPS", certificateArn, tlsPolicy } })).toEqual([]);
  });

  it.each([undefined, "off", "max-age=0", "max-age=31536000; includeSubDomains", "max-age=63072000;includeSubDomains;preload"])(
    "take the transport security %j",
    (strictTransportSecurity) => {
      expect(problems({ 443: { protocol: "HTTPS", certificateArn, strictTransportSecurity } })).toEqual([]);
    },
  );

  it.each(["", "on", "31536000", "max-age=a year"])("refuse the transport security %j", (strictTransportSecurity) => {
    expect(problems({ 443: { protocol: "HTTPS", certificateArn, strictTransportSecurity } })).toEqual([
      {
        argument: "listeners[443].strictTransportSecurity",
        rule: 'must be "off" or max-age=<seconds>, which includeSubDomains and preload may follow',
        value: strictTransportSecurity,
        remedy: 'use for example "max-age=31536000; includeSubDomains"',
      },
    ]);
  });

  it("name every mistake in a header that verifies the origin", () => {
    const originVerify = { headerName: "X_Origin", values: [] };
    const refused = problems({
      80: { protocol: "HTTP", insecureHttp: true, originVerify },
      443: { protocol: "HTTPS", certificateArn, originVerify: { headerName: "X-Origin", values: ["any*"] } },
    });
    expect(refused.map(({ argument }) => argument)).toEqual([
      "listeners[80].originVerify.headerName",
      "listeners[80].originVerify.values",
      "listeners[443].originVerify.values[0]",
    ]);
  });
});
