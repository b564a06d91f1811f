module.exports = { displayName: "offline-engine", ...require("../../jest.base.cjs") };
