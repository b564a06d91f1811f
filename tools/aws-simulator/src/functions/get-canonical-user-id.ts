import { createHash } from "node:crypto";
import { defineFunction } from "../invoke-function";

/** The canonical user of an account: 64 hexadecimal digits. */
export function canonicalUserId(accountId: string): string {
  return createHash("sha256").update(`canonical user of ${accountId}`).digest("hex");
}

export const getCanonicalUserId = defineFunction({
  token: "aws:s3/getCanonicalUserId:getCanonicalUserId",
  invoke: ({ accountId }) => ({ id: canonicalUserId(accountId), displayName: "simulated" }),
});
