import { runtimeCheck } from "./runtime-check.js";

console.log(JSON.stringify(await runtimeCheck()));
