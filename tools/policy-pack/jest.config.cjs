module.exports = { displayName: "policy-pack", ...require("../../jest.base.cjs") };
