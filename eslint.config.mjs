import js from "@eslint/js";
import nx from "@nx/eslint-plugin";
import tseslint from "typescript-eslint";

// The floors of ARCHITECTURE.md: a project imports only from the floors named beside its own.
// Tests also see the engine, the simulator and the conformance suite; sources never do.
const floors = [
  { sourceTag: "layer:foundation", onlyDependOnLibsWithTags: [] },
  { sourceTag: "layer:component", onlyDependOnLibsWithTags: ["layer:foundation"] },
  { sourceTag: "layer:app", onlyDependOnLibsWithTags: ["layer:component", "layer:foundation"] },
  { sourceTag: "layer:engine", onlyDependOnLibsWithTags: ["layer:engine"] },
  { sourceTag: "layer:tool", onlyDependOnLibsWithTags: ["layer:engine"] },
  { sourceTag: "layer:test", onlyDependOnLibsWithTags: ["layer:test", "layer:engine", "layer:foundation", "layer:component"] },
];
const testFloors = floors.map((floor) => ({
  ...floor,
  onlyDependOnLibsWithTags: [...floor.onlyDependOnLibsWithTags, "layer:engine", "layer:test"],
}));
const boundaries = (depConstraints) => ({
  "@nx/enforce-module-boundaries": ["error", { enforceBuildableLibDependency: true, allow: [], depConstraints }],
});

export default tseslint.config(
  { ignores: ["**/dist", "**/out-tsc", "**/*.cjs"] },
  js.configs.recommended,
  ...tseslint.configs.recommended,
  {
    files: ["**/*.ts"],
    plugins: { "@nx": nx },
    rules: {
      ...boundaries(floors),
      "@typescript-eslint/no-unused-vars": "off",
      "max-lines": ["error", 300],
      "no-restricted-syntax": [
        "error",
        { selector: "ExportAllDeclaration", message: "Name every export." },
        {
          selector: "CallExpression[callee.property.name=/^(only|skip|todo)$/][callee.object.name=/^(it|test|describe)$/]",
          message: "Every test runs.",
        },
      ],
    },
  },
  { files: ["**/*.test.ts", "**/*.fixture.ts"], rules: boundaries(testFloors) },
);
