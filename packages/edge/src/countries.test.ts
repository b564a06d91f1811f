import { countriesProblems, countryList } from "./countries";

describe("countryList", () => {
  it("sorts the codes and takes each once", () => {
    expect(countryList({ allow: ["FR", "DE", "FR"] })).toEqual({ kind: "allow", codes: ["DE", "FR"] });
    expect(countryList({ block: ["US", "CA"] })).toEqual({ kind: "block", codes: ["CA", "US"] });
  });
});

describe("countriesProblems", () => {
  it("takes ISO codes", () => {
    expect(countriesProblems("webAcl", { allow: ["DE", "GB"] })).toEqual([]);
  });

  it.each(["de", "DEU", "Germany", ""])("refuses %j, which is no code", (code) => {
    expect(countriesProblems("webAcl", { block: ["DE", code] })).toEqual([
      {
        argument: "countries.block",
        rule: "must hold ISO 3166-1 alpha-2 codes in capitals",
        value: code,
        remedy: "use for example DE; the United Kingdom is GB",
      },
    ]);
  });

  it("refuses a list of none, which would let nobody in", () => {
    expect(countriesProblems("webAcl", { allow: [] }).map(({ rule, value }) => [rule, value])).toEqual([
      ["must hold 1 to 50 countries", "0 countries"],
    ]);
  });

  it("takes fifty countries in a web ACL, AWS's limit, and more in a distribution", () => {
    const letters = [..."ABCDEFGHIJKLMNOPQRSTUVWXYZ"];
    const codes = ["A", "B"].flatMap((first) => letters.map((second) => first + second)).slice(0, 50);
    expect(countriesProblems("webAcl", { allow: codes })).toEqual([]);
    expect(countriesProblems("distribution", { allow: [...codes, "ZZ"] })).toEqual([]);
    expect(countriesProblems("webAcl", { allow: [...codes, "ZZ"] })).toEqual([
      {
        argument: "countries.allow",
        rule: "must hold 1 to 50 countries",
        value: "51 countries",
        remedy: "leave countries out to let every country in, or turn the list round",
      },
    ]);
  });
});
