/** What AWS publishes about a region, in the shortest form. */
export interface RegionRow {
  /** The letters of its availability zones; empty when AWS has not published them. Some accounts see other letters. */
  readonly zones: string;
  /** Whether an account has to switch the region on; absent when AWS has not said. */
  readonly optIn?: boolean;
  /** The Route 53 hosted zone of application load balancers; absent where AWS publishes none. */
  readonly albHostedZoneId?: string;
  /** The account that delivered load balancer logs before August 2022; absent in regions opened since. */
  readonly elbLogAccountId?: string;
}

/**
 * Every region that the AWS SDKs know, as of November 2026. Sources: the SDKs' partitions file, the Elastic Load
 * Balancing endpoints page, and for the delivery accounts
 * https://docs.aws.amazon.com/elasticloadbalancing/latest/application/enable-access-logging.html with the AWS CDK's
 * region table for the partitions which that page leaves out.
 */
export const regionTable: Readonly<Record<string, RegionRow>> = {
  "af-south-1": { zones: "abc", optIn: true, albHostedZoneId: "Z268VQBMOI5EKX", elbLogAccountId: "098369216593" },
  "ap-east-1": { zones: "abc", optIn: true, albHostedZoneId: "Z3DQVH9N71FHZ0", elbLogAccountId: "754344448648" },
  "ap-east-2": { zones: "abc", optIn: true, albHostedZoneId: "Z02789141MW7T1WBU19PO" },
  "ap-northeast-1": { zones: "abcd", optIn: false, albHostedZoneId: "Z14GRHDCWA56QT", elbLogAccountId: "582318560864" },
  "ap-northeast-2": { zones: "abcd", optIn: false, albHostedZoneId: "ZWKZPGTI48KDX", elbLogAccountId: "600734575887" },
  "ap-northeast-3": { zones: "abc", optIn: false, albHostedZoneId: "Z5LXEXXYW11ES", elbLogAccountId: "383597477331" },
  "ap-south-1": { zones: "abc", optIn: false, albHostedZoneId: "ZP97RAFLXTNZK", elbLogAccountId: "718504428378" },
  "ap-south-2": { zones: "abc", optIn: true, albHostedZoneId: "Z0173938T07WNTVAEPZN" },
  "ap-southeast-1": { zones: "abc", optIn: false, albHostedZoneId: "Z1LMS91P8CMLE5", elbLogAccountId: "114774131450" },
  "ap-southeast-2": { zones: "abc", optIn: false, albHostedZoneId: "Z1GM3OXH4ZPM65", elbLogAccountId: "783225319266" },
  "ap-southeast-3": { zones: "abc", optIn: true, albHostedZoneId: "Z08888821HLRG5A9ZRTER", elbLogAccountId: "589379963580" },
  "ap-southeast-4": { zones: "abc", optIn: true, albHostedZoneId: "Z09517862IB2WZLPXG76F" },
  "ap-southeast-5": { zones: "abc", optIn: true, albHostedZoneId: "Z06010284QMVVW7WO5J" },
  "ap-southeast-6": { zones: "abc", optIn: true, albHostedZoneId: "Z023301818UFJ50CIO0MV" },
  "ap-southeast-7": { zones: "abc", optIn: true, albHostedZoneId: "Z0390008CMBRTHFGWBCB" },
  "ca-central-1": { zones: "abcd", optIn: false, albHostedZoneId: "ZQSVJUPU6J1EY", elbLogAccountId: "985666609251" },
  "ca-west-1": { zones: "abc", optIn: true, albHostedZoneId: "Z06473681N0SF6OS049SD" },
  "eu-central-1": { zones: "abc", optIn: false, albHostedZoneId: "Z215JYRZR1TBD5", elbLogAccountId: "054676820928" },
  "eu-central-2": { zones: "abc", optIn: true, albHostedZoneId: "Z06391101F2ZOEP8P5EB3" },
  "eu-north-1": { zones: "abc", optIn: false, albHostedZoneId: "Z23TAZ6LKFMNIO", elbLogAccountId: "897822967062" },
  "eu-south-1": { zones: "abc", optIn: true, albHostedZoneId: "Z3ULH7SSC9OV64", elbLogAccountId: "635631232127" },
  "eu-south-2": { zones: "abc", optIn: true, albHostedZoneId: "Z0956581394HF5D5LXGAP" },
  "eu-west-1": { zones: "abc", optIn: false, albHostedZoneId: "Z32O12XQLNTSW2", elbLogAccountId: "156460612806" },
  "eu-west-2": { zones: "abc", optIn: false, albHostedZoneId: "ZHURV8PSTC4K8", elbLogAccountId: "652711504416" },
  "eu-west-3": { zones: "abc", optIn: false, albHostedZoneId: "Z3Q77PNBQS71R4", elbLogAccountId: "009996457667" },
  "il-central-1": { zones: "abc", optIn: true, albHostedZoneId: "Z09170902867EHPV2DABU" },
  "me-central-1": { zones: "abc", optIn: true, albHostedZoneId: "Z08230872XQRWHG2XF6I" },
  "me-south-1": { zones: "abc", optIn: true, albHostedZoneId: "ZS929ML54UICD", elbLogAccountId: "076674570225" },
  "me-west-1": { zones: "", optIn: true },
  "mx-central-1": { zones: "abc", optIn: true, albHostedZoneId: "Z023552324OKD1BB28BH5" },
  "sa-east-1": { zones: "abc", optIn: false, albHostedZoneId: "Z2P70J7HTTTPLU", elbLogAccountId: "507241528517" },
  "sa-west-1": { zones: "" },
  "us-east-1": { zones: "abcdef", optIn: false, albHostedZoneId: "Z35SXDOTRQ7X7K", elbLogAccountId: "127311923021" },
  "us-east-2": { zones: "abc", optIn: false, albHostedZoneId: "Z3AADJGX6KTTL2", elbLogAccountId: "033677994240" },
  "us-west-1": { zones: "ac", optIn: false, albHostedZoneId: "Z368ELLRRE2KJ0", elbLogAccountId: "027434742980" },
  "us-west-2": { zones: "abcd", optIn: false, albHostedZoneId: "Z1H1FL5HABSF5", elbLogAccountId: "797873946194" },
  "cn-north-1": { zones: "abc", optIn: false, albHostedZoneId: "Z1GDH35T77C1KE", elbLogAccountId: "638102146993" },
  "cn-northwest-1": { zones: "abc", optIn: false, albHostedZoneId: "ZM7IZAIOVVDZF", elbLogAccountId: "037604701340" },
  "eusc-de-east-1": { zones: "abc", optIn: false },
  "us-iso-east-1": { zones: "abc", optIn: false, elbLogAccountId: "770363063475" },
  "us-iso-west-1": { zones: "abc", optIn: false, elbLogAccountId: "121062877647" },
  "us-isob-east-1": { zones: "abc", optIn: false, elbLogAccountId: "740734521339" },
  "us-isob-west-1": { zones: "abc", optIn: false },
  "eu-isoe-west-1": { zones: "abc", optIn: false },
  "us-isof-east-1": { zones: "abc", optIn: false, elbLogAccountId: "091100254016" },
  "us-isof-south-1": { zones: "abc", optIn: false, elbLogAccountId: "412137745753" },
  "us-gov-east-1": { zones: "abc", optIn: false, albHostedZoneId: "Z166TLBEWOO7G0", elbLogAccountId: "190560391635" },
  "us-gov-west-1": { zones: "abc", optIn: false, albHostedZoneId: "Z33AYJ8TM3BH4J", elbLogAccountId: "048591011584" },
};
