module.exports = { displayName: "edge", ...require("../../jest.base.cjs") };
