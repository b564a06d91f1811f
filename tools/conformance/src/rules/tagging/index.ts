import type { Rule } from "../../rule";
import { tagged } from "./tagged";

export const taggingRules: readonly Rule[] = [tagged];
