export {
  type AccessLogs,
  ApplicationLoadBalancer,
  type ApplicationLoadBalancerArgs,
} from "./application-load-balancer";
export { Fleet, type FleetArgs, type Maintenance } from "./fleet";
export type { HealthCheck } from "./health-check";
export { amazonLinuxParameter, type Architecture, architectureOf, type InstanceImage } from "./instance-image";
export { InstanceRole, type InstanceRoleArgs } from "./instance-role";
export { InstanceTemplate, type InstanceTemplateArgs, type RootVolume } from "./instance-template";
export {
  defaultTlsPolicy,
  type HttpsListener,
  type InsecureHttpListener,
  type ListenerDefinition,
  type ListenersByPort,
  type RedirectListener,
} from "./listener";
export type { CpuScalingPolicy, RequestScalingPolicy, ScalingPolicy } from "./scaling-policy";
export type { TargetWeights } from "./target-weights";
export type { TrafficSources } from "./traffic-sources";
