module.exports = { displayName: "naming", ...require("../../jest.base.cjs") };
