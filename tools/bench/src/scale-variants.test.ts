import { scaleVariants } from "./scale-variants";

it.each(Object.keys(scaleVariants))("the variant `%s` makes every resource that it is asked for", async (name) => {
  // More than one component's worth.
  await expect(scaleVariants[name]?.(60)).resolves.toBeUndefined();
}, 60_000);

it("compares with Pulumi's own mocks", () => {
  expect(Object.keys(scaleVariants)[0]).toBe("Pulumi's own mocks");
});
