module.exports = { displayName: "observability", ...require("../../jest.base.cjs") };
