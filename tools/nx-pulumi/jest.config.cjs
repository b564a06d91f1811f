module.exports = { displayName: "nx-pulumi", ...require("../../jest.base.cjs") };
