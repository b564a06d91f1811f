import type { Rule } from "../../rule";
import { INGRESS_SUBJECTS, opensToAnyone } from "../../traffic";

const HIGH_RISK_PORTS = [
  20, 21, 22, 23, 25, 110, 135, 143, 445, 1433, 1434, 3000, 3306, 3389, 4333, 5000, 5432, 5500, 5601, 8080, 8088, 8888, 9200, 9300,
];

export const openIngressHighRiskPorts: Rule = {
  id: "security-group/open-ingress-high-risk-ports",
  controls: { "FSBP:EC2.19": "CRITICAL" },
  requirement: "Nobody can reach a port of high risk from everywhere.",
  subjects: INGRESS_SUBJECTS,
  judge: (resource) => !opensToAnyone(resource, HIGH_RISK_PORTS),
};
