import { listRules } from "./rule-list";
test("x", () => { console.log(listRules().map(r=>r.id+"  "+(r.types.length>1?r.types.length:"")).join("\n")); });
