module.exports = { displayName: "network", ...require("../../jest.base.cjs") };
