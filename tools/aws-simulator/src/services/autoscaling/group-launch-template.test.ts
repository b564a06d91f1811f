import type { PropertyMap } from "@org/offline-engine";
import { Landscape } from "../landscape.fixture";

const GROUP = "aws:autoscaling/group:Group";

/** A group that launches in one of the two ways. */
function groups(landscape: Landscape): Record<"alone" | "mixed", PropertyMap> {
  const group = { minSize: 1, maxSize: 2, vpcZoneIdentifiers: [landscape.subnet().id] };
  const template = landscape.template().id;
  return {
    alone: { ...group, launchTemplate: { id: template, version: "1" } },
    mixed: {
      ...group,
      mixedInstancesPolicy: {
        launchTemplate: {
          launchTemplateSpecification: { launchTemplateId: template, version: "1" },
          overrides: [{ instanceType: "t3.micro" }, { instanceType: "t3a.micro" }],
        },
      },
    },
  };
}

describe("a group that changes between a launch template and a mixed-instances policy", () => {
  it.each<["alone" | "mixed", "alone" | "mixed", string, string]>([
    ["alone", "mixed", "launchTemplate", "mixedInstancesPolicy"],
    ["mixed", "alone", "mixedInstancesPolicy", "launchTemplate"],
  ])("is updated in place from %s to %s, and forgets its %s", (from, to, gone, there) => {
    const landscape = new Landscape();
    const before = landscape.account.create(GROUP, "web", groups(landscape)[from]);
    const news = groups(landscape)[to];
    expect(landscape.account.diff(before, news)).toMatchObject({ changes: true, replaces: [] });
    const after = landscape.account.update(before, news);
    expect(after.outputs[gone]).toBeNull();
    expect(after.outputs[there]).toMatchObject(news[there] as PropertyMap);
    expect(landscape.account.diff(after, news).changes).toBe(false);
    expect(landscape.account.update(after, news).outputs).toEqual(after.outputs);
  });
});
