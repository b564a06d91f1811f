module.exports = {
  testEnvironment: "node",
  testMatch: ["<rootDir>/src/**/*.test.ts"],
  // The condition makes tests run from the sources of the packages they import: no build is needed first.
  testEnvironmentOptions: { customExportConditions: ["@org/source", "node", "require", "default"] },
  transform: {
    "^.+\\.[mc]?[tj]s$": [
      "@swc/jest",
      {
        swcrc: false,
        sourceMaps: "inline",
        module: { type: "commonjs" },
        jsc: { target: "es2022", parser: { syntax: "typescript" } },
      },
    ],
  },
  transformIgnorePatterns: ["/node_modules/(?!@org/)"],
  moduleFileExtensions: ["ts", "js", "cjs", "mjs", "json"],
};
