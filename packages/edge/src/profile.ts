/** How long traces of an environment are kept: `production` for a year, `ephemeral` for two weeks. */
export type Profile = "production" | "ephemeral";

/** FSBP CloudWatch.16 asks for a year. */
export const logRetentionInDays: Readonly<Record<Profile, number>> = { production: 365, ephemeral: 14 };
