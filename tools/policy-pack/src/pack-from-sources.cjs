"use strict";
// The pack as it is before a build. Pulumi's runner installs a compiler of its own that checks types for many seconds:
// the loader of this workspace, loaded after it, takes its place.
require("../../nx-pulumi/source-loader.cjs");
require("./index.ts");
