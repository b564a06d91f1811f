module.exports = { displayName: "conformance", ...require("../../jest.base.cjs") };
