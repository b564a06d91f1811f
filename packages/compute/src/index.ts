export type { AccessLogBucket, AccessLogs } from "./access-logs";
export { AccountBaseline, type AccountBaselineArgs } from "./account-baseline";
export type { AccountSetting } from "./account-baseline-plan";
export { ApplicationLoadBalancer, type ApplicationLoadBalancerArgs } from "./application-load-balancer";
export type { CustomDomain } from "./custom-domain";
export { Fleet, type FleetArgs } from "./fleet";
export type { GrantStatement } from "./grant-statement";
export type { HealthCheck } from "./health-check";
export type { HttpsDestinations } from "./https-egress";
export { amazonLinuxParameter, type InstanceImage, type ParameterImage } from "./instance-image";
export type { InstanceRefresh, RefreshCheckpoints } from "./instance-refresh";
export { InstanceRole, type InstanceRoleArgs } from "./instance-role";
export { InstanceTemplate, type InstanceTemplateArgs, type RootVolume } from "./instance-template";
export type { Architecture } from "./instance-type";
export type {
  HttpsListener,
  InsecureHttpListener,
  ListenerDefinition,
  ListenersByPort,
  RedirectListener,
} from "./listener";
export type { Maintenance } from "./maintenance";
export type { MixedInstances, SpotShare } from "./mixed-instances";
export type { OriginVerify } from "./origin-verify";
export type { CpuScalingPolicy, RequestScalingPolicy, ScalingPolicy } from "./scaling-policy";
export type { Stickiness } from "./stickiness";
export type { ExternalWeights, ManagedWeights, TargetWeights } from "./target-weights";
export type { TerminationHook } from "./termination-hook";
export type { DeclaredSources, TrafficSources } from "./traffic-sources";
export type { WarmUpArgs } from "./warm-up";
