import { childName, Naming } from "@org/infra-naming";
import * as acm from "@pulumi/aws/acm";
import * as route53 from "@pulumi/aws/route53";
import * as pulumi from "@pulumi/pulumi";
import { type CertificatePlan, type CertificateUser, type KeyAlgorithm, planCertificate, provenName } from "./certificate-plan";
import type { Profile } from "./profile";

/** Arguments of `Certificate`. */
export interface CertificateArgs {
  /**
   * What presents the certificate. It decides the Region: us-east-1 for CloudFront, from any home Region; the provider's
   * own for a load balancer.
   * @default "cloudfront"
   */
  readonly usedBy?: CertificateUser;
  /** The name that the certificate is for, of at most 64 characters; `*.` in front stands for every name one level below. */
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
   * Kind of the key pair. Every viewer takes RSA; elliptic curves make faster handshakes. `EC_secp384r1` is for load
   * balancers alone.
   * @default "RSA_2048"
   */
  readonly keyAlgorithm?: KeyAlgorithm;
  /**
   * `production` leaves the validation records in the zone when the certificate goes, as another certificate of the same
   * name may live by them; `ephemeral` takes them away, for names that nobody else has.
   * @default "production"
   */
  readonly profile?: Profile;
  /** Whose names and tags the resources carry. @default Naming.ofStack() */
  readonly naming?: Naming;
  /** Tags besides the standard ones. @default none */
  readonly tags?: Record<string, string>;
}

/** A DNS record by which ACM sees that a name is yours. */
export interface ValidationRecord {
  readonly name: string;
  readonly type: string;
  readonly value: string;
}

/**
 * A certificate in the Region where its user looks for it, proven by DNS records and so renewed by ACM without anybody's
 * help, for as long as the records stay.
 *
 * ACM proves a name by one record, the same for every certificate of that name in the account, in any Region. Several
 * certificates of a name therefore share the record: each writes it over the other's, with the same value, and in
 * production none of them deletes it, or the others would silently not be renewed.
 * @throws ArgumentError when an argument breaks a rule, before anything is registered
 * @see https://docs.aws.amazon.com/acm/latest/userguide/dns-validation.html
 */
export class Certificate extends pulumi.ComponentResource {
  readonly certificate: acm.Certificate;
  /** By proven name; none without a hosted zone. */
  readonly records: Readonly<Record<string, route53.Record>>;
  /** Waits until ACM has issued the certificate. */
  readonly validation: acm.CertificateValidation;
  /** By proven name: what has to be in the DNS. */
  readonly validationRecords: Readonly<Record<string, pulumi.Output<ValidationRecord>>>;
  /** ARN of the issued certificate: what depends on it waits until it can be used. */
  readonly arn: pulumi.Output<string>;

  constructor(name: string, args: CertificateArgs, opts?: pulumi.ComponentResourceOptions) {
    const plan = planCertificate(name, args);
    const naming = args.naming ?? Naming.ofStack();
    naming.nameTags(name, args.tags); // Throws while nothing is registered.
    super("org:edge:Certificate", name, {}, opts);

    this.certificate = this.requestCertificate(name, plan, args, naming);
    this.validationRecords = this.recordsToProve(plan);
    this.records = args.hostedZoneId === undefined ? {} : this.createRecords(name, plan, args.hostedZoneId);
    const records = Object.values(this.records);
    this.validation = new acm.CertificateValidation(
      childName(name, "validation"),
      {
        ...plan.location,
        certificateArn: this.certificate.arn,
        validationRecordFqdns: records.length > 0 ? records.map(({ fqdn }) => fqdn) : undefined,
      },
      { parent: this },
    );

    this.arn = this.validation.certificateArn;
    this.registerOutputs({ arn: this.arn });
  }

  private requestCertificate(
    name: string,
    { domainName, alternativeNames, location }: CertificatePlan,
    args: CertificateArgs,
    naming: Naming,
  ): acm.Certificate {
    return new acm.Certificate(
      childName(name, "certificate"),
      {
        ...location,
        domainName,
        subjectAlternativeNames: alternativeNames.length > 0 ? [...alternativeNames] : undefined,
        validationMethod: "DNS",
        keyAlgorithm: args.keyAlgorithm ?? "RSA_2048",
        // Browsers refuse certificates that no transparency log knows.
        options: { certificateTransparencyLoggingPreference: "ENABLED" },
        tags: naming.nameTags(name, args.tags),
      },
      { parent: this },
    );
  }

  private recordsToProve({ provenNames }: CertificatePlan): Record<string, pulumi.Output<ValidationRecord>> {
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

  private createRecords(name: string, plan: CertificatePlan, zoneId: pulumi.Input<string>) {
    const records = plan.provenNames.map((proven) => {
      const { name: recordName, type, value } = this.validationRecords[proven];
      const record = new route53.Record(
        childName(name, "proof", proven),
        {
          zoneId,
          name: recordName,
          type: type.apply((known) => known as route53.RecordType),
          ttl: 300,
          records: [value],
          // Another certificate of the name may have brought the very same record.
          allowOverwrite: true,
        },
        { parent: this, retainOnDelete: plan.retainRecords },
      );
      return [proven, record] as const;
    });
    return Object.fromEntries(records);
  }
}
