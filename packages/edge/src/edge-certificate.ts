import { childName, Naming } from "@org/infra-naming";
import * as acm from "@pulumi/aws/acm";
import * as route53 from "@pulumi/aws/route53";
import * as pulumi from "@pulumi/pulumi";
import { type EdgeCertificatePlan, planEdgeCertificate, provenName } from "./edge-certificate-plan";
import { edge } from "./edge-region";

/** Arguments of `EdgeCertificate`. */
export interface EdgeCertificateArgs {
  /** The name that the certificate is for; `*.` in front stands for every name one level below. */
  readonly domainName: string;
  /**
   * More names that it is for.
   * @default none
   */
  readonly alternativeNames?: readonly string[];
  /**
   * The public Route 53 hosted zone that holds all of these names, where their validation records go.
   * @default the records are yours: put `validationRecords` into your DNS while the deployment waits for them
   */
  readonly hostedZoneId?: pulumi.Input<string>;
  /**
   * Kind of the key pair. Every viewer takes RSA; elliptic curves make faster handshakes.
   * @default "RSA_2048"
   */
  readonly keyAlgorithm?: "RSA_2048" | "EC_prime256v1" | "EC_secp384r1";
  /** @default Naming.ofStack() */
  readonly naming?: Naming;
  /** Tags besides the standard ones. */
  readonly tags?: Record<string, string>;
}

/** A DNS record by which ACM sees that a name is yours. */
export interface ValidationRecord {
  readonly name: string;
  readonly type: string;
  readonly value: string;
}

/**
 * A certificate that CloudFront takes: in us-east-1 whatever the provider's Region is, proven by DNS records and so
 * renewed by ACM without anybody's help, for as long as the records stay.
 * @throws ArgumentError when an argument breaks a rule, before anything is registered
 * @see https://docs.aws.amazon.com/acm/latest/userguide/dns-validation.html
 */
export class EdgeCertificate extends pulumi.ComponentResource {
  readonly certificate: acm.Certificate;
  /** By proven name; none without a hosted zone. */
  readonly records: Readonly<Record<string, route53.Record>>;
  /** Waits until ACM has issued the certificate. */
  readonly validation: acm.CertificateValidation;
  /** By proven name: what has to be in the DNS. */
  readonly validationRecords: Readonly<Record<string, pulumi.Output<ValidationRecord>>>;
  /** ARN of the issued certificate: what depends on it waits until it can be used. */
  readonly arn: pulumi.Output<string>;

  constructor(name: string, args: EdgeCertificateArgs, opts?: pulumi.ComponentResourceOptions) {
    const plan = planEdgeCertificate(name, args);
    super("org:edge:EdgeCertificate", name, {}, opts);

    this.certificate = this.requestCertificate(name, args);
    this.validationRecords = this.recordsToProve(plan);
    this.records = args.hostedZoneId === undefined ? {} : this.createRecords(name, plan, args.hostedZoneId);
    const records = Object.values(this.records);
    this.validation = new acm.CertificateValidation(
      childName(name, "validation"),
      {
        ...edge,
        certificateArn: this.certificate.arn,
        validationRecordFqdns: records.length > 0 ? records.map(({ fqdn }) => fqdn) : undefined,
      },
      { parent: this },
    );

    this.arn = this.validation.certificateArn;
    this.registerOutputs({ arn: this.arn });
  }

  private requestCertificate(name: string, args: EdgeCertificateArgs): acm.Certificate {
    const naming = args.naming ?? Naming.ofStack();
    return new acm.Certificate(
      childName(name, "certificate"),
      {
        ...edge,
        domainName: args.domainName,
        subjectAlternativeNames: args.alternativeNames?.length ? [...args.alternativeNames] : undefined,
        validationMethod: "DNS",
        keyAlgorithm: args.keyAlgorithm ?? "RSA_2048",
        // Browsers refuse certificates that no transparency log knows.
        options: { certificateTransparencyLoggingPreference: "ENABLED" },
        tags: naming.nameTags(name, args.tags),
      },
      { parent: this },
    );
  }

  private recordsToProve({ provenNames }: EdgeCertificatePlan): Record<string, pulumi.Output<ValidationRecord>> {
    const entries = provenNames.map((proven) => {
      const record = this.certificate.domainValidationOptions.apply((options) => {
        const option = options.find(({ domainName }) => provenName(domainName) === proven);
        if (option === undefined) throw new Error(`ACM named no validation record for ${proven}.`);
        const { resourceRecordName, resourceRecordType, resourceRecordValue } = option;
        return { name: resourceRecordName, type: resourceRecordType, value: resourceRecordValue };
      });
      return [proven, record] as const;
    });
    return Object.fromEntries(entries);
  }

  private createRecords(name: string, { provenNames }: EdgeCertificatePlan, zoneId: pulumi.Input<string>) {
    const records = provenNames.map((proven) => {
      const { name: recordName, type, value } = this.validationRecords[proven];
      const record = new route53.Record(
        childName(name, "proof", proven),
        {
          zoneId,
          name: recordName,
          type: type.apply((known) => known as route53.RecordType),
          ttl: 300,
          records: [value],
          // ACM proves a name by the same record in every Region, so another certificate may have brought it.
          allowOverwrite: true,
        },
        { parent: this },
      );
      return [proven, record] as const;
    });
    return Object.fromEntries(records);
  }
}
