module.exports = { displayName: "readme-examples", ...require("../../jest.base.cjs") };
