module.exports = { displayName: "data", ...require("../../jest.base.cjs") };
