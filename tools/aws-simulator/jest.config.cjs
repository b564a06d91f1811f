module.exports = { displayName: "aws-simulator", ...require("../../jest.base.cjs") };
