/** Where the rules come from: what the short names in their sources stand for. */
export const sources: { readonly [name: string]: string } = {
  S0: "A step-by-step article on acquiring licenses of 1C:Enterprise, client and server",
  S1: "The help text of the platform's license acquisition window",
  S2: "The platform's Software License Acquisition Guide, an addendum to its Administrator Guide, 2015",
  S3: "Articles of partners and administrators on why licenses are not found, and what helps",
  S4: "Articles on recovering licenses, with letters of their readers",
  AG: "The platform's administrator guide, its chapter on licensing, known through the facts that the rules state",
  "field reports": "Real reports, listings and practice; no official text",
  peers: "What other licensing systems offer",
  "—": "Follows from the others, or is a decision of this library",
};
