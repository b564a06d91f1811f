/** How hard a deployment is to lose: `production` keeps and records, `ephemeral` can be destroyed and costs little. */
export type Profile = "production" | "ephemeral";
