import { ProviderError } from "./provider";

/** What a user is told of an error: its message, and the remedy if it has one; never a stack trace. */
export function errorText(error: unknown): string {
  const message = error instanceof Error ? error.message : String(error);
  if (!(error instanceof ProviderError)) return message;
  return `${message}${/[.!?]$/.test(message) ? "" : "."} ${error.remedy}`;
}
