// Not named jest.config: these tests start whole processes, so they are their own target and not part of `test`.
module.exports = {
  displayName: "acceptance",
  ...require("../../jest.base.cjs"),
  globalSetup: "<rootDir>/src/clone-workspace.ts",
  globalTeardown: "<rootDir>/src/remove-clone.ts",
  testTimeout: 180_000,
};
