import { defineFunction } from "../invoke-function";

const LOWER = "abcdefghijklmnopqrstuvwxyz";
const DIGITS = "0123456789";
const PUNCTUATION = "!\"#$%&'()*+,-./:;<=>?@[\\]^_`{|}~";

/** Source: https://docs.aws.amazon.com/secretsmanager/latest/apireference/API_GetRandomPassword.html */
export const getRandomPassword = defineFunction({
  token: "aws:secretsmanager/getRandomPassword:getRandomPassword",
  invoke({ args, region, fresh }) {
    const excluded = new Set(typeof args["excludeCharacters"] === "string" ? args["excludeCharacters"] : "");
    const keep = (characters: string): string => [...characters].filter((character) => !excluded.has(character)).join("");
    const kinds = [
      args["excludeLowercase"] === true ? "" : keep(LOWER),
      args["excludeUppercase"] === true ? "" : keep(LOWER.toUpperCase()),
      args["excludeNumbers"] === true ? "" : keep(DIGITS),
      args["excludePunctuation"] === true ? "" : keep(PUNCTUATION),
      args["includeSpace"] === true ? " " : "",
    ].filter((kind) => kind !== "");
    const length = typeof args["passwordLength"] === "number" ? args["passwordLength"] : 32;
    if (kinds.length === 0) return [{ reason: "InvalidParameterException: The password needs at least one type of character." }];
    if (length < 1 || length > 4096) {
      return [{ property: "passwordLength", reason: `InvalidParameterException: The length of a password is 1 to 4096 characters, got ${length}.` }];
    }
    const all = kinds.join("");
    // One of each kind first, then any: with every kind in it, whatever the place.
    const characters = Array.from({ length }, (_, index) => {
      const alphabet = kinds[index] ?? all;
      return alphabet.charAt(fresh.integer(alphabet.length));
    });
    for (let index = characters.length - 1; index > 0; index -= 1) {
      const other = fresh.integer(index + 1);
      [characters[index], characters[other]] = [characters[other] ?? "", characters[index] ?? ""];
    }
    return { ...args, id: region, region, randomPassword: characters.join("") };
  },
});
