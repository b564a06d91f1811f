module.exports = { displayName: "stack", ...require("../../jest.base.cjs") };
