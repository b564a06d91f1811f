module.exports = { displayName: "compute", ...require("../../jest.base.cjs") };
