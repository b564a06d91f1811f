import type { Refusal } from "../../rule";

const MAX_BYTES = 16_384;
const BASE64 = /^(?:[A-Za-z0-9+/]{4})*(?:[A-Za-z0-9+/]{2}(?:==)?|[A-Za-z0-9+/]{3}=?)?$/;

/**
 * User data as a launch template takes it: Base64, at most 16 KB before encoding.
 * Source: https://docs.aws.amazon.com/AWSEC2/latest/UserGuide/user-data.html
 */
export function refuseUserData(text: string): Refusal | undefined {
  const packed = text.replace(/\s/g, "");
  if (!BASE64.test(packed)) {
    return {
      code: "InvalidUserData.Malformed",
      message: "Invalid BASE64 encoding of user data.",
      remedy: "Encode it: Buffer.from(script).toString(\"base64\").",
    };
  }
  const bytes = Buffer.from(packed, "base64").length;
  if (bytes <= MAX_BYTES) return undefined;
  return {
    code: "InvalidUserData.Malformed",
    message: `User data is limited to ${MAX_BYTES} bytes`,
    remedy: `It has ${bytes} bytes: fetch the larger part when the instance starts.`,
  };
}
