/** What is known of one region. Zones are the letters that a new account sees. */
export interface RegionRow {
  readonly description: string;
  /** Letters of its availability zones. */
  readonly zones?: string;
  /** Route 53 hosted zone of its Application Load Balancers. */
  readonly alb?: string;
  /** Route 53 hosted zone of its Network Load Balancers. */
  readonly nlb?: string;
  /** Account by which ELB delivered logs in regions that existed before August 2022. */
  readonly elbAccount?: string;
  /** Route 53 hosted zone of its S3 website endpoints. */
  readonly s3Website?: string;
  /** Accounts have to enable it first. */
  readonly optIn?: true;
}

/** Source: boto/botocore and kubernetes-sigs/external-dns (hosted zones), cfn-lint (zones), AWS's ELB access-log page. */
export const regionTable: Readonly<Record<string, RegionRow>> = {
  "af-south-1": { description: "Africa (Cape Town)", zones: "abc", alb: "Z268VQBMOI5EKX", nlb: "Z203XCE67M25HM", elbAccount: "098369216593", s3Website: "Z11KHD8FBVPUYU", optIn: true },
  "ap-east-1": { description: "Asia Pacific (Hong Kong)", zones: "abc", alb: "Z3DQVH9N71FHZ0", nlb: "Z12Y7K3UBGUAD1", elbAccount: "754344448648", s3Website: "ZNB98KWMFR0R6", optIn: true },
  "ap-east-2": { description: "Asia Pacific (Taipei)", zones: "abc", alb: "Z02789141MW7T1WBU19PO", nlb: "Z09176273OC2HWIAUNYW", s3Website: "Z064739330DAH7WJVOO93", optIn: true },
  "ap-northeast-1": { description: "Asia Pacific (Tokyo)", zones: "abcd", alb: "Z14GRHDCWA56QT", nlb: "Z31USIVHYNEOWT", elbAccount: "582318560864", s3Website: "Z2M4EHUR26P7ZW" },
  "ap-northeast-2": { description: "Asia Pacific (Seoul)", zones: "abcd", alb: "ZWKZPGTI48KDX", nlb: "ZIBE1TIR4HY56", elbAccount: "600734575887", s3Website: "Z3W03O7B5YMIYP" },
  "ap-northeast-3": { description: "Asia Pacific (Osaka)", zones: "abc", alb: "Z5LXEXXYW11ES", nlb: "Z1GWIQ4HH19I5X", elbAccount: "383597477331", s3Website: "Z2YQB5RD63NC85" },
  "ap-south-1": { description: "Asia Pacific (Mumbai)", zones: "abc", alb: "ZP97RAFLXTNZK", nlb: "ZVDDRBQ08TROA", elbAccount: "718504428378", s3Website: "Z11RGJOFQNVJUP" },
  "ap-south-2": { description: "Asia Pacific (Hyderabad)", zones: "abc", alb: "Z0173938T07WNTVAEPZN", nlb: "Z0711778386UTO08407HT", s3Website: "Z02976202B4EZMXIPMXF7", optIn: true },
  "ap-southeast-1": { description: "Asia Pacific (Singapore)", zones: "abc", alb: "Z1LMS91P8CMLE5", nlb: "ZKVM4W9LS7TM", elbAccount: "114774131450", s3Website: "Z3O0J2DXBE1FTB" },
  "ap-southeast-2": { description: "Asia Pacific (Sydney)", zones: "abc", alb: "Z1GM3OXH4ZPM65", nlb: "ZCT6FZBF4DROD", elbAccount: "783225319266", s3Website: "Z1WCIGYICN2BYD" },
  "ap-southeast-3": { description: "Asia Pacific (Jakarta)", zones: "abc", alb: "Z08888821HLRG5A9ZRTER", nlb: "Z01971771FYVNCOVWJU1G", elbAccount: "589379963580", s3Website: "Z01846753K324LI26A3VV", optIn: true },
  "ap-southeast-4": { description: "Asia Pacific (Melbourne)", zones: "abc", alb: "Z09517862IB2WZLPXG76F", nlb: "Z01156963G8MIIL7X90IV", s3Website: "Z0312387243XT5FE14WFO", optIn: true },
  "ap-southeast-5": { description: "Asia Pacific (Malaysia)", zones: "abc", alb: "Z06010284QMVVW7WO5J", nlb: "Z026317210H9ACVTRO6FB", s3Website: "Z08660063OXLMA7F1FJHU", optIn: true },
  "ap-southeast-6": { description: "Asia Pacific (New Zealand)", zones: "abc", alb: "Z023301818UFJ50CIO0MV", nlb: "Z01392953RKV2Q3RBP0KU", optIn: true },
  "ap-southeast-7": { description: "Asia Pacific (Thailand)", zones: "abc", alb: "Z0390008CMBRTHFGWBCB", nlb: "Z054363131YWATEMWRG5L", s3Website: "Z0031014GXUMRZG6I14G", optIn: true },
  "ca-central-1": { description: "Canada (Central)", zones: "abcd", alb: "ZQSVJUPU6J1EY", nlb: "Z2EPGBW3API2WT", elbAccount: "985666609251", s3Website: "Z1QDHH18159H29" },
  "ca-west-1": { description: "Canada West (Calgary)", zones: "abc", alb: "Z06473681N0SF6OS049SD", nlb: "Z02754302KBB00W2LKWZ9", s3Website: "Z03565811Z33SLEZTHOUL", optIn: true },
  "eu-central-1": { description: "Europe (Frankfurt)", zones: "abc", alb: "Z215JYRZR1TBD5", nlb: "Z3F0SRJ5LGBH90", elbAccount: "054676820928", s3Website: "Z21DNDUVLTQW6Q" },
  "eu-central-2": { description: "Europe (Zurich)", zones: "abc", alb: "Z06391101F2ZOEP8P5EB3", nlb: "Z02239872DOALSIDCX66S", s3Website: "Z030506016YDQGETNASS", optIn: true },
  "eu-north-1": { description: "Europe (Stockholm)", zones: "abc", alb: "Z23TAZ6LKFMNIO", nlb: "Z1UDT6IFJ4EJM", elbAccount: "897822967062", s3Website: "Z3BAZG2TWCNX0D" },
  "eu-south-1": { description: "Europe (Milan)", zones: "abc", alb: "Z3ULH7SSC9OV64", nlb: "Z23146JA1KNAFP", elbAccount: "635631232127", s3Website: "Z3IXVV8C73GIO3", optIn: true },
  "eu-south-2": { description: "Europe (Spain)", zones: "abc", alb: "Z0956581394HF5D5LXGAP", nlb: "Z1011216NVTVYADP1SSV", s3Website: "Z0081959F7139GRJC19J", optIn: true },
  "eu-west-1": { description: "Europe (Ireland)", zones: "abc", alb: "Z32O12XQLNTSW2", nlb: "Z2IFOLAFXWLO4F", elbAccount: "156460612806", s3Website: "Z1BKCTXD74EZPE" },
  "eu-west-2": { description: "Europe (London)", zones: "abc", alb: "ZHURV8PSTC4K8", nlb: "ZD4D7Y8KGAS4G", elbAccount: "652711504416", s3Website: "Z3GKZC51ZF0DB4" },
  "eu-west-3": { description: "Europe (Paris)", zones: "abc", alb: "Z3Q77PNBQS71R4", nlb: "Z1CMS0P5QUZ6D5", elbAccount: "009996457667", s3Website: "Z3R1K369G5AVDG" },
  "il-central-1": { description: "Israel (Tel Aviv)", zones: "abc", alb: "Z09170902867EHPV2DABU", nlb: "Z0313266YDI6ZRHTGQY4", s3Website: "Z09640613K4A3MN55U7GU", optIn: true },
  "me-central-1": { description: "Middle East (UAE)", zones: "abc", alb: "Z08230872XQRWHG2XF6I", nlb: "Z00282643NTTLPANJJG2P", s3Website: "Z06143092I8HRXZRUZROF", optIn: true },
  "me-south-1": { description: "Middle East (Bahrain)", zones: "abc", alb: "ZS929ML54UICD", nlb: "Z3QSRYVP46NYYV", elbAccount: "076674570225", s3Website: "Z1MPMWCPA7YB62", optIn: true },
  "me-west-1": { description: "Middle East (Saudi Arabia)", optIn: true },
  "mx-central-1": { description: "Mexico (Central)", zones: "abc", alb: "Z023552324OKD1BB28BH5", nlb: "Z02031231H3ID6HYJ9A7U", optIn: true },
  "sa-east-1": { description: "South America (Sao Paulo)", zones: "abc", alb: "Z2P70J7HTTTPLU", nlb: "ZTK26PT1VY4CU", elbAccount: "507241528517", s3Website: "Z7KQH4QJS55SO" },
  "sa-west-1": { description: "South America (Chile)" },
  "us-east-1": { description: "US East (N. Virginia)", zones: "abcdef", alb: "Z35SXDOTRQ7X7K", nlb: "Z26RNL4JYFTOTI", elbAccount: "127311923021", s3Website: "Z3AQBSTGFYJSTF" },
  "us-east-2": { description: "US East (Ohio)", zones: "abc", alb: "Z3AADJGX6KTTL2", nlb: "ZLMOA37VPKANP", elbAccount: "033677994240", s3Website: "Z2O1EMRO9K5GLX" },
  "us-west-1": { description: "US West (N. California)", zones: "ac", alb: "Z368ELLRRE2KJ0", nlb: "Z24FKFUX50B4VW", elbAccount: "027434742980", s3Website: "Z2F56UZL2M1ACD" },
  "us-west-2": { description: "US West (Oregon)", zones: "abcd", alb: "Z1H1FL5HABSF5", nlb: "Z18D5FSROUN65G", elbAccount: "797873946194", s3Website: "Z3BJ6K6RIION7M" },
  "cn-north-1": { description: "China (Beijing)", zones: "abc", alb: "Z1GDH35T77C1KE", nlb: "Z3QFB96KMJ7ED6", elbAccount: "638102146993", s3Website: "Z5CN8UMXT92WN" },
  "cn-northwest-1": { description: "China (Ningxia)", zones: "abc", alb: "ZM7IZAIOVVDZF", nlb: "ZQEIKTCZ8352D", elbAccount: "037604701340", s3Website: "Z282HJ1KT0DH03" },
  "eusc-de-east-1": { description: "AWS European Sovereign Cloud (Germany)", zones: "abc" },
  "us-iso-east-1": { description: "US ISO East", zones: "abc", elbAccount: "770363063475" },
  "us-iso-west-1": { description: "US ISO WEST", zones: "abc", elbAccount: "121062877647" },
  "us-isob-east-1": { description: "US ISOB East (Ohio)", zones: "abc", elbAccount: "740734521339" },
  "us-isob-west-1": { description: "US ISOB West", zones: "abc" },
  "eu-isoe-west-1": { description: "EU ISOE West", zones: "abc" },
  "us-isof-east-1": { description: "US ISOF EAST", zones: "abc", elbAccount: "091100254016", s3Website: "Z03373031FTGQH4MNG6ST" },
  "us-isof-south-1": { description: "US ISOF SOUTH", zones: "abc", elbAccount: "412137745753", s3Website: "Z03376072I8GXC2DXUFXI" },
  "us-gov-east-1": { description: "AWS GovCloud (US-East)", zones: "abc", alb: "Z166TLBEWOO7G0", nlb: "Z1ZSMQQ6Q24QQ8", elbAccount: "190560391635", s3Website: "Z2NIFVYYW2VKV1" },
  "us-gov-west-1": { description: "AWS GovCloud (US-West)", zones: "abc", alb: "Z33AYJ8TM3BH4J", nlb: "ZMG1MZ2THAWF1", elbAccount: "048591011584", s3Website: "Z31GFT0UA1I2HV" },
};
