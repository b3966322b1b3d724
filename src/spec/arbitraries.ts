import * as computers from "./fingerprint/arbitraries.js";
import * as states from "./fingerprint/states.js";

/** Generators of whole computers, and of states of one computer that are related: for properties of your own. */
export const arbitraries: typeof computers & typeof states = { ...computers, ...states };
