import { unmetControls } from "./unmet-controls";

const redirecting = { verdicts: [{ control: "FSBP:ELB.1", outcome: "pass" }, { control: "FSBP:ELB.18", outcome: "fail" }] } as const;
const secure = { verdicts: [{ control: "FSBP:ELB.1", outcome: "not applicable" }, { control: "FSBP:ELB.18", outcome: "pass" }] } as const;

describe("controls that are not met", () => {
  it("are those that no report passes", () => {
    expect(unmetControls(["FSBP:ELB.1", "FSBP:ELB.18"], [redirecting])).toEqual(["FSBP:ELB.18: fail"]);
    expect(unmetControls(["FSBP:ELB.1", "FSBP:ELB.18"], [secure])).toEqual(["FSBP:ELB.1: not applicable"]);
    expect(unmetControls(["FSBP:ELB.1", "FSBP:ELB.18"], [secure, redirecting])).toEqual([]);
  });

  it("are told with everything that was said of them", () => {
    const excepted = { verdicts: [{ control: "FSBP:ELB.18", outcome: "exception" }] } as const;
    expect(unmetControls(["FSBP:ELB.18"], [redirecting, excepted, redirecting])).toEqual(["FSBP:ELB.18: fail, exception"]);
  });

  it("are those that nothing judges, such as other ids of a control", () => {
    expect(unmetControls(["CKV2_AWS_11", "FSBP:ACM.1"], [secure])).toEqual([
      "CKV2_AWS_11: no rule judges it",
      "FSBP:ACM.1: no rule judges it",
    ]);
  });
});
