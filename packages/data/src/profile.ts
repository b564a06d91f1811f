/** How hard a deployment is to lose: `production` keeps what is deleted by mistake, `ephemeral` can be destroyed and created again at once. */
export type Profile = "production" | "ephemeral";

/** What a profile means for things that hold data. */
export interface DataProtection {
  /** Days in which a deleted KMS key can still be saved. AWS takes 7 to 30. */
  readonly keyDeletionWindowInDays: number;
  /** Days in which a deleted secret can still be restored. AWS takes 0 or 7 to 30; 0 frees the name at once. */
  readonly secretRecoveryWindowInDays: number;
  /** Whether Pulumi refuses to delete the resource, and AWS with it where AWS can. */
  readonly deletionProtection: boolean;
  /** Whether a bucket that still holds objects may be deleted with them. */
  readonly forceDestroy: boolean;
}

export const dataProtection: Readonly<Record<Profile, DataProtection>> = {
  production: {
    keyDeletionWindowInDays: 30,
    secretRecoveryWindowInDays: 30,
    deletionProtection: true,
    forceDestroy: false,
  },
  ephemeral: {
    keyDeletionWindowInDays: 7,
    secretRecoveryWindowInDays: 0,
    deletionProtection: false,
    forceDestroy: true,
  },
};
