export { validateAvailabilityZones } from "./availability-zones";
export { Network, type NetworkArgs, type NetworkZone } from "./network";
export { type NatGatewayWithAddress, type RoutedSubnet } from "./network-parts";
export { type NatGateways, type NetworkPlan, type NetworkPlanArgs, planNetwork, type ZonePlan } from "./network-plan";
export { type SubnetTier } from "./subnet-addresses";
